// The words that all formats for people share.
#include "report/wording.h"

#include <algorithm>

#include "report/tally.h"

namespace dovetail {

std::string_view imperative_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "Correct";
    case Severity::warning:
      return "Check";
    case Severity::note:
      break;
  }
  return "Note";
}

std::string note_line(const Review& review, const Finding& finding, const FindingNote& note) {
  std::string line;
  if (note.place.document && note.place.document != finding.place.document) line += review.documents[note.place.document].path + ", ";
  if (!note.label.empty())
    line += note.label + ": ";
  else if (!line.empty())
    line.replace(line.size() - 2, 2, ": ");
  return line + note.message;
}

std::string counted(std::size_t count, std::string_view noun) {
  std::string text = std::to_string(count) + " ";
  text += noun;
  return count == 1 ? text : text + "s";
}

std::string closing_line(const Review& review) {
  const auto tally = count(review);
  std::string line = "Checked " + counted(tally.documents.size(), "document") + ", " + counted(tally.provisions, "provision") + ", " +
                     counted(tally.references, "reference") + ", " + counted(tally.terms, "term") + " and " + counted(tally.atoms, "atom") +
                     " in the proposed text with " + counted(review.rules.size(), "rule");
  for (std::size_t n = 0; n < review.filters.size(); ++n) line += (n == 0 ? ", filtered by " : ", ") + review.filters[n];
  line += ": ";
  const auto found = [&](Severity severity) { return tally.severities[static_cast<std::size_t>(severity)]; };
  line += std::to_string(found(Severity::error)) + " to correct, " + std::to_string(found(Severity::warning)) + " to check, " +
          counted(found(Severity::note), "note");
  if (tally.waived != 0) line += ", " + std::to_string(tally.waived) + " waived";
  if (!review.blocked.empty()) line += "; " + counted(review.blocked.size(), "rule") + " could not run (--verbose says why)";
  return line;
}

Id<Document> first_of_file(const Review& review, Id<Document> document) {
  for (std::size_t n = 0; n < document.value; ++n)
    if (review.documents[Table<Document>::id_at(n)].path == review.documents[document].path) return Table<Document>::id_at(n);
  return document;
}

std::string words_of_kind(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

const std::string& id_or_path(const Unit& unit) { return unit.id.empty() ? unit.path : unit.id; }

const Item& item_of(const Review& review, const AtomCoverage& atom) { return review.units[atom.item.unit].items[atom.item.id]; }

std::string words_of(CoverageStatus status) { return words_of_kind(name_of(status)); }

}  // namespace dovetail
