// data.owner-omits: data items and messages that the code which owns them does not have, or that two codes claim.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/atom_finding.h"
#include "check/carriage.h"
#include "check/data.h"
#include "check/item_names.h"
#include "check/make_finding.h"
#include "check/timetable_join.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// The ids of codes in a field; those that the project does not list are left out.
std::vector<std::string> codes_in(const Review& review, std::string_view field) {
  std::string text(field);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == ',' || c == '/' || c == '&' || c == '+'; }, ';');
  std::vector<std::string> codes;
  for (const std::string& value : split_values(text)) {
    const std::string name = fold_phrase(value);
    for (const CodeEntry& code : review.project.codes) {
      const bool alias = std::any_of(code.aliases.begin(), code.aliases.end(), [&](const std::string& a) { return fold_phrase(a) == name; });
      const bool named = fold_phrase(code.id) == name || fold_phrase(code.name) == name || alias;
      if (named && std::find(codes.begin(), codes.end(), code.id) == codes.end()) codes.push_back(code.id);
    }
  }
  return codes;
}

bool is_text(const Review& review, std::uint32_t n) {
  const InputRole role = review.inputs[n].role;
  return review.units[Id<Unit>(n)].has_body && (role == InputRole::draft || role == InputRole::live_text || role == InputRole::other);
}

/// Whether every document of a code that is known was read. A code whose documents nobody lists may have others.
bool wholly_read(const Review& review, const std::string& code) {
  bool listed = false, any = false;
  for (const DocumentEntry& entry : review.project.documents)
    if (codes_in(review, entry.code) == std::vector{code} && entry.path.empty()) return false;
  for (const Unit& unit : review.units)
    for (const Record& record : unit.records) {
      if (record.kind != "documents" || codes_in(review, record.field("code")) != std::vector{code}) continue;
      listed = true;
      const std::string id = fold_phrase(record.field("id"));
      bool read = false;
      for (std::uint32_t n = 0; n < review.units.size() && n < review.inputs.size(); ++n)
        read = read || (is_text(review, n) && fold_phrase(review.units[Id<Unit>(n)].id) == id);
      if (!read && !says_retired(record.field("status"))) return false;
    }
  for (std::uint32_t n = 0; n < review.units.size() && n < review.inputs.size(); ++n)
    any = any || (is_text(review, n) && codes_in(review, review.units[Id<Unit>(n)].code) == std::vector{code});
  return listed && any;
}

class OwnerChecker {
 public:
  OwnerChecker(const Review& review, const Rule& rule, Checked& checked) : review_(review), rule_(rule), checked_(checked), names_(review) {
    read_data_sets();
  }

  void check() {
    bool any = false;
    for (std::uint32_t n = 0; n < review_.units.size() && n < review_.inputs.size(); ++n) {
      if (review_.inputs[n].role != InputRole::design) continue;
      const Unit& unit = review_.units[Id<Unit>(n)];
      for (std::uint32_t i = 0; i < unit.items.size(); ++i) {
        const Item& item = unit.items[Id<Item>(i)];
        if ((item.kind != "data_item" && item.kind != "message") || item.record.struck || says_retired(item.status)) continue;
        if (item.record.field("owner_code").empty()) continue;
        any = true;
        judge({Id<Unit>(n), Id<Item>(i)});
      }
    }
    if (!any) checked_.blocked.push_back({rule_.id, "no data specification names owners"});
  }

 private:
  // What other tables of the design have is in the data set.
  void read_data_sets() {
    for (const Unit& unit : review_.units)
      for (const Item& item : unit.items) {
        if (item.kind == "interface_item" || item.kind == "collection" || item.kind == "enumeration")
          for (const std::string& id : split_values(item.record.field("data_item_id"))) listed_.insert(id_key(id));
        if (item.kind == "variant" || item.kind == "collection")
          for (const std::string& id : split_values(item.record.field("market_message_id"))) listed_.insert(id_key(id));
        if (item.kind != "interface") continue;
        listed_.insert(id_key(item.id));
        for (const std::string& flow : split_values(item.record.field("legacy_flow"))) listed_.insert(id_key(flow));
      }
    for (const Unit& unit : review_.units)
      for (const Record& record : unit.records)
        if (record.kind == "flows")
          for (const std::string& flow : split_values(record.field("legacy_flow"))) listed_.insert(id_key(flow));
  }

  void judge(In<Item> in) {
    const Item& item = review_.units[in.unit].items[in.id];
    const auto owners = codes_in(review_, item.record.field("owner_code"));
    auto [place, fresh] = owner_of_.try_emplace(item.id, owners, in);
    if (owners.size() > 1) return report(in, "is claimed by " + owners[0] + " and " + owners[1]);
    if (!fresh && owners.size() == 1 && place->second.first.size() == 1 && place->second.first != owners)
      return report(in, "is claimed by " + place->second.first[0] + " and " + owners[0]);
    if (!fresh || owners.size() != 1 || is_listed(item) || !read_whole(owners[0])) return;
    if (!stands_in(owners[0], in)) report(in, "belongs to " + owners[0] + ", and neither its text nor any table of its data has it");
  }

  [[nodiscard]] bool is_listed(const Item& item) const {
    if (listed_.contains(id_key(item.id))) return true;
    const auto local = item.record.field("local_catalogue_ref");
    return !local.empty() && listed_.contains(id_key(local));
  }

  bool read_whole(const std::string& code) {
    const auto known = whole_.find(code);
    return known != whole_.end() ? known->second : whole_.emplace(code, wholly_read(review_, code)).first->second;
  }

  // By id, by the number or name it has elsewhere, or by name.
  bool stands_in(const std::string& code, In<Item> in) {
    const Item& item = review_.units[in.unit].items[in.id];
    const Standing& standing = standing_in(code);
    std::vector<std::string> ids{item.id};
    for (const char* field : {"j_number", "local_catalogue_ref"})
      for (const std::string& id : split_values(item.record.field(field))) ids.push_back(id);
    if (std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return standing.ids.contains(id_key(id)); })) return true;
    if (standing.items.contains(in)) return true;
    const std::string name = fold_phrase(item.text);
    return !name.empty() &&
           std::any_of(standing.texts.begin(), standing.texts.end(), [&](const std::string& text) { return text.find(name) != std::string::npos; });
  }

  struct Standing {
    std::set<std::string> ids;
    std::set<In<Item>> items;
    std::vector<std::string> texts;  // folded
  };

  const Standing& standing_in(const std::string& code) {
    const auto known = standing_.find(code);
    if (known != standing_.end()) return known->second;
    Standing standing;
    for (std::uint32_t n = 0; n < review_.units.size() && n < review_.inputs.size(); ++n) {
      const Unit& unit = review_.units[Id<Unit>(n)];
      if (!is_text(review_, n) || codes_in(review_, unit.code) != std::vector{code}) continue;
      const std::string& text = unit.projection(View::proposed).text;
      for (const IdInText& id : ids_in_text(text)) standing.ids.insert(id_key(id.id.canonical));
      for (const NamedItem& named : names_.find(text)) standing.items.insert(named.name->item);
      standing.texts.push_back(fold(text));
    }
    return standing_.emplace(code, std::move(standing)).first->second;
  }

  void report(In<Item> in, const std::string& what) {
    const Item& item = review_.units[in.unit].items[in.id];
    Finding finding = atom_finding(review_, rule_, in);
    finding.message = fill(rule_.message, {{"label", item.id}, {"name", item.text}, {"what", what}});
    finding.key = item.id;
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  ItemNames names_;
  std::set<std::string> listed_;
  std::map<std::string, std::pair<std::vector<std::string>, In<Item>>> owner_of_;
  std::map<std::string, bool> whole_;
  std::map<std::string, Standing> standing_;
};

}  // namespace

void check_owner_omits(const Review& review, const Rule& rule, Checked& checked) { OwnerChecker(review, rule, checked).check(); }

}  // namespace dovetail
