// The look-up side of labels: whole, folded for divisions, and what lies below.
#include <algorithm>
#include <bit>
#include <numeric>

#include "link/provisions.h"
#include "text/labels.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Divisions are looked up without regard to case, numbers as they are.
bool is_folded(std::string_view label) { return label.find(' ') != std::string_view::npos; }

/// A label as it is looked up.
class Key {
 public:
  explicit Key(std::string_view label) : folded_(is_folded(label) ? fold(label) : std::string()), key_(is_folded(label) ? folded_ : label) {}
  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;
  operator std::string_view() const { return key_; }

 private:
  std::string folded_;
  std::string_view key_;
};

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
  std::vector<Row> rows;
  std::vector<Id<Provision>> ids;
  bool scoped = false;
  Id<Provision> main;  // the scope that the first number stands in
  for (std::size_t i = 0; i < unit.provisions.size(); ++i) {
    const auto id = Table<Provision>::id_at(i);
    const auto& provision = unit.provisions[id];
    if (!provision.views.has(view) || provision.quoted) continue;
    if (provision.kind == ProvisionKind::entry) {
      ++entries_;
      continue;
    }
    std::string_view key = provision.label[v];
    if (is_folded(key)) key = folded_.emplace_back(fold(key));
    rows.emplace_back(provision.scope[v], key);
    scoped = scoped || provision.scope[v];
    ids.push_back(id);
    if (provision.kind == ProvisionKind::numbered || provision.kind == ProvisionKind::row) ++numbered_;
    if (provision.kind == ProvisionKind::numbered && !key.empty() && key.front() >= 'A' && key.front() <= 'Z')
      letters_.emplace(key.substr(0, key.find_first_of("0123456789")));
    if (const auto first = provision.kind == ProvisionKind::numbered && !provision.scope[v] ? first_part(key) : 0; first > 0) {
      first_ = first_ == 0 ? first : std::min(first_, first);
      last_ = std::max(last_, first);
    }
    if (provision.kind == ProvisionKind::numbered && (first_shown_ == 0 || provision.scope[v] == main) && first_part(key) > 0) {
      main = provision.scope[v];
      first_shown_ = first_shown_ == 0 ? first_part(key) : std::min(first_shown_, first_part(key));
      last_shown_ = std::max(last_shown_, first_part(key));
    }
    if (provision.kind == ProvisionKind::division) ++division_keywords_[std::string(key.substr(0, key.find(' ')))];
  }
  by_scope_ = sorted(rows, ids);
  if (!scoped) {
    by_label_ = by_scope_;
    return;
  }
  for (Row& row : rows) row.scope = {};
  by_label_ = sorted(rows, ids);
}

LabelIndex::Row::Row(Id<Provision> in, std::string_view label) : scope(in), key(label) {
  for (std::size_t i = 0; i < sizeof first; ++i) first = (first << 8U) | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
}

LabelIndex::Sorted LabelIndex::sorted(const std::vector<Row>& rows, const std::vector<Id<Provision>>& ids) {
  std::vector<std::uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (rows[a].scope != rows[b].scope) return rows[a].scope < rows[b].scope;
    if (rows[a].first != rows[b].first) return rows[a].first < rows[b].first;
    const int keys = rows[a].key.compare(rows[b].key);
    return keys != 0 ? keys < 0 : a < b;
  });
  Sorted sorted;
  sorted.rows.reserve(rows.size());
  sorted.ids.reserve(rows.size());
  for (const auto n : order) {
    sorted.rows.push_back(rows[n]);
    sorted.ids.push_back(ids[n]);
  }
  sorted.slots.resize(std::bit_ceil(rows.size() * 2 + 1));
  for (std::size_t n = 0; n < rows.size(); ++n) {
    if (n > 0 && sorted.rows[n].is_same(sorted.rows[n - 1])) continue;
    auto slot = sorted.rows[n].hash() & (sorted.slots.size() - 1);
    while (sorted.slots[slot] != 0) slot = (slot + 1) & (sorted.slots.size() - 1);
    sorted.slots[slot] = static_cast<std::uint32_t>(n + 1);
  }
  return sorted;
}

std::size_t LabelIndex::Row::hash() const {
  // The key's first and last eight bytes: labels that differ only between them are told apart when they are compared.
  std::uint64_t last = 0;
  for (std::size_t i = key.size() > 8 ? key.size() - 8 : 0; i < key.size(); ++i) last = (last << 8U) | static_cast<unsigned char>(key[i]);
  const std::uint64_t mixed = (first ^ (std::uint64_t{scope.value} << 20U)) * 0x9E3779B97F4A7C15U + last * 0xC2B2AE3D27D4EB4FU + key.size();
  return static_cast<std::size_t>(mixed ^ (mixed >> 29U));
}

std::span<const Id<Provision>> LabelIndex::Sorted::find(const Row& wanted) const {
  if (rows.empty()) return {};
  for (auto slot = wanted.hash() & (slots.size() - 1); slots[slot] != 0; slot = (slot + 1) & (slots.size() - 1)) {
    const std::size_t begin = slots[slot] - 1;
    if (!rows[begin].is_same(wanted)) continue;
    auto end = begin + 1;
    while (end < rows.size() && rows[end].is_same(wanted)) ++end;
    return std::span(ids).subspan(begin, end - begin);
  }
  return {};
}

std::span<const Id<Provision>> LabelIndex::find(Id<Provision> scope, std::string_view label) const { return by_scope_.find({scope, Key(label)}); }

std::span<const Id<Provision>> LabelIndex::anywhere(std::string_view label) const { return by_label_.find({{}, Key(label)}); }

bool LabelIndex::has_below(Id<Provision> scope, std::string_view label) const {
  const std::string below = std::string(label) + ".";
  const auto& rows = by_scope_.rows;
  const auto found = std::partition_point(rows.begin(), rows.end(),
                                          [&](const Row& row) { return row.scope != scope ? row.scope < scope : row.key < std::string_view(below); });
  return found != rows.end() && found->scope == scope && found->key.starts_with(below);
}

bool LabelIndex::begins_behind_or_ends_before(std::string_view label) const {
  const auto wanted = first_part(label);
  return first_ > 1 && wanted > 0 && (wanted < first_ || wanted > last_);
}

bool LabelIndex::is_left_out(std::string_view label) const {
  const auto wanted = first_part(label);
  if (first_shown_ < 2 || wanted == 0) return false;
  if (wanted < first_shown_ || wanted > last_shown_) return true;
  // "3.4", where 3.1 and 3.2 stand there without a 3: perhaps behind what is shown. A longer row is shown whole, and so is one that a heading names.
  const auto dot = label.find('.');
  if (dot == std::string_view::npos || label.find_first_of(".(", dot + 1) != std::string_view::npos) return false;
  const auto chapter = label.substr(0, dot);
  if (!anywhere(chapter).empty()) return false;
  constexpr std::size_t whole_row = 5;
  const std::string heading = " " + fold(chapter);
  const auto stem = label.substr(0, dot + 1);
  std::size_t beside = 0;
  for (const Row& row : by_label_.rows) {
    if (row.key.ends_with(heading)) return false;
    if (row.key.starts_with(stem) && row.key.rfind('.') == dot) ++beside;
  }
  return beside < whole_row;
}

bool LabelIndex::is_extract_with(std::string_view label) const {
  const auto wanted = first_part(label);
  return first_ > 1 && wanted >= first_ && wanted <= last_;
}

bool LabelIndex::has_divisions(std::string_view keyword) const { return division_keywords_.contains(keyword); }

bool LabelIndex::ends_before_division(std::string_view name) const {
  const auto space = name.find(' ');
  if (space == std::string_view::npos) return false;
  const auto value_of = [](std::string_view number) -> std::uint32_t {
    if (number.find_first_not_of("0123456789") == std::string_view::npos) return first_part(number);
    std::string upper(number);
    std::transform(upper.begin(), upper.end(), upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return roman_value(upper).value_or(0);
  };
  const auto folded = fold(name);
  const auto figures = [](std::string_view number) { return number.find_first_of("0123456789") != std::string_view::npos; };
  const std::string keyword = folded.substr(0, space + 1), wanted = folded.substr(space + 1);
  std::set<std::uint32_t> there;
  const auto first = std::lower_bound(by_label_.rows.begin(), by_label_.rows.end(), std::string_view(keyword),
                                      [](const Row& row, std::string_view key) { return row.key < key; });
  for (auto row = first; row != by_label_.rows.end() && row->key.starts_with(keyword); ++row) {
    const auto number = row->key.substr(keyword.size());
    if (figures(number) != figures(wanted) || value_of(number) == 0) return false;
    there.insert(value_of(number));
  }
  constexpr std::size_t fewest = 3;
  const auto value = value_of(wanted);
  return there.size() >= fewest && *there.rbegin() == there.size() && value > there.size() && value <= 2 * there.size();
}

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
