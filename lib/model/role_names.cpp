// The roles of the project in all their names.
#include "model/role_names.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/holds.h"
#include "model/review.h"
#include "text/ids.h"
#include "text/inflection.h"
#include "text/listed_names.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::vector<std::string> word_keys(std::string_view text) {
  std::vector<std::string> keys;
  for (const Span word : words(text)) keys.push_back(stem_of(slice(text, word)));
  return keys;
}

template <class Keys>
std::string joined(const Keys& keys, std::size_t first, std::size_t count) {
  std::string key;
  for (std::size_t n = first; n < first + count; ++n) {
    if (n > first) key += ' ';
    key += keys[n];
  }
  return key;
}

std::string name_key(std::string_view name) {
  const auto keys = word_keys(normalise(name));
  return joined(keys, 0, keys.size());
}

// Words around a name that make no other party of it.
bool is_form(std::string_view folded) {
  static constexpr std::array<std::string_view, 46> forms{
      "new",       "old",     "current",     "existing", "previous",   "outgoing",   "incoming", "losing", "gaining", "prospective",
      "appointed", "primary", "secondary",   "relevant", "associated", "affected",   "other",    "each",   "any",     "the",
      "a",         "an",      "all",         "both",     "s",          "and",        "or",       "via",    "if",      "applicable",
      "where",     "as",      "appropriate", "its",      "their",      "respective", "of",       "every",  "through", "to",
      "from",      "same",    "former",      "either",   "then",       "initiating"};
  return holds(forms, folded);
}

bool says_nobody(std::string_view folded) {
  static constexpr std::array<std::string_view, 9> nobody{"",    "n/a", "not applicable", "none", "-", "\xE2\x80\x93", "internal", "internal process",
                                                          "self"};
  return holds(nobody, folded) || folded.starts_with("internal ");
}

bool says_everyone(std::string_view folded) {
  static constexpr std::array<std::string_view, 14> everyone{"all",
                                                             "all parties",
                                                             "all participants",
                                                             "all roles",
                                                             "all recipients",
                                                             "parties",
                                                             "any party",
                                                             "each party",
                                                             "all market participants",
                                                             "market participants",
                                                             "any",
                                                             "various",
                                                             "all relevant parties",
                                                             "relevant parties"};
  return holds(everyone, folded);
}

constexpr std::array role_fields{"sender_role", "receiver_roles", "primary_receivers", "secondary_receivers", "always_receivers",
                                 "lane_role",   "to_roles",       "actor_role",        "source_role",         "target_role"};

void add_once(std::vector<std::string>& list, const std::string& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

}  // namespace

bool Parties::has(const std::string& role) const { return std::find(roles.begin(), roles.end(), role) != roles.end(); }

bool Parties::meets(const Parties& others) const {
  return everyone || others.everyone || std::any_of(roles.begin(), roles.end(), [&](const std::string& role) { return others.has(role); });
}

RoleNames::RoleNames(const Review& review) {
  for (const Unit& unit : review.units) {
    for (const Record& record : unit.records)
      if (record.kind == "roles") add(record);
    for (const Item& item : unit.items)
      if (item.kind == "role") add(item.record);
  }
  for (const Unit& unit : review.units) add_acronyms(unit);
  add_fields(review);
}

// "Supplier and LDSO", "New Supplier" are read by the names that stand alone, and so come last.
void RoleNames::add_fields(const Review& review) {
  std::set<std::string, std::less<>> fields;
  for (const Unit& unit : review.units)
    for (const Item& item : unit.items)
      for (const char* name : role_fields)
        if (const auto field = item.record.field(name); !field.empty() && !fields.contains(field)) fields.emplace(field);
  std::set<std::tuple<bool, std::size_t, std::string>> values;
  for (const std::string& field : fields)
    for (const std::string& value : split_values(field)) values.emplace(may_list_names(value), words(value).size(), value);
  for (const auto& [lists, count, value] : values) add_named(value);
}

// A role that a design names and no table has.
void RoleNames::add_named(const std::string& value) {
  const std::string key = name_key(value);
  if (key.empty() || says_not_applicable(value) || says_everyone(fold_phrase(value)) || role_of_.contains(key)) return;
  if (value.find(',') != std::string::npos || listed(value).size() > 1 || !roles_meant(value).empty()) return;
  role_of_.emplace(key, key);
  shown_.emplace(key, value);
  longest_ = std::max(longest_, word_keys(value).size());
}

std::vector<std::string> RoleNames::listed(std::string_view value) const {
  return listed_names(value, [&](std::string_view name) { return !role_of(name).empty(); });
}

void RoleNames::add(const Record& record) {
  std::string role;
  std::vector<std::string> names;
  for (const char* field : {"role", "name", "aliases"})
    for (const std::string& value : split_values(record.field(field))) {
      const std::string key = name_key(value);
      if (key.empty()) continue;
      if (role.empty()) role = role_of_.contains(key) ? role_of_.at(key) : key;
      role_of_.emplace(key, role);
      longest_ = std::max(longest_, word_keys(value).size());
      names.push_back(value);
    }
  if (role.empty()) return;
  const std::string name = squeeze(record.field("name"));
  if (shown_.emplace(role, name.empty() ? squeeze(record.field("role")) : name).second) table_roles_.push_back(role);
  for (const std::string& one : names) add_once(names_[role], one);
}

// "LDSO" in a table of acronyms means the role whose name stands beside it.
void RoleNames::add_acronyms(const Unit& unit) {
  for (const Definition& definition : unit.definitions) {
    if (definition.form != DefinitionForm::acronym && definition.form != DefinitionForm::table) continue;
    if (definition.meaning.size() > 80) continue;
    const auto role = role_of_.find(name_key(definition.meaning));
    const std::string key = name_key(definition.term);
    if (role != role_of_.end() && !key.empty()) role_of_.emplace(key, role->second);
  }
}

std::string RoleNames::role_of(std::string_view name) const {
  const auto role = role_of_.find(name_key(name));
  return role == role_of_.end() ? std::string() : role->second;
}

std::string RoleNames::shown(const std::string& role) const {
  const auto name = shown_.find(role);
  return name == shown_.end() ? role : name->second;
}

std::string RoleNames::short_name(const std::string& role) const {
  const auto names = names_.find(role);
  return names == names_.end() ? shown(role) : names->second.front();
}

std::vector<std::string> RoleNames::names_of(const std::string& role) const {
  const auto names = names_.find(role);
  return names == names_.end() ? std::vector<std::string>{shown(role)} : names->second;
}

bool RoleNames::may_begin(std::string_view stem) const {
  const auto at = role_of_.lower_bound(stem);
  return at != role_of_.end() && at->first.starts_with(stem);
}

std::string RoleNames::role_at(const std::vector<std::string_view>& keys, std::size_t first, std::size_t& count) const {
  count = 0;
  const std::string* role = nullptr;
  std::string name;
  for (std::size_t n = first; n < keys.size() && n - first < longest_; ++n) {
    if (n > first) name += ' ';
    name += keys[n];
    const auto at = role_of_.lower_bound(name);
    if (at == role_of_.end() || !at->first.starts_with(name)) break;
    if (at->first.size() != name.size()) continue;
    role = &at->second;
    count = n - first + 1;
  }
  return role == nullptr ? std::string() : *role;
}

// Cuts a cell into the names of roles and the words beside them; forms are left out.
std::vector<NamedPiece> RoleNames::pieces_of(const std::string& text) const {
  const auto spans = words(text);
  const auto stems = word_keys(text);
  const std::vector<std::string_view> keys(stems.begin(), stems.end());
  const auto breaks = [&](std::size_t n) {  // something more than a space stands in front of word n
    return n == 0 || text.substr(spans[n - 1].end, spans[n].begin - spans[n - 1].end).find_first_not_of(" -'") != std::string::npos;
  };
  std::vector<NamedPiece> pieces;
  bool apart = true;
  for (std::size_t n = 0; n < spans.size();) {
    std::size_t count = 0;
    const std::string role = role_at(keys, n, count);
    const std::string word(slice(text, spans[n]));
    apart = apart || breaks(n);
    if (!role.empty()) {
      pieces.push_back({role, std::string(slice(text, {spans[n].begin, spans[n + count - 1].end})), apart, true});
      n += count;
      apart = false;
      continue;
    }
    ++n;
    const std::string folded = fold(word);
    if (is_form(folded)) {
      apart = apart || folded == "and" || folded == "or";
      continue;
    }
    if (!pieces.empty() && pieces.back().role.empty() && !apart) {
      pieces.back().words += " " + word;
      pieces.back().party = pieces.back().party && starts_upper(word);
    } else {
      pieces.push_back({"", word, apart, starts_upper(word)});
    }
    apart = false;
  }
  return pieces;
}

Parties RoleNames::read(std::string_view cell) const {
  Parties parties;
  const std::string text = squeeze(normalise(cell));
  const std::string folded = fold(text);
  if (says_nobody(folded)) return parties;
  if (says_everyone(folded)) {
    parties.everyone = true;
    return parties;
  }
  const auto pieces = pieces_of(text);
  for (std::size_t n = 0; n < pieces.size(); ++n) {
    const bool joined_on = n + 1 < pieces.size() && !pieces[n + 1].after_break;
    const bool tail = joined_on && pieces[n + 1].role.empty() && pieces[n + 1].party;
    const bool head = joined_on && pieces[n].role.empty() && !pieces[n + 1].role.empty();
    if (!pieces[n].role.empty() && tail) {  // "Supplier Agent" is another party than the Supplier
      add_once(parties.unknown, pieces[n].words + " " + pieces[n + 1].words);
      ++n;
    } else if (!pieces[n].role.empty()) {
      add_once(parties.roles, pieces[n].role);
    } else if (!head) {  // "Host LDSO" is the LDSO
      if (pieces[n].party)
        add_once(parties.unknown, pieces[n].words);
      else
        parties.unclear = true;
    }
  }
  return parties;
}

Parties RoleNames::of_design(std::string_view field) const {
  Parties parties;
  std::string with_breaks(field);
  std::replace(with_breaks.begin(), with_breaks.end(), ',', ';');
  for (const std::string& value : split_values(with_breaks)) {
    if (says_not_applicable(value)) continue;
    if (says_everyone(fold_phrase(value))) {
      parties.everyone = true;
      continue;
    }
    for (const std::string& name : listed(value)) {
      const auto roles = roles_meant(name);
      for (const std::string& role : roles) add_once(parties.roles, role);
      if (roles.empty()) add_once(parties.unknown, name);
    }
  }
  return parties;
}

// The role of that name, else what the words name beside forms alone: "New Supplier" is the Supplier.
std::vector<std::string> RoleNames::roles_meant(std::string_view name) const {
  if (std::string role = role_of(name); !role.empty()) return {std::move(role)};
  Parties parties = read(name);
  return parties.unknown.empty() && !parties.unclear ? std::move(parties.roles) : std::vector<std::string>();
}

Parties RoleNames::receivers(std::string_view field, const Parties& senders) const {
  Parties parties = of_design(field);
  if (!parties.everyone || !has_table()) return parties;
  parties.everyone = false;
  for (const std::string& role : table_roles_)
    if (!senders.has(role)) add_once(parties.roles, role);
  return parties;
}

std::set<std::string> RoleNames::standing_in(std::string_view text) const {
  std::set<std::string> roles;
  for (const NamedPiece& piece : pieces_of(squeeze(normalise(text))))
    if (!piece.role.empty()) roles.insert(piece.role);
  return roles;
}

bool RoleNames::is_transit(const std::string& role, std::string_view means) const {
  static constexpr std::array<std::string_view, 8> hubs{"dip", "data integration platform", "hub",        "data hub", "central hub",
                                                        "dtn", "data transfer network",     "message hub"};
  if (holds(hubs, role) || holds(hubs, fold_phrase(shown(role)))) return true;
  const Parties through = read(means);
  return through.has(role);
}

std::string RoleNames::role_before(std::string_view text, std::size_t end, std::size_t& begin) const {
  std::size_t from = end > 120 ? end - 120 : 0;
  while (from < end && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  const std::string_view before = text.substr(from, end - from);
  auto spans = words(before);
  if (!spans.empty() && from > 0 && spans.front().begin == 0) spans.erase(spans.begin());  // may be half a word
  std::size_t last = spans.size();
  const auto rest = [&](std::size_t at) { return std::string(trim(before.substr(at))); };
  if (last > 1 && slice(before, spans[last - 1]) == "s" && rest(spans[last - 2].end) == "(s)")
    --last;
  else if (last == 0 || !rest(spans[last - 1].end).empty())
    return {};
  std::size_t first = last - std::min(longest_, last);
  while (first < last && !starts_upper(slice(before, spans[first]))) ++first;
  std::vector<std::string> keys;
  for (std::size_t n = first; n < last; ++n) keys.push_back(stem_of(slice(before, spans[n])));
  for (std::size_t n = first; n < last; ++n) {
    if (!starts_upper(slice(before, spans[n])) || !may_begin(keys[n - first])) continue;
    const auto role = role_of_.find(joined(keys, n - first, last - n));
    if (role == role_of_.end()) continue;
    begin = from + spans[n].begin;
    return role->second;
  }
  return {};
}

}  // namespace dovetail
