// Artefacts that a text takes in whole by reference: "in accordance with DES901, as amended from time to time".
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "link/evidence.h"
#include "model/locate.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// The artefacts that the register lists as incorporated by reference, by canonical id.
std::set<std::string> incorporated_artefacts(const Review& review) {
  std::set<std::string> artefacts;
  for (const Unit& unit : review.units)
    for (const Record& record : unit.records) {
      if (record.kind != "artefacts" || record.struck) continue;
      const std::string said = fold_phrase(record.field("incorporated"));
      if (!said.empty() && said != "no" && said != "n" && said != "false" && !says_not_applicable(said))
        artefacts.insert(canonical_id(record.field("doc_number")).canonical);
    }
  return artefacts;
}

/// Whether the words behind a citation, to the end of its line, say that it is taken in as it stands from time to time.
bool is_taken_in(std::string_view line, std::uint32_t end) {
  static const Pattern amended = Pattern::literal("(?i:^[^.;]{0,80}\\bas (?:may be )?(?:amended|varied|updated|revised|published)\\b)");
  return amended.find(line.substr(end)).has_value();
}

/// Artefacts by canonical id: their atoms, and the ids as the design writes them where no shape of an id finds those in text.
struct Artefacts {
  std::map<std::string, std::vector<const Item*>> atoms;
  std::map<std::string, std::string> odd_names;  // as written, and canonical
};

/// Whether a name can be looked for in running text as it is written, and mean nothing else: "PORSAFE1", "HN-PROC".
bool is_telling(std::string_view name) {
  constexpr std::size_t least = 4;
  const bool upper = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool more = std::any_of(name.begin(), name.end(), [](char c) { return is_digit(c) || c == '-'; });
  return name.size() >= least && starts_upper(name) && upper && (more || name.size() > least);
}

Artefacts artefacts_of(const Review& review) {
  Artefacts all;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    if (review.inputs[n].role != InputRole::design) continue;
    std::string written, id;  // rows of one file are of one artefact, nearly always
    for (const Item& item : review.units[Id<Unit>(n)].items) {
      const bool owed = item.kind == "requirement" || item.kind == "bp_step" || item.kind == "interface";
      if (!owed || item.artefact.empty()) continue;
      if (item.artefact != written) {
        id = canonical_id(written = item.artefact).canonical;
        if (artefacts_in_text(written).empty() && is_telling(written)) all.odd_names.emplace(written, id);
      }
      all.atoms[id].push_back(&item);
    }
  }
  return all;
}

/// Where a text names artefacts, in order.
std::vector<std::pair<Span, std::string>> citations_in(std::string_view text, const Artefacts& artefacts) {
  std::vector<std::pair<Span, std::string>> found;
  for (const auto& [span, artefact] : artefacts_in_text(text)) found.emplace_back(span, artefact.canonical);
  for (const auto& [name, id] : artefacts.odd_names)
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + name.size()))
      if (at_word_edge(text, at) && at_word_edge(text, at + name.size()))
        found.emplace_back(Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())}, id);
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first.begin < b.first.begin; });
  return found;
}

}  // namespace

void add_incorporated(const Review& review, const std::vector<EvidenceText>& texts, EvidenceTable& table) {
  const Artefacts artefacts = artefacts_of(review);
  if (artefacts.atoms.empty()) return;
  const std::set<std::string> listed = incorporated_artefacts(review);
  for (const EvidenceText& text : texts) {
    const Unit& unit = review.units[text.unit];
    if (!unit.views[index(text.view)]) continue;
    const Projection& view = unit.projection(text.view);
    std::set<std::string> told;
    for (const auto& [cited, artefact] : citations_in(view.text, artefacts)) {
      const auto whole = artefacts.atoms.find(artefact);
      const auto line = line_at(view, cited.begin);
      if (whole == artefacts.atoms.end() || told.contains(whole->first) || !line) continue;
      const Span words = view.lines[*line].span;
      if (!listed.contains(whole->first) && !is_taken_in(slice(view.text, words), std::min(cited.end, words.end) - words.begin)) continue;
      const Span span = view.to_source(cited);
      const std::string label = label_of_place(review, text, span.begin);
      if (label.empty()) continue;
      told.insert(whole->first);
      for (const Item* item : whole->second) table[item->id].push_back(found_at(review, text, label, span, Evidence::incorporated));
    }
  }
}

}  // namespace dovetail
