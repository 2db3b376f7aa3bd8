// The names of data items, and where they stand in a text.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/review.h"
#include "text/span.h"

namespace dovetail {

/// canonical: the name of the data specification. field: the name in a message's schema ("meterID").
enum class ItemNameKind : std::uint8_t { canonical, synonym, field };

struct ItemName {
  In<Item> item;
  ItemNameKind kind = ItemNameKind::canonical;
  std::string words;  // as the specification writes it
};

struct NamedItem {
  const ItemName* name = nullptr;
  Span span;
};

/// The names of the live data items of the design. A name that two items have is nobody's.
class ItemNames {
 public:
  explicit ItemNames(const Review& review);

  [[nodiscard]] bool empty() const { return names_.empty(); }
  /// The names that stand in normalised text, longest first at each place, in order and without overlap; any case, hyphens as spaces, singular or
  /// plural. A name begins with a capital there, unless it is a schema's field.
  [[nodiscard]] std::vector<NamedItem> find(std::string_view text) const;
  /// The name that the words are as a whole; null for none.
  [[nodiscard]] const ItemName* named(std::string_view words) const;

 private:
  void add(const ItemName& name);

  std::unordered_map<std::string, ItemName> names_;  // by key
  std::unordered_set<std::string> first_words_, clashing_;
  std::unordered_map<std::string, ItemName> fields_;  // as written
  std::size_t longest_ = 1;
};

/// The design's name of a data item.
const std::string& canonical_name(const Review& review, In<Item> item);

}  // namespace dovetail
