// Statements of the artefacts about each atom, and where they differ.
#include "link/design_sources.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "link/design_values.h"
#include "model/atom_kinds.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

using Keys = std::set<std::string>;

/// What one file says of one aspect of one atom.
struct Statement {
  In<Item> item;
  std::string value;  // as written
  Keys keys;          // for comparing
};

bool is_gone(const Item& item) {
  static constexpr std::array gone{"withdrawn", "retired", "superseded", "deleted", "removed", "obsolete", "cancelled"};
  const std::string status = fold_phrase(item.status);
  return item.record.struck || std::any_of(gone.begin(), gone.end(), [&](const char* word) { return status == word; });
}

/// What a table of such rows is called where one file holds several.
std::string_view table_name(std::string_view kind) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> names{{{"bp_step", "steps"},
                                                                                       {"choreography", "time limits"},
                                                                                       {"interface", "interfaces"},
                                                                                       {"interface_item", "items of interfaces"},
                                                                                       {"data_item", "data items"},
                                                                                       {"message", "messages"},
                                                                                       {"variant", "scenario variants"},
                                                                                       {"collection", "collections"},
                                                                                       {"enumeration", "values"}}};
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.first == kind; });
  return found == names.end() ? kind : found->second;
}

void add_words(std::string& list, std::string_view more) {
  for (const std::string& value : split_values(more)) {
    const auto known = split_values(list);
    if (std::find(known.begin(), known.end(), value) == known.end()) list += (list.empty() ? "" : "; ") + value;
  }
}

class Sources {
 public:
  Sources(const Review& review, const RoleNames& roles) : review_(review), roles_(roles), kinds_(review) { learn(); }

  std::vector<AtomConflict> conflicts() {
    each([&](In<Item> in, const Item& item) { collect(in, item); });
    std::vector<AtomConflict> found;
    for (const auto& [key, statements] : said_) {
      if (statements.size() < 2) continue;
      if (auto conflict = compare(key.first, key.second, statements)) found.push_back(std::move(*conflict));
    }
    return found;
  }

 private:
  using Key = std::pair<std::string, std::string>;  // atom, aspect

  template <class Work>
  void each(const Work& work) {
    for (std::uint32_t u = 0; u < review_.units.size(); ++u) {
      const Unit& unit = review_.units[Id<Unit>(u)];
      for (std::uint32_t i = 0; i < unit.items.size(); ++i)
        if (!is_gone(unit.items[Id<Item>(i)])) work({Id<Unit>(u), Id<Item>(i)}, unit.items[Id<Item>(i)]);
    }
  }

  [[nodiscard]] const Item& item(In<Item> in) const { return review_.units[in.unit].items[in.id]; }

  [[nodiscard]] bool is_schema(In<Item> in) const {
    const Id<Document> document = review_.units[in.unit].document;
    return document && document.value < review_.documents.size() && review_.documents[document].kind == FileKind::openapi;
  }

  /// What other statements are read by: who publishes what, which message is which interface, who receives it.
  void learn() {
    each([&](In<Item> in, const Item& one) {
      if (one.kind == "interface") {
        for (const std::string& id : split_values(one.record.field("publishes_as"))) published_[one.id].insert(id);
        for (const char* field : {"primary_receivers", "secondary_receivers", "always_receivers"})
          for (const std::string& role : roles_.of_design(one.record.field(field)).roles) receivers_[one.id].insert(role);
        for (const std::string& hub : roles_.of_design(one.record.field("transport")).roles) transports_[one.id].insert(hub);
      } else if (one.kind == "message") {
        if (const std::string id = canonical_id(one.record.field("local_catalogue_ref")).canonical; kinds_.names(id, "interface"))
          interface_of_[one.id] = id;
      } else if (one.kind == "interface_item") {
        const std::string interface(one.record.field("interface_id")), data_item(one.record.field("data_item_id"));
        if (is_schema(in)) {
          schema_blocks_[{in.unit, std::string(one.record.field("block_id")), data_item}].insert(interface);
        } else {
          listed_.insert(interface);
          catalogue_[interface + "/" + data_item].insert(std::string(one.record.field("optionality")));
        }
      } else if (one.kind == "data_item") {
        for (const std::string& name : split_values(one.record.field("synonyms"))) synonyms_[one.id].insert(bare_name(name));
      }
    });
  }

  void say(const std::string& atom, const std::string& aspect, In<Item> in, std::string_view value, const Keys& keys) {
    if (atom.empty() || keys.empty()) return;
    auto& statements = said_[{atom, aspect}];
    const auto own = std::find_if(statements.begin(), statements.end(), [&](const Statement& s) { return is_one_source(s.item, in); });
    if (own == statements.end()) {
      statements.push_back({in, std::string(), keys});
      add_words(statements.back().value, value);
      return;
    }
    own->keys.insert(keys.begin(), keys.end());
    add_words(own->value, value);
  }

  /// A table of one kind of row; a schema says everything in one place.
  [[nodiscard]] bool is_one_source(In<Item> a, In<Item> b) const { return a.unit == b.unit && (item(a).kind == item(b).kind || is_schema(a)); }

  void collect(In<Item> in, const Item& one) {
    if (one.kind == "interface") collect_interface(in, one);
    if (one.kind == "bp_step") collect_step(in, one);
    if (one.kind == "choreography") collect_limit(in, one);
    if (one.kind == "variant") collect_variant(in, one);
    if (one.kind == "interface_item" || one.kind == "collection") collect_content(in, one);
    if (one.kind == "data_item") collect_data_item(in, one);
    if (one.kind == "message") collect_message(in, one);
    if (one.kind == "enumeration") collect_value(in, one);
  }

  /// Roles by one name each, without the hub that only passes messages on. Empty where the words name everybody or nobody.
  [[nodiscard]] Keys role_keys(const std::string& interface, std::string_view list) const {
    const Parties parties = roles_.of_design(list);
    if (parties.everyone) return {};
    Keys keys(parties.unknown.begin(), parties.unknown.end());
    const auto hub = transports_.find(interface);
    for (const std::string& role : parties.roles)
      if (hub == transports_.end() || !hub->second.contains(role)) keys.insert(role);
    return keys;
  }

  void say_receivers(const std::string& interface, In<Item> in, std::string_view list) {
    say(interface, "receivers", in, list, role_keys(interface, list));
  }
  void say_sender(const std::string& interface, In<Item> in, std::string_view role) {
    say(interface, "sender", in, role, role_keys(interface, role));
  }

  void collect_interface(In<Item> in, const Item& one) {
    std::string all;
    for (const char* field : {"primary_receivers", "secondary_receivers", "always_receivers"})
      if (const auto list = one.record.field(field); !trim(list).empty()) all += (all.empty() ? "" : ";") + std::string(list);
    say_receivers(one.id, in, all);
    say_sender(one.id, in, one.record.field("sender_role"));
    say_name(one.id, in, one.record.field("name"));
  }

  /// A step that sends one thing. What is published under another id reaches its receivers under that.
  void collect_step(In<Item> in, const Item& one) {
    std::vector<std::string> ids = split_values(one.record.field("interface_ids"));
    const auto published_here = [&](const std::string& id) {
      const auto found = published_.find(id);
      return found != published_.end() &&
             std::any_of(ids.begin(), ids.end(), [&](const std::string& other) { return found->second.contains(other); });
    };
    std::vector<std::string> sent;
    for (const std::string& id : ids)
      if (kinds_.names(id, "interface") && !published_here(id)) sent.push_back(id);
    if (sent.size() != 1) return;
    const auto receivers = receivers_.find(sent.front());
    const Parties actor = roles_.of_design(one.record.field("lane_role"));
    const bool receives = receivers != receivers_.end() && std::any_of(actor.roles.begin(), actor.roles.end(),
                                                                       [&](const std::string& role) { return receivers->second.contains(role); });
    if (!receives) say_receivers(sent.front(), in, one.record.field("to_roles"));
  }

  void collect_limit(In<Item> in, const Item& one) {
    const auto ids = split_values(one.record.field("interface_id"));
    if (ids.size() != 1) return;
    say_receivers(ids.front(), in, one.record.field("receiver_roles"));
    say_sender(ids.front(), in, one.record.field("sender_role"));
  }

  void collect_variant(In<Item> in, const Item& one) {
    const auto interface = interface_of_.find(one.record.field("market_message_id"));
    if (interface == interface_of_.end()) return;
    say_receivers(interface->second, in, one.record.field("target_role"));
    say_sender(interface->second, in, one.record.field("source_role"));
  }

  void collect_content(In<Item> in, const Item& one) {
    std::string interface(one.record.field("interface_id"));
    const std::string data_item(one.record.field("data_item_id"));
    if (one.kind == "collection") {
      const auto found = interface_of_.find(one.record.field("market_message_id"));
      interface = found == interface_of_.end() ? std::string(one.record.field("market_message_id")) : found->second;
    } else {
      say_data_name(data_item, in, one.record.field("data_item_name"));
    }
    const auto written = one.record.field("optionality");
    const auto read = optionality_of(written);
    if (!read || interface.empty() || data_item.empty()) return;
    Keys keys{std::string(1, *read)};
    if (is_schema(in) && *read == 'O') {
      if (shared_block(in, one, data_item)) return;
      keys.insert("C");  // a schema has no word for a condition
    }
    say(interface + "/" + data_item, "optionality", in, keys.size() > 1 ? "not required" : written, keys);
  }

  /// A block that several messages share says "not required" for all of them, where one of them may do without.
  [[nodiscard]] bool shared_block(In<Item> in, const Item& one, const std::string& data_item) const {
    const auto users = schema_blocks_.find({in.unit, std::string(one.record.field("block_id")), data_item});
    if (users == schema_blocks_.end() || users->second.size() < 2) return false;
    return std::any_of(users->second.begin(), users->second.end(), [&](const std::string& interface) {
      const auto found = catalogue_.find(interface + "/" + data_item);
      if (found == catalogue_.end()) return listed_.contains(interface);
      return std::any_of(found->second.begin(), found->second.end(),
                         [](const std::string& text) { return optionality_of(text).value_or('O') != 'M'; });
    });
  }

  void collect_data_item(In<Item> in, const Item& one) {
    say_data_name(one.id, in, one.record.field("name"));
    if (const auto format = format_class(one.record.field("format")); !format.empty())
      if (!(is_schema(in) && format == "text")) say(one.id, "format", in, one.record.field("format"), {std::string(format)});
    if (const auto length = trim(one.record.field("length")); !length.empty() && length.find_first_not_of("0123456789") == std::string_view::npos)
      say(one.id, "length", in, length, {std::string(length)});
    if (const auto units = bare_name(one.record.field("units")); !units.empty() && !says_not_applicable(one.record.field("units")))
      say(one.id, "units", in, one.record.field("units"), {units});
    if (is_schema(in)) return;
    Keys keys;
    for (const auto& [value, label] : valid_set(one.record.field("valid_set"))) keys.insert(value);
    say(one.id, "enumeration", in, one.record.field("valid_set"), keys);
  }

  void collect_message(In<Item> in, const Item& one) {
    if (const auto interface = interface_of_.find(one.id); interface != interface_of_.end())
      say_name(interface->second, in, one.record.field("name"));
  }

  void say_name(const std::string& atom, In<Item> in, std::string_view name) {
    if (auto key = bare_name(name); !key.empty() && !says_not_applicable(name)) say(atom, "name", in, name, {key});
  }

  /// A declared synonym is the item's own name.
  void say_data_name(const std::string& data_item, In<Item> in, std::string_view name) {
    const std::string key = bare_name(name);
    const auto synonyms = synonyms_.find(data_item);
    if (key.empty() || says_not_applicable(name) || (synonyms != synonyms_.end() && synonyms->second.contains(key))) return;
    say(data_item, "name", in, name, {key});
  }

  void collect_value(In<Item> in, const Item& one) {
    const std::string& day = review_.project.as_of;
    const auto from = one.record.field("effective_from"), to = one.record.field("effective_to");
    const bool over = !day.empty() && !to.empty() && to < std::string_view(day),
               coming = !day.empty() && !from.empty() && from > std::string_view(day);
    const auto value = trim(one.record.field("enum_value"));
    if (!over && !coming && !value.empty()) say(std::string(one.record.field("data_item_id")), "enumeration", in, value, {std::string(value)});
  }

  // --- where they differ ---

  static bool agree(const std::string& aspect, const Keys& a, const Keys& b) {
    if (aspect == "optionality")  // one of what is said is enough
      return std::any_of(a.begin(), a.end(), [&](const std::string& key) { return b.contains(key); });
    if (aspect == "enumeration") return folded(a) == folded(b);
    return a == b;
  }

  static Keys folded(const Keys& keys) {
    Keys all;
    for (const std::string& key : keys) all.insert(fold_phrase(key));
    return all;
  }

  /// Two lists with nothing in common are two ways to write the values, codes and labels, and cannot be compared.
  static bool comparable(const std::string& aspect, const Keys& a, const Keys& b) {
    if (aspect != "enumeration") return true;
    const Keys left = folded(a), right = folded(b);
    return std::any_of(left.begin(), left.end(), [&](const std::string& key) { return right.contains(key); });
  }

  [[nodiscard]] std::string name_of(const Statement& statement) const {
    const Item& one = item(statement.item);
    const Unit& unit = review_.units[statement.item.unit];
    std::string name = one.artefact.empty() ? unit.id : one.artefact;
    if (name.empty()) name = unit.path;
    const bool twice = std::any_of(current_->begin(), current_->end(), [&](const Statement& other) {
      return other.item.unit != statement.item.unit && item(other.item).artefact == one.artefact;
    });
    if (twice) name += " (" + unit.path.substr(unit.path.find_last_of('/') + 1) + ")";
    const bool several = std::any_of(current_->begin(), current_->end(), [&](const Statement& other) {
      return other.item.unit == statement.item.unit && item(other.item).kind != one.kind;
    });
    return several ? name + ", " + std::string(table_name(one.kind)) : name;
  }

  std::optional<AtomConflict> compare(const std::string& atom, const std::string& aspect, const std::vector<Statement>& statements) {
    bool differs = false;
    for (std::size_t a = 0; a < statements.size(); ++a)
      for (std::size_t b = a + 1; b < statements.size() && b < a + 40; ++b)
        differs = differs || (comparable(aspect, statements[a].keys, statements[b].keys) && !agree(aspect, statements[a].keys, statements[b].keys));
    if (!differs) return std::nullopt;
    current_ = &statements;
    AtomConflict conflict;
    conflict.atom = atom;
    conflict.aspect = aspect;
    for (const Statement& statement : statements) conflict.said.push_back({statement.item, name_of(statement), statement.value});
    conflict.difference = difference(aspect, statements);
    return conflict;
  }

  /// "LDSO in DES901 alone", or "C in DES901, O in EMDS901".
  [[nodiscard]] std::string difference(const std::string& aspect, const std::vector<Statement>& statements) const {
    if (aspect != "receivers" && aspect != "enumeration" && aspect != "sender") {
      std::string words;
      for (const Statement& s : statements) words += (words.empty() ? "" : ", ") + s.value + " in " + name_of(s);
      return words;
    }
    std::map<std::string, std::vector<std::string>> where;  // by value
    for (const Statement& s : statements)
      for (const std::string& key : s.keys) where[key].push_back(name_of(s));
    std::string words;
    for (const auto& [key, names] : where) {
      if (names.size() == statements.size()) continue;
      std::string list;
      for (const std::string& name : names) list += (list.empty() ? "" : " and ") + name;
      words += (words.empty() ? "" : ", ") + (aspect == "enumeration" ? key : roles_.short_name(key)) + " in " + list + " only";
    }
    return words;
  }

  const Review& review_;
  const RoleNames& roles_;
  AtomKinds kinds_;
  std::map<std::string, Keys, std::less<>> published_, receivers_, transports_, synonyms_, catalogue_;
  std::map<std::string, std::string, std::less<>> interface_of_;  // by message
  std::map<std::tuple<Id<Unit>, std::string, std::string>, Keys> schema_blocks_;
  Keys listed_;  // interfaces whose contents a catalogue lists
  std::map<Key, std::vector<Statement>> said_;
  const std::vector<Statement>* current_ = nullptr;
};

}  // namespace

std::vector<AtomConflict> compare_sources(const Review& review, const RoleNames& roles) { return Sources(review, roles).conflicts(); }

}  // namespace dovetail
