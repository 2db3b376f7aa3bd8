// The look-up side of labels: whole, folded for divisions, and what lies below.
#include <algorithm>

#include "link/provisions.h"
#include "text/labels.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// A label as it is looked up: divisions without regard to case, numbers as they are.
std::string key_of(std::string_view label) {
  const bool words = label.find(' ') != std::string_view::npos;
  return words ? fold(label) : std::string(label);
}

/// 6 of "6.3.3(c)"; 0 where the label does not begin with a figure.
std::uint32_t first_part(std::string_view label) {
  std::uint32_t value = 0;
  for (const char c : label) {
    if (c < '0' || c > '9') break;
    value = std::min<std::uint32_t>(value * 10 + static_cast<std::uint32_t>(c - '0'), 100000);
  }
  return value;
}

}  // namespace

LabelIndex::LabelIndex(const Unit& unit, View view) {
  const auto v = index(view);
  for (std::size_t i = 0; i < unit.provisions.size(); ++i) {
    const auto id = Table<Provision>::id_at(i);
    const auto& provision = unit.provisions[id];
    if (!provision.views.has(view) || provision.quoted) continue;
    if (provision.kind == ProvisionKind::entry) {
      ++entries_;
      continue;
    }
    const auto key = key_of(provision.label[v]);
    by_scope_[{provision.scope[v], key}].push_back(id);
    by_label_[key].push_back(id);
    if (provision.kind == ProvisionKind::numbered || provision.kind == ProvisionKind::row) ++numbered_;
    if (provision.kind == ProvisionKind::numbered && !key.empty() && key.front() >= 'A' && key.front() <= 'Z')
      letters_.insert(key.substr(0, key.find_first_of("0123456789")));
    if (const auto first = provision.kind == ProvisionKind::numbered && !provision.scope[v] ? first_part(key) : 0; first > 0) {
      first_ = first_ == 0 ? first : std::min(first_, first);
      last_ = std::max(last_, first);
    }
    if (provision.kind == ProvisionKind::division) ++division_keywords_[key.substr(0, key.find(' '))];
  }
}

const std::vector<Id<Provision>>& LabelIndex::find(Id<Provision> scope, std::string_view label) const {
  static const std::vector<Id<Provision>> nothing;
  const auto found = by_scope_.find(std::pair{scope, key_of(label)});
  return found == by_scope_.end() ? nothing : found->second;
}

const std::vector<Id<Provision>>& LabelIndex::anywhere(std::string_view label) const {
  static const std::vector<Id<Provision>> nothing;
  const auto found = by_label_.find(key_of(label));
  return found == by_label_.end() ? nothing : found->second;
}

bool LabelIndex::has_below(Id<Provision> scope, std::string_view label) const {
  const std::string below = std::string(label) + ".";
  const auto found = by_scope_.lower_bound(std::pair{scope, below});
  return found != by_scope_.end() && found->first.first == scope && found->first.second.starts_with(below);
}

bool LabelIndex::begins_behind_or_ends_before(std::string_view label) const {
  const auto wanted = first_part(label);
  return first_ > 1 && wanted > 0 && (wanted < first_ || wanted > last_);
}

bool LabelIndex::is_extract_with(std::string_view label) const {
  const auto wanted = first_part(label);
  return first_ > 1 && wanted >= first_ && wanted <= last_;
}

bool LabelIndex::has_divisions(std::string_view keyword) const { return division_keywords_.contains(keyword); }

std::string LabelIndex::nearest(Id<Provision> scope, std::string_view label) const {
  if (label.ends_with(')')) {
    const std::string parent(label.substr(0, label.rfind('(')));
    return find(scope, parent).empty() ? std::string() : parent;
  }
  auto parts = parts_of(label);
  if (parts.empty()) return {};
  const auto value = value_of_part(parts.back());
  std::string stem;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) stem += parts[i] + ".";
  for (std::uint32_t n = std::min<std::uint32_t>(value.figure, 500); n-- > 1;)
    if (!find(scope, stem + std::to_string(n)).empty()) return stem + std::to_string(n);
  if (!stem.empty()) stem.pop_back();
  return find(scope, stem).empty() ? std::string() : stem;
}

}  // namespace dovetail
