// Candidate provisions for atoms without text, and candidate atoms for text that traces to nothing.
#include "link/candidates.h"

#include <algorithm>
#include <set>

#include "link/named_provisions.h"
#include "model/standing.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr auto proposed = index(View::proposed);
constexpr double id_boost = 3.0, name_boost = 1.5, role_boost = 1.3;

bool can_be_text(const Provision& provision) {
  return provision.views.proposed && !provision.not_used[proposed] && provision.kind != ProvisionKind::entry &&
         provision.kind != ProvisionKind::division;
}

/// The words of a provision; an item's begin with those of the provision that it belongs to.
std::string words_of(const Unit& unit, Id<Provision> id, bool with_below) {
  const Projection& view = unit.projection(View::proposed);
  std::string text;
  const auto add = [&](std::uint32_t begin, std::uint32_t end) {
    for (auto line = begin; line < end && line < view.lines.size(); ++line) text.append(slice(view.text, view.lines[line].span)).push_back(' ');
  };
  const Provision& provision = unit.provisions[id];
  const auto own = provision.lines[proposed];
  add(own.begin, with_below ? std::max(own.end, provision.last_line[proposed]) : own.end);
  if (provision.kind == ProvisionKind::item && provision.parent[proposed]) {
    const auto above = unit.provisions[provision.parent[proposed]].lines[proposed];
    add(above.begin, above.end);
  }
  return text;
}

bool is_kind_asked(const Item& item) { return item.kind == "requirement" || item.kind == "bp_step" || item.kind == "interface"; }

}  // namespace

Candidates::Candidates(const Review& review) : review_(review) {
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Unit& unit = review.units[Id<Unit>(n)];
    for (const Item& item : unit.items)
      if (item.kind == "interface_item" && !item.text.empty()) items_[item.parent].push_back(item.text);
    if (!stands_for_itself(review.inputs[n]) || !unit.has_body) continue;
    std::set<Id<Provision>> over_rows;  // a heading over a table has the words of all its rows
    for (const Provision& provision : unit.provisions)
      if (provision.kind == ProvisionKind::row && provision.parent[proposed]) over_rows.insert(provision.parent[proposed]);
    for (std::size_t p = 0; p < unit.provisions.size(); ++p) {
      const auto id = Table<Provision>::id_at(p);
      if (!can_be_text(unit.provisions[id]) || over_rows.contains(id)) continue;
      provisions_.add(ranked_terms(words_of(unit, id, false)));
      provision_ids_.emplace_back(Id<Unit>(n), id);
    }
  }
  for (const auto& [id, in] : review.corpus.atoms) {
    const Item& item = review.units[in.unit].items[in.id];
    if (!is_kind_asked(item) || is_withdrawn(item)) continue;
    atoms_.add(question_of(item).terms);
    atom_ids_.push_back(in);
  }
  provisions_.finish();
  atoms_.finish();
}

Candidates::Question Candidates::question_of(const Item& atom) const {
  Question question{ranked_terms(atom.text), {}};
  question.terms.push_back(atom.id);
  question.boosts[atom.id] = id_boost;
  const auto add = [&](std::string_view text, double boost) {
    for (const std::string& term : ranked_terms(text)) {
      question.terms.push_back(term);
      question.boosts[term] = std::max(question.boosts[term], boost);
    }
  };
  const RoleNames& roles = review_.corpus.roles;
  for (const char* field : {"lane_role", "actor_role", "to_roles"}) {
    const Parties parties = roles.of_design(atom.record.field(field));
    for (const std::string& name : parties.unknown) add(name, role_boost);
    for (const std::string& role : parties.roles)
      for (const std::string& name : roles.names_of(role)) add(name, role_boost);
  }
  add_names(atom, question);
  for (const char* field : {"trigger", "condition"}) add(atom.record.field(field), 1.0);
  return question;
}

/// Its interfaces by id and name, and the data items in them.
void Candidates::add_names(const Item& atom, Question& question) const {
  std::vector<std::string> interfaces = split_values(atom.record.field("interface_ids"));
  if (atom.kind == "interface") interfaces.push_back(atom.id);
  for (const std::string& id : interfaces) {
    question.terms.push_back(id);
    question.boosts[id] = id_boost;
    std::vector<std::string> names;
    if (const auto known = review_.corpus.atoms.find(id); known != review_.corpus.atoms.end())
      names.push_back(review_.units[known->second.unit].items[known->second.id].text);
    if (const auto inside = items_.find(id); inside != items_.end()) names.insert(names.end(), inside->second.begin(), inside->second.end());
    for (const std::string& name : names)
      for (const std::string& term : ranked_terms(name)) {
        question.terms.push_back(term);
        question.boosts[term] = std::max(question.boosts[term], name_boost);
      }
  }
}

std::vector<Suggestion> Candidates::for_atom(const Item& atom, const std::string& code, std::size_t count) const {
  const Question question = question_of(atom);
  std::vector<Suggestion> best;
  for (Ranked& ranked : provisions_.bm25(question.terms, question.boosts, code.empty() ? count : provision_ids_.size())) {
    const auto [unit, provision] = provision_ids_[ranked.document];
    if (!code.empty() && code_named(review_.project, review_.units[unit].code) != code) continue;
    best.push_back({unit, provision, {}, ranked.score, as_written(ranked.shared, words_of(review_.units[unit], provision, false))});
    if (best.size() == count) break;
  }
  return best;
}

std::vector<Suggestion> Candidates::plain_for_atom(const Item& atom, std::size_t count) const {
  std::vector<Suggestion> best;
  for (Ranked& ranked : provisions_.tf_idf(ranked_terms(atom.text), count)) {
    const auto [unit, provision] = provision_ids_[ranked.document];
    best.push_back({unit, provision, {}, ranked.score, std::move(ranked.shared)});
  }
  return best;
}

std::vector<Suggestion> Candidates::for_provision(Id<Unit> unit, Id<Provision> provision, std::size_t count) const {
  std::vector<Suggestion> best;
  for (Ranked& ranked : atoms_.bm25(ranked_terms(words_of(review_.units[unit], provision, true)), {}, count)) {
    const In<Item> in = atom_ids_[ranked.document];
    best.push_back({in.unit, {}, in.id, ranked.score, as_written(ranked.shared, words_of(review_.units[unit], provision, true))});
  }
  return best;
}

Result<std::vector<SuggestionList>> suggest(const Review& review, const std::vector<std::string>& atoms, std::size_t count) {
  const Candidates candidates(review);
  std::vector<SuggestionList> lists;
  std::set<std::string> wanted;
  for (const std::string& name : atoms) {
    const std::string id = canonical_id(name).canonical;
    if (!review.corpus.atoms.contains(id)) return fail("no atom is called '" + name + "'; 'dovetail trace --format json' lists them all");
    wanted.insert(id);
  }
  for (const AtomCoverage& entry : review.corpus.coverage) {
    const Item& item = review.units[entry.item.unit].items[entry.item.id];
    const bool gap = entry.status == CoverageStatus::uncovered || entry.status == CoverageStatus::weak || entry.status == CoverageStatus::partial;
    if (wanted.empty() ? gap : wanted.contains(item.id))
      lists.push_back({item.id, entry.code, item.text, candidates.for_atom(item, entry.code, count)});
  }
  std::set<std::pair<Id<Unit>, Id<Provision>>> told;
  for (const TracedText& text : review.corpus.traced_text) {
    if (!wanted.empty() || text.basis != TextBasis::untraced || !told.emplace(text.unit, text.under).second) continue;
    const Unit& unit = review.units[text.unit];
    lists.push_back({document_id(unit) + " " + unit.provisions[text.under].label[proposed],
                     {},
                     squeeze(words_of(unit, text.under, true)),
                     candidates.for_provision(text.unit, text.under, count)});
  }
  return lists;
}

}  // namespace dovetail
