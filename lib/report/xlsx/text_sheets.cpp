// The sheets about the text: terms, references, and what the drafts change.
#include "report/compare.h"
#include "report/glossary.h"
#include "report/provision_text.h"
#include "report/wording.h"
#include "report/xlsx/sheets.h"

namespace dovetail::xlsx {
namespace {

std::string outcome_in(const Review& review, Id<Unit> unit, std::size_t n, View view, const Reference& reference) {
  if (!reference.views.has(view) || unit.value >= review.corpus.references.size()) return {};
  const auto& links = review.corpus.references[unit.value][index(view)];
  return n < links.size() ? words_of_kind(name_of(links[n].outcome)) : std::string();
}

std::string target_of(const Review& review, Id<Unit> unit, std::size_t n, View view) {
  if (unit.value >= review.corpus.references.size()) return {};
  const auto& links = review.corpus.references[unit.value][index(view)];
  if (n >= links.size()) return {};
  std::string out;
  for (const auto& target : links[n].targets) {
    const auto& in = review.units[target.unit];
    out += (out.empty() ? "" : "\n") + id_or_path(in) + " " + in.provisions[target.id].label[index(view)];
  }
  return out.empty() && links[n].outcome == Outcome::resolved && links[n].unit ? id_or_path(review.units[links[n].unit]) : out;
}

std::string label_of(const Unit& unit, Id<Provision> provision, View view) {
  return provision ? unit.provisions[provision].label[index(view)] : std::string();
}

// What a draft does to one provision; a number kept for "Not used" is deleted to its reader.
std::string change_of(const Provision& provision, const DraftedProvision& drafted) {
  if (provision.not_used[1] && !provision.not_used[0]) return "deleted";
  const std::string fate(words_of(drafted.fate));
  const bool renumbered = drafted.fate == ProvisionFate::changed && drafted.before_label != drafted.after_label;
  return renumbered ? fate + ", renumbered" : fate;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

}  // namespace

Sheet terms_sheet(const Review& review) {
  Sheet sheet{"Terms",
              {{"Term", 28},
               {"Definition", 70},
               {"In the draft", 12},
               {"Before", 50},
               {"Holds for", 20},
               {"Defined in", 26},
               {"Form", 12},
               {"Also", 24},
               {"Used in", 40}},
              {},
              {}};
  for (const auto& entry : glossary_of(review)) {
    std::string also;
    for (const auto& alias : entry.aliases) also += (also.empty() ? "" : ", ") + alias;
    sheet.rows.push_back(
        {entry.term, entry.meaning, entry.status, entry.was, entry.scope, where_defined(review, entry), entry.form, also, users_of(review, entry)});
  }
  return sheet;
}

Sheet references_sheet(const Review& review) {
  Sheet sheet{
      "References",
      {{"Document", 16}, {"Provision", 14}, {"Reference", 34}, {"Outcome", 12}, {"Target", 24}, {"Outcome before", 12}, {"Target before", 24}},
      {},
      {}};
  for (const auto& counted : count(review).documents) {
    const auto& unit = review.units[counted.unit];
    for (std::size_t n = 0; n < unit.references.size(); ++n) {
      const auto& reference = unit.references[Table<Reference>::id_at(n)];
      const auto view = reference.views.proposed ? View::proposed : View::baseline;
      sheet.rows.push_back({id_or_path(unit), label_of(unit, reference.from[index(view)], view), reference.text,
                            outcome_in(review, counted.unit, n, View::proposed, reference), target_of(review, counted.unit, n, View::proposed),
                            outcome_in(review, counted.unit, n, View::baseline, reference), target_of(review, counted.unit, n, View::baseline)});
    }
  }
  return sheet;
}

Sheet changes_sheet(const Review& review) {
  Sheet sheet{"Changes",
              {{"Change", 18},
               {"Document", 16},
               {"Provision", 14},
               {"Before", 14},
               {"Heading", 28},
               {"Baseline", 60},
               {"Proposed", 60},
               {"By", 20},
               {"For", 14}},
              {},
              {{"new", 0xE3F3E4}, {"deleted", 0xFBE3E5}}};
  for (const auto& draft : review.corpus.changes) {
    const auto& unit = review.units[draft.unit];
    for (const auto& drafted : draft.provisions) {
      const auto& provision = unit.provisions[drafted.provision];
      sheet.rows.push_back({change_of(provision, drafted), id_or_path(unit), drafted.after_label, drafted.before_label, drafted.heading,
                            text_of(unit, drafted.provision, View::baseline), text_of(unit, drafted.provision, View::proposed),
                            joined(drafted.authors), joined(drafted.change_ids)});
    }
  }
  return sheet;
}

}  // namespace dovetail::xlsx
