// The names of data items, and where they stand in a text.
#include "check/item_names.h"

#include <algorithm>

#include "check/carriage.h"
#include "text/ids.h"
#include "text/inflection.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::string key_of(const std::vector<std::string>& words, std::size_t first, std::size_t count) {
  std::string key;
  for (std::size_t n = first; n < first + count; ++n) key += (n > first ? " " : "") + words[n];
  return key;
}

std::vector<std::string> keys_in(std::string_view text, const std::vector<Span>& spans) {
  std::vector<std::string> keys;
  keys.reserve(spans.size());
  for (const Span span : spans) keys.push_back(stem_of(slice(text, span)));
  return keys;
}

// Written as no word of English is: a capital or an underscore inside.
bool is_field_name(std::string_view name) {
  if (name.size() < 4 || name.find(' ') != std::string_view::npos || !starts_lower(name)) return false;
  return std::any_of(name.begin() + 1, name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

bool words_join(std::string_view text, Span a, Span b) {
  const std::string_view between = text.substr(a.end, b.begin - a.end);
  return between == " " || between == "-";
}

}  // namespace

ItemNames::ItemNames(const Review& review) {
  for (std::uint32_t n = 0; n < review.units.size() && n < review.inputs.size(); ++n) {
    if (review.inputs[n].role != InputRole::design) continue;
    const Unit& unit = review.units[Id<Unit>(n)];
    for (std::uint32_t i = 0; i < unit.items.size(); ++i) {
      const Item& item = unit.items[Id<Item>(i)];
      if (item.kind != "data_item" || item.record.struck || says_retired(item.status)) continue;
      const In<Item> in{Id<Unit>(n), Id<Item>(i)};
      add({in, ItemNameKind::canonical, squeeze(normalise(item.text))});
      for (const std::string& synonym : split_values(item.record.field("synonyms"))) add({in, ItemNameKind::synonym, squeeze(normalise(synonym))});
      if (const std::string field(item.record.field("dip_field")); is_field_name(field))
        fields_.emplace(field, ItemName{in, ItemNameKind::field, field});
    }
  }
  for (const std::string& key : clashing_) names_.erase(key);
}

void ItemNames::add(const ItemName& name) {
  const auto spans = words(name.words);
  if (spans.empty() || says_not_applicable(name.words)) return;
  const auto keys = keys_in(name.words, spans);
  const std::string key = key_of(keys, 0, keys.size());
  const auto [place, fresh] = names_.emplace(key, name);
  if (!fresh) {
    // The same item listed again, or a synonym that is the name itself, is no clash.
    const bool other = place->second.item != name.item && place->second.words != name.words;
    if (place->second.kind != ItemNameKind::canonical && name.kind == ItemNameKind::canonical)
      place->second = name;
    else if (other && place->second.kind == name.kind)
      clashing_.insert(key);
    return;
  }
  first_words_.insert(keys.front());
  longest_ = std::max(longest_, keys.size());
}

std::vector<NamedItem> ItemNames::find(std::string_view text) const {
  std::vector<NamedItem> found;
  const auto spans = words(text);
  const auto keys = keys_in(text, spans);
  for (std::size_t n = 0; n < spans.size();) {
    if (!fields_.empty())
      if (const auto field = fields_.find(std::string(slice(text, spans[n]))); field != fields_.end()) {
        found.push_back({&field->second, spans[n]});
        ++n;
        continue;
      }
    std::size_t taken = 0;
    if (starts_upper(slice(text, spans[n])) && first_words_.contains(keys[n])) {
      std::size_t most = 1;
      while (most < longest_ && n + most < spans.size() && words_join(text, spans[n + most - 1], spans[n + most])) ++most;
      for (taken = most; taken > 0; --taken)
        if (const auto name = names_.find(key_of(keys, n, taken)); name != names_.end()) {
          found.push_back({&name->second, {spans[n].begin, spans[n + taken - 1].end}});
          break;
        }
    }
    n += std::max<std::size_t>(taken, 1);
  }
  return found;
}

const ItemName* ItemNames::named(std::string_view name) const {
  const auto spans = words(name);
  const auto keys = keys_in(name, spans);
  const auto found = names_.find(key_of(keys, 0, keys.size()));
  return found == names_.end() ? nullptr : &found->second;
}

const std::string& canonical_name(const Review& review, In<Item> item) { return review.units[item.unit].items[item.id].text; }

}  // namespace dovetail
