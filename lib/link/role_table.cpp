// Which names stand for which role.
#include "link/role_table.h"

#include <algorithm>
#include <array>

#include "text/ids.h"
#include "text/listed_names.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

bool says_all(std::string_view folded) {
  static constexpr std::array everyone{"all", "all parties", "all participants", "all roles", "all recipients"};
  return std::find(everyone.begin(), everyone.end(), folded) != everyone.end();
}

constexpr std::array role_fields{"sender_role", "receiver_roles", "primary_receivers", "secondary_receivers", "always_receivers",
                                 "lane_role",   "to_roles",       "actor_role",        "source_role",         "target_role"};

}  // namespace

RoleTable::RoleTable(const Review& review) {
  const auto add = [&](const Record& record) {
    std::vector<std::string> names;
    for (const char* field : {"role", "name", "aliases"})
      for (const std::string& value : split_values(record.field(field))) {
        names.push_back(fold_phrase(value));
        shown_.emplace(names.front(), value);
      }
    if (!names.empty()) roles_.push_back(names.front());
    for (const std::string& name : names) {
      auto& all = names_[name];
      all.insert(all.end(), names.begin(), names.end());
    }
  };
  for (const Unit& unit : review.units) {
    for (const Record& record : unit.records)
      if (record.kind == "roles") add(record);
    for (const Item& item : unit.items) {
      if (item.kind == "role") add(item.record);
      for (const char* field : role_fields)
        for (const std::string& value : split_values(item.record.field(field)))
          if (!may_list_names(value)) alone_.insert(fold_phrase(value));
    }
  }
}

bool RoleTable::names(std::string_view cell, std::string_view role) const {
  const std::string text = fold_phrase(cell);
  if (says_all(text)) return true;
  const std::vector<std::string> own{fold_phrase(role)};
  const auto known = names_.find(own.front());
  for (const std::string& name : known == names_.end() ? own : known->second)
    for (std::size_t at = name.empty() ? std::string::npos : text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
      std::size_t end = at + name.size();
      if (end < text.size() && text[end] == 's') ++end;
      if (at_word_edge(text, at) && at_word_edge(text, end)) return true;
    }
  return false;
}

std::string RoleTable::key(std::string_view role) const {
  std::string folded = fold_phrase(role);
  const auto known = names_.find(folded);
  return known == names_.end() ? folded : known->second.front();
}

std::string RoleTable::shown(const std::string& key) const {
  const auto known = shown_.find(key);
  return known == shown_.end() ? key : known->second;
}

std::vector<std::string> RoleTable::listed(std::string_view cell) const {
  std::vector<std::string> roles;
  for (const std::string& value : split_values(cell))
    for (std::string& role : listed_names(value, [&](std::string_view name) { return names_.contains(name) || alone_.contains(name); }))
      roles.push_back(std::move(role));
  return roles;
}

std::vector<std::string> RoleTable::meant_by(const std::vector<std::string>& roles, std::string_view sender) const {
  if (roles_.empty() || std::none_of(roles.begin(), roles.end(), [](const std::string& role) { return says_all(fold_phrase(role)); })) return roles;
  const auto own = names_.find(fold_phrase(sender));
  std::vector<std::string> meant;
  for (const std::string& role : roles_)
    if (own == names_.end() || std::find(own->second.begin(), own->second.end(), role) == own->second.end()) meant.push_back(role);
  return meant;
}

}  // namespace dovetail
