// Elements as records, and links between them as fields.
#include "compile/atoms/elements.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "compile/atoms/families.h"
#include "compile/atoms/step_names.h"
#include "compile/field_value.h"
#include "compile/header.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// The field in which an atom of one kind names one of another.
struct LinkField {
  std::string_view from, to, field;
};

constexpr std::array link_fields{LinkField{"bp_step", "interface", "interface_ids"},      LinkField{"bp_step", "requirement", "requirement_ids"},
                                 LinkField{"requirement", "bp_step", "bp_steps"},         LinkField{"requirement", "interface", "interface_ids"},
                                 LinkField{"interface", "bp_step", "triggered_by_steps"}, LinkField{"choreography", "bp_step", "bp_step"},
                                 LinkField{"choreography", "interface", "interface_id"}};

std::string_view link_field(std::string_view from, std::string_view to) {
  const auto found = std::find_if(link_fields.begin(), link_fields.end(), [&](const LinkField& f) { return f.from == from && f.to == to; });
  return found == link_fields.end() ? std::string_view() : found->field;
}

/// A link that says that one thing is part of another, or made from it.
bool makes_child(std::string_view type) {
  const std::string key = header_key(type);
  constexpr std::array<std::string_view, 8> words{"parent", "child", "derive", "refine", "decompos", "composition", "aggregation", "partof"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return key.find(word) != std::string::npos; });
}

/// "Heading", "Information Type": what requirement tools call objects that require nothing.
bool says_no_requirement(std::string_view word) {
  constexpr std::array<std::string_view, 16> words{"heading", "header", "section", "chapter", "title",   "information", "info",   "comment",
                                                   "note",    "remark", "folder",  "figure",  "picture", "table",       "prefix", "textobject"};
  std::string key = header_key(word);
  for (const std::string_view tail : {"type", "spec", "object"})
    if (key.size() > tail.size() && key.ends_with(tail) && key != "textobject") key.resize(key.size() - tail.size());
  return std::find(words.begin(), words.end(), key) != words.end();
}

/// By its type, or by an attribute that tells kinds of objects apart.
bool requires_nothing(const ModelElement& element) {
  constexpr std::array<std::string_view, 6> names{"type", "category", "objecttype", "reqifcategory", "kind", "requirementtype"};
  return says_no_requirement(element.type) || std::any_of(element.values.begin(), element.values.end(), [&](const auto& value) {
           return std::find(names.begin(), names.end(), header_key(value.first)) != names.end() && says_no_requirement(value.second);
         });
}

void put(Item& item, std::string_view field, const std::string& value, bool many) {
  for (auto& [name, old] : item.record.fields) {
    if (name != field) continue;
    const auto known = split_values(old);
    if (old.empty())
      old = value;
    else if (many && std::find(known.begin(), known.end(), value) == known.end())
      old += ";" + value;
    return;
  }
  item.record.fields.emplace_back(field, value);
}

void set(Item& item, std::string_view field, const std::string& value) {
  for (auto& [name, old] : item.record.fields)
    if (name == field) old.clear();
  put(item, field, value, false);
}

/// All elements of one type, which have the same values as a rule.
class Group {
 public:
  Group(const Input& input, std::string type) : type_(std::move(type)), mappings_(mappings_for(input)), named_(input.mapping != nullptr) {}

  void add(const ModelElement& element) {
    elements_.push_back(&element);
    for (const auto& [name, value] : element.values)
      if (std::find(names_.begin(), names_.end(), name) == names_.end() && names_.size() < 400) names_.push_back(name);
  }

  [[nodiscard]] const std::vector<const ModelElement*>& elements() const { return elements_; }

  /// How a mapping fits the values of these elements; of several that may be the id the one that holds most ids of the programme.
  HeaderFit fit(const Mapping& mapping) const {
    HeaderFit fit = fit_names(mapping, names_);
    for (std::size_t i = 0; i < mapping.fields.size(); ++i)
      if (mapping.fields[i].field == mapping.id) prefer_ids(mapping.fields[i], fit, i);
    return fit;
  }

  /// The mapping for elements of this type that do not say it by their ids; null for none.
  [[nodiscard]] const Mapping* own_mapping() const {
    if (named_) return mappings_.empty() ? nullptr : mappings_.front();
    const std::string key = header_key(type_);
    for (const Mapping* mapping : mappings_)
      if (std::any_of(mapping->elements.begin(), mapping->elements.end(), [&](const auto& e) { return header_key(e) == key; })) return mapping;
    const Mapping* best = nullptr;
    std::size_t most = 1;
    for (const Mapping* mapping : mappings_) {
      const HeaderFit found = fit(*mapping);
      if (found.complete() && !contradicts(*mapping, found) && found.matched + found.exact > most) {
        most = found.matched + found.exact;
        best = mapping;
      }
    }
    return best;
  }

  [[nodiscard]] const Mapping* mapping_of_family(std::string_view family) const {
    if (named_ || family.empty() || family == "document" || family == "flow" || family == "requirement") return nullptr;
    const auto found = std::find_if(mappings_.begin(), mappings_.end(), [&](const Mapping* m) { return m->gives == family; });
    return found == mappings_.end() ? nullptr : *found;
  }

  [[nodiscard]] bool named() const { return named_; }
  [[nodiscard]] const std::string& name_at(std::size_t column) const { return names_[column]; }

 private:
  /// Most of the ids that it would read are of another kind of atom.
  [[nodiscard]] bool contradicts(const Mapping& mapping, const HeaderFit& fit) const {
    const std::string_view wanted = id_family(mapping.gives);
    std::size_t others = 0, own = 0;
    for (std::size_t i = 0; i < mapping.fields.size(); ++i) {
      if (mapping.fields[i].field != mapping.id || !fit.columns[i]) continue;
      for (const ModelElement* element : elements_)
        for (const auto& [key, value] : element->values)
          if (key == names_[*fit.columns[i]])
            if (const auto family = canonical_id(value).family; !family.empty()) ++(family == wanted ? own : others);
    }
    return others > own;
  }

  [[nodiscard]] std::size_t ids_in(const std::string& name) const {
    std::size_t count = 0;
    for (const ModelElement* element : elements_)
      for (const auto& [key, value] : element->values)
        if (key == name && !canonical_id(value).family.empty()) ++count;
    return count;
  }

  void prefer_ids(const MappedField& field, HeaderFit& fit, std::size_t i) const {
    std::size_t most = fit.columns[i] ? ids_in(names_[*fit.columns[i]]) : 0;
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const std::string key = header_key(names_[n]);
      const bool means = std::any_of(field.columns.begin(), field.columns.end(), [&](const auto& c) { return header_key(c) == key; });
      const bool taken =
          std::find(fit.columns.begin(), fit.columns.end(), std::optional<std::uint32_t>(static_cast<std::uint32_t>(n))) != fit.columns.end();
      if (!means || taken) continue;
      if (const std::size_t count = ids_in(names_[n]); count > most) {
        most = count;
        fit.columns[i] = static_cast<std::uint32_t>(n);
      }
    }
  }

  std::string type_;
  std::vector<const Mapping*> mappings_;
  bool named_;
  std::vector<const ModelElement*> elements_;
  std::vector<std::string> names_;
};

/// One file's elements on their way into items.
class Elements {
 public:
  Elements(const ItemDefaults& defaults, const std::vector<ModelElement>& elements, Unit& unit) : defaults_(defaults), unit_(unit) {
    for (const ModelElement& element : elements) by_native_.emplace(element.native, &element);
    for (std::uint32_t i = 0; i < unit.items.size(); ++i) by_place_.emplace(unit.items[Id<Item>(i)].record.span.begin, Id<Item>(i));
    for (const Item& item : unit.unnamed) unnamed_.insert(item.raw_id);
  }

  void add(const Group& group) {
    const Mapping* own = group.own_mapping();
    std::map<const Mapping*, HeaderFit> fits;
    for (const ModelElement* element : group.elements()) {
      if (by_place_.contains(element->span.begin) && !element->span.empty()) continue;  // a step already
      if (unnamed_.contains(element->native)) continue;
      const NamedId named = id_of_name(element->name);
      const Mapping* mapping = group.mapping_of_family(named.family);
      if (mapping == nullptr) mapping = own;
      if (mapping == nullptr || (mapping->gives == "requirement" && requires_nothing(*element))) continue;
      const auto fit = fits.find(mapping);
      add_element(group, *element, named, fit == fits.end() ? fits.emplace(mapping, group.fit(*mapping)).first->second : fit->second);
    }
  }

  void link(const std::vector<ModelLink>& links, const std::vector<ModelElement>& elements) {
    for (const ModelLink& one : links) {
      Item *from = item_of(one.from), *to = item_of(one.to);
      if (from != nullptr && to != nullptr) link(*from, *to, one.type);
    }
    for (const ModelElement& element : elements) {
      Item* item = element.above.empty() ? nullptr : item_of(element.native);
      if (item == nullptr || item->kind != "requirement" || !item->parent.empty()) continue;
      if (const Item* above = above_of(element); above != nullptr && above->kind == item->kind && above->id != item->id) set_parent(*item, above->id);
    }
  }

 private:
  void add_element(const Group& group, const ModelElement& element, const NamedId& named, const HeaderFit& fit) {
    const Mapping& mapping = *fit.mapping;
    Item item;
    item.kind = item.record.kind = mapping.gives;
    item.record.span = element.span;
    item.record.struck = element.struck;
    for (std::size_t i = 0; i < mapping.fields.size(); ++i)
      if (fit.columns[i]) item.record.fields.emplace_back(mapping.fields[i].field, value_of(group, element, mapping.fields[i], *fit.columns[i]));
    const bool programme = settle_id(group, element, named, item, mapping);
    item.text = item.record.field(mapping.text);
    if (item.text.empty() || item.text == squeeze(element.name)) {
      item.text = named.id == item.id ? named.rest : squeeze(element.name);
      set(item, mapping.text, item.text);
    }
    if (item.id.empty() || (item.text.empty() && !programme)) return;
    fill_rest(item, mapping);
    if (!programme) {
      unit_.unnamed.add(std::move(item));
      return;
    }
    by_item_.emplace(element.native, unit_.items.add(std::move(item)));
  }

  static std::string value_of(const Group& group, const ModelElement& element, const MappedField& field, std::size_t column) {
    for (const auto& [name, value] : element.values)
      if (name == group.name_at(column)) return field_value(field, value);
    return {};
  }

  /// The id of an attribute, of the name, or the file's own; whether it is one of the programme.
  static bool settle_id(const Group& group, const ModelElement& element, const NamedId& named, Item& item, const Mapping& mapping) {
    const auto ids = split_values(item.record.field(mapping.id));
    const std::string_view family = id_family(mapping.gives);
    const auto fits = [&](std::string_view id) { return canonical_id(id).family == family || family.empty(); };
    if (!ids.empty() && (group.named() || fits(ids.front()) || looks_like_id(ids.front()))) {
      item.id = item.raw_id = ids.front();
      return true;
    }
    if (!named.id.empty() && (named.family == family || named.family == "requirement")) {
      item.id = named.id;
      item.raw_id = named.raw;
    } else if (const NamedId native = id_of_native(element.native); !native.id.empty() && native.family == family) {
      item.id = native.id;
      item.raw_id = native.raw;
    } else {
      item.id = item.raw_id = ids.empty() ? element.native : ids.front();
      return false;
    }
    put(item, mapping.id, item.id, false);
    return true;
  }

  void fill_rest(Item& item, const Mapping& mapping) const {
    item.parent = item.record.field(mapping.parent);
    if (says_not_applicable(item.parent)) item.parent.clear();
    finish_item(mapping, defaults_, item);
  }

  Item* item_of(const std::string& native) {
    if (const auto found = by_item_.find(native); found != by_item_.end()) return &unit_.items[found->second];
    const auto element = by_native_.find(native);
    if (element == by_native_.end() || element->second->span.empty()) return nullptr;
    const auto step = by_place_.find(element->second->span.begin);
    return step == by_place_.end() ? nullptr : &unit_.items[step->second];
  }

  const Item* above_of(const ModelElement& element) {
    const ModelElement* at = &element;
    for (std::size_t depth = 0; depth < 64 && !at->above.empty(); ++depth) {
      if (const Item* item = item_of(at->above)) return item;
      const auto next = by_native_.find(at->above);
      if (next == by_native_.end()) return nullptr;
      at = next->second;
    }
    return nullptr;
  }

  static void set_parent(Item& item, const std::string& parent) {
    item.parent = parent;
    put(item, "parent_id", parent, false);
  }

  static void link(Item& from, Item& to, const std::string& type) {
    if (from.kind == to.kind) {
      if (from.kind != "requirement" || !makes_child(type)) return;
      const std::string key = header_key(type);
      const bool down =
          key.find("child") != std::string::npos || key.find("compos") != std::string::npos || key.find("aggregation") != std::string::npos;
      Item &child = down ? to : from, &parent = down ? from : to;  // "is composed of" leads down, "derives from" up
      if (child.parent.empty()) set_parent(child, parent.id);
      return;
    }
    if (const auto field = link_field(from.kind, to.kind); !field.empty())
      put(from, field, to.id, true);
    else if (const auto back = link_field(to.kind, from.kind); !back.empty())
      put(to, back, from.id, true);
  }

  const ItemDefaults& defaults_;
  Unit& unit_;
  std::map<std::string, const ModelElement*> by_native_;
  std::map<std::string, Id<Item>> by_item_;     // by native id
  std::map<std::uint32_t, Id<Item>> by_place_;  // items that were there before
  std::set<std::string> unnamed_;               // and those that go by their native id
};

}  // namespace

void add_elements(const Document&, const Input& input, const ItemDefaults& defaults, const std::vector<ModelElement>& elements,
                  const std::vector<ModelLink>& links, Unit& unit) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t> by_type;
  for (const ModelElement& element : elements) {
    const auto [place, fresh] = by_type.try_emplace(element.type, groups.size());
    if (fresh) groups.emplace_back(input, element.type);
    groups[place->second].add(element);
  }
  Elements made(defaults, elements, unit);
  for (const Group& group : groups) made.add(group);
  made.link(links, elements);
}

}  // namespace dovetail
