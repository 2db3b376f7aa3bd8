// Lists by their kind and artefact, or by what the ids of one list share.
#include "link/listed_ids.h"

#include <algorithm>

#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// "BP901" of "BP901.040", "XP-BR-MS" of "XP-BR-MS-004": what ids of one list share.
std::string list_of(const std::string& id) {
  const std::size_t cut = id.find_last_of(".-");
  return cut == std::string::npos ? std::string() : id.substr(0, cut);
}

bool is_unread(const Document& document) {
  return std::any_of(document.problems.begin(), document.problems.end(),
                     [](const Problem& p) { return p.rule == "input.unreadable" || p.rule == "input.encrypted"; });
}

}  // namespace

ListedIds::ListedIds(const Review& review, const std::map<std::string, In<Item>>& atoms) : atoms_(atoms) {
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    if (review.inputs[n].role != InputRole::design) continue;
    const Unit& unit = review.units[Id<Unit>(n)];
    const Document& document = review.documents[unit.document];
    whole_ = whole_ && !unit.lost.text && !document.lost.text && !is_unread(document);
    artefacts_.insert(unit.id);
    if (review.inputs[n].design != nullptr) artefacts_.insert(canonical_id(review.inputs[n].design->artefact).canonical);
    std::string written, artefact;  // rows of one file are of one artefact, nearly always
    for (const Item& item : unit.items) {
      if (item.artefact != written) artefact = canonical_id(written = item.artefact).canonical;
      stems_.insert({item.kind, list_of(item.id)});
      listed_.insert({item.kind, artefact});
      artefacts_.insert(artefact);
    }
  }
}

bool ListedIds::lacks(const std::string& atom, const Record& row) const {
  if (!whole_ || atoms_.contains(atom) || artefacts_.contains(atom) || atom.find('/') != std::string::npos) return false;
  const std::string kind = fold_phrase(row.field("atom_kind"));
  const auto family = canonical_id(atom).family;
  if (family == "document" || family.empty()) return false;
  const std::string of_family = family == "flow" ? "" : std::string(family);
  const std::string expected = kind == "requirement" || kind == "bp_step" || kind == "interface" || kind == "data_item" ? kind : of_family;
  const std::string artefact = canonical_id(row.field("artefact")).canonical;
  if (!artefact.empty()) return listed_.contains({expected, artefact});
  const std::string stem = list_of(atom);
  return !stem.empty() && stems_.contains({expected, stem});
}

}  // namespace dovetail
