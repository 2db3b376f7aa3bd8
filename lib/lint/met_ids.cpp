// A scheme as a pattern: its letters as they are, its numbers by their lengths.
#include "lint/met_ids.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "text/id_schemes.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Kinds whose atoms go by an id of their own; the families of ids have the same names.
constexpr std::array<std::string_view, 7> kinds{"bp_step", "requirement", "choreography", "interface", "data_item", "message", "variant"};

constexpr std::size_t several = 2;  // ids that make a scheme

std::vector<std::size_t> digit_runs(std::string_view id) {
  std::vector<std::size_t> runs;
  for (std::size_t i = 0; i < id.size(); ++i) {
    if (!is_digit(id[i])) continue;
    if (i == 0 || !is_digit(id[i - 1])) runs.push_back(0);
    ++runs.back();
  }
  return runs;
}

void add_plain(std::string& pattern, char c) {
  if (is_digit(c) || is_letter(c) || c == '-' || c == '_' || c == ' ' || c == '/')
    pattern += c;
  else
    pattern.append(1, '\\').append(1, c);
}

std::string pattern_of(const std::string& scheme, const std::vector<std::pair<std::size_t, std::size_t>>& lengths) {
  std::string pattern;
  std::size_t run = 0;
  for (const char c : scheme) {
    if (c == '#') {
      const auto [fewest, most] = lengths[run++];
      pattern += "[0-9]";
      if (most > 1) pattern += "{" + std::to_string(fewest) + (fewest == most ? "" : "," + std::to_string(most)) + "}";
    } else {
      add_plain(pattern, c);
    }
  }
  return pattern;
}

/// Any of the ids and nothing else; empty where they are too many or too short, or could be the numbers of provisions ("H2.1").
std::string pattern_of(const std::set<std::string>& ids) {
  constexpr std::size_t most = 500, least_letters = 3;
  std::string pattern;
  if (ids.size() > most) return pattern;
  for (const std::string& id : ids) {
    if (id.size() < least_letters || id.find('.') != std::string::npos) return {};
    if (!pattern.empty()) pattern += '|';
    for (const char c : id) add_plain(pattern, c);
  }
  return pattern;
}

/// The id with a sign for each digit: what ids have in common of which text finds all or none.
std::string look_of(std::string_view id) {
  std::string look(id);
  std::replace_if(look.begin(), look.end(), is_digit, '#');
  return look;
}

/// Whether running text finds the id, as the kind of atom that it is.
bool is_found(const std::string& written, const std::string& kind) {
  const auto found = ids_in_text(written);
  return found.size() == 1 && found.front().span.size() == written.size() && found.front().id.family == kind;
}

}  // namespace

void IdSchemes::add(const Item& item) {
  const std::string written(trim(item.raw_id));
  const auto id = canonical_id(written);
  const bool plain = std::all_of(written.begin(), written.end(), [](char c) { return c > ' ' && c < 0x7F && c != '\'' && c != '"' && c != '#'; });
  if (std::find(kinds.begin(), kinds.end(), item.kind) == kinds.end()) return;
  ++met_[item.kind];
  const std::string look = look_of(item.raw_id);
  if (known_.contains({item.kind, look})) return;  // another of its like was found
  if (id.canonical != item.id || !plain) return;
  if (!id.family.empty() && id.family != "requirement") return;  // the shape of another family, which says more than where it was met
  if (is_found(written, item.kind)) return void(known_.emplace(item.kind, look));
  if (std::none_of(written.begin(), written.end(), is_letter)) return;  // numbers alone are no ids in running text
  const std::string scheme = id_scheme(written);
  if (scheme.size() < 2) return;
  Scheme& one = schemes_[{item.kind, scheme}];
  const auto runs = digit_runs(written);
  if (one.ids.empty())
    for (const std::size_t length : runs) one.lengths.emplace_back(length, length);
  one.ids.insert(written);
  for (std::size_t i = 0; i < runs.size(); ++i) one.lengths[i] = {std::min(one.lengths[i].first, runs[i]), std::max(one.lengths[i].second, runs[i])};
}

void IdSchemes::add_named(const std::string& kind, std::string_view field) {
  constexpr std::string_view marks = ",;/&\n";  // between ids of a cell that could not be cut, since nothing knows their shape yet
  for (std::size_t at = 0; at <= field.size();) {
    const std::size_t end = std::min(field.find_first_of(marks, at), field.size());
    const std::string_view written = trim(field.substr(at, end - at));
    at = end + 1;
    if (std::none_of(written.begin(), written.end(), is_digit)) continue;
    Item named;
    named.kind = kind;
    named.raw_id = std::string(written);
    named.id = canonical_id(written).canonical;
    add(named);
  }
}

std::vector<IdShape> IdSchemes::shapes() const {
  std::map<std::string, Key> owners;  // of a scheme that atoms of several kinds have: the kind with the most ids
  for (const auto& [key, scheme] : schemes_) {
    const auto [owner, fresh] = owners.try_emplace(key.second, key);
    if (!fresh && schemes_.at(owner->second).ids.size() < scheme.ids.size()) owner->second = key;
  }
  std::vector<Key> order;
  for (const auto& [scheme, owner] : owners) order.push_back(owner);
  std::stable_sort(order.begin(), order.end(), [](const Key& a, const Key& b) { return a.second.size() > b.second.size(); });
  std::vector<IdShape> shapes;
  for (const Key& key : order) {
    const Scheme& scheme = schemes_.at(key);
    if (scheme.ids.size() < several && met_.at(key.first) > scheme.ids.size()) continue;  // one among others may be a slip
    const std::string pattern = pattern_of(key.second, scheme.lengths);
    const bool telling = std::count_if(key.second.begin(), key.second.end(), is_letter) > 1;
    shapes.push_back({key.first, "(" + pattern + ")", "{1}", telling ? pattern : pattern_of(scheme.ids), {}});
  }
  return shapes;
}

std::string IdSchemes::lines() const {
  std::string lines;
  for (const auto& [key, scheme] : schemes_) {
    if (scheme.ids.size() < several) continue;
    const std::string pattern = pattern_of(key.second, scheme.lengths);
    lines += "  - {family: " + key.first + ", pattern: '(" + pattern + ")', canonical: '{1}', in_text: '" + pattern + "'}   # " +
             *scheme.ids.begin() + ": " + std::to_string(scheme.ids.size()) + " ids\n";
  }
  return lines.empty()
             ? lines
             : "ids:                                  # spelt as no file of rules/ids has them: so that they are found in the texts\n" + lines;
}

}  // namespace dovetail
