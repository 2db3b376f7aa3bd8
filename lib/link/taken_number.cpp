// Which of two texts that have borne one number a link means.
#include "link/taken_number.h"

#include <set>

#include "link/ranking.h"

namespace dovetail {
namespace {

std::set<std::string> terms_of(const std::string& text) {
  const auto terms = ranked_terms(text);
  return {terms.begin(), terms.end()};
}

std::set<std::string> terms_of(const RoleNames& roles, const Item& atom) {
  std::string text = atom.text;
  for (const char* field : {"interface_ids", "trigger", "condition"}) text.append(" ").append(atom.record.field(field));
  for (const char* field : {"lane_role", "actor_role", "to_roles"})
    for (const std::string& role : roles.of_design(atom.record.field(field)).roles)
      for (const std::string& name : roles.names_of(role)) text.append(" ").append(name);
  return terms_of(text);
}

}  // namespace

Bearer nearer_bearer(const RoleNames& roles, const ReviewedText& texts, const Item& atom, Id<Unit> unit, Id<Provision> before, Id<Provision> now) {
  const auto old_terms = terms_of(texts.words(unit, View::baseline, before)), new_terms = terms_of(texts.words(unit, View::proposed, now));
  std::size_t of_old = 0, of_new = 0;
  for (const std::string& term : terms_of(roles, atom)) {
    const bool in_old = old_terms.contains(term), in_new = new_terms.contains(term);
    of_old += in_old && !in_new ? 1 : 0;
    of_new += in_new && !in_old ? 1 : 0;
  }
  constexpr std::size_t least = 2;
  if (of_old >= least && of_old >= 2 * of_new) return Bearer::before;
  if (of_new >= least && of_new >= 2 * of_old) return Bearer::now;
  return Bearer::unclear;
}

}  // namespace dovetail
