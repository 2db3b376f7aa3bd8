// Whether the register's word "full" holds.
#include "link/shallow.h"

#include <algorithm>
#include <map>

#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr auto proposed = index(View::proposed);

/// Parts that are there and parts that are not.
struct Parts {
  std::vector<std::string> there, missing;
};

class ShallowLinks {
 public:
  ShallowLinks(const Review& review, const RoleNames& roles, const AtomGraph& graph, const CoverageSlots& slots)
      : review_(review), graph_(graph), slots_(slots), roles_(roles) {
    for (const auto& [id, in] : graph.atoms()) {
      const Item& item = graph.item(in);
      if (item.kind == "interface_item" && !is_withdrawn(item)) items_[item.parent].push_back(&item);
    }
  }

  void judge(TraceLink& link) {
    const Item* atom = link.full && link.type == "codifies" && link.unit && link.provision ? graph_.find(link.atom) : nullptr;
    if (atom == nullptr || link.design == TraceOutcome::unwanted) return;
    for (Parts parts : {children(*atom, link.code), receivers(*atom, link), data_items(*atom, link)})
      if (!parts.there.empty()) link.lacking.insert(link.lacking.end(), parts.missing.begin(), parts.missing.end());
  }

 private:
  [[nodiscard]] Parts children(const Item& atom, const std::string& code) const {
    Parts parts;
    for (const std::string& id : graph_.children_of(atom.id)) {
      const auto slot = slots_.find({id, code});
      if (slot == slots_.end()) continue;
      const CoverageStatus status = slot->second.status;
      if (status == CoverageStatus::covered || status == CoverageStatus::partial || status == CoverageStatus::contested) parts.there.push_back(id);
      if (status == CoverageStatus::uncovered) parts.missing.push_back(id);
    }
    return parts;
  }

  [[nodiscard]] Parts receivers(const Item& atom, const TraceLink& link) {
    const TimetableRow* row = row_of(link);
    Parts parts;
    if (row == nullptr || atom.kind != "bp_step") return parts;
    const Parties to = roles_.read(row->to.text);
    for (const std::string& role : roles_.receivers(atom.record.field("to_roles"), roles_.of_design(atom.record.field("lane_role"))).roles)
      (to.everyone || to.has(role) ? parts.there : parts.missing).push_back(roles_.short_name(role));
    return parts;
  }

  /// The mandatory items of the atom's one message. Where the text names the message itself, a single item beside it is no list.
  [[nodiscard]] Parts data_items(const Item& atom, const TraceLink& link) const {
    Parts parts;
    const auto interfaces = atom.kind == "interface" ? std::vector<std::string>{atom.id} : split_values(atom.record.field("interface_ids"));
    if (interfaces.size() != 1) return parts;
    const auto known = items_.find(interfaces.front());
    if (known == items_.end()) return parts;
    const std::string text = words_of(link);
    for (const Item* item : known->second) {
      const std::string need = fold_phrase(item->record.field("optionality"));
      const bool there = stands_in(text, item->text) || has_synonym(text, *item);
      if (there)
        parts.there.push_back(item->text);
      else if (need == "m" || need == "mandatory" || need == "y" || need == "yes" || need == "required")
        parts.missing.push_back(item->text.empty() ? item->id : item->text);
    }
    const Item* interface = graph_.find(interfaces.front());
    bool cited = interface != nullptr && stands_in(text, interface->text);
    for (const IdInText& id : ids_in_text(original_words_of(link))) cited = cited || id.id.canonical == interfaces.front();
    if (cited && parts.there.size() < 2) parts.there.clear();
    return parts;
  }

  [[nodiscard]] bool has_synonym(const std::string& text, const Item& item) const {
    const std::string id(item.record.field("data_item_id"));
    const Item* data = graph_.find(id);
    if (data == nullptr) return false;
    if (stands_in(text, data->text)) return true;
    for (const char* field : {"synonyms", "aliases", "dip_field"})
      for (const std::string& name : split_values(data->record.field(field)))
        if (stands_in(text, name)) return true;
    return false;
  }

  static bool stands_in(const std::string& folded, std::string_view name) {
    const std::string wanted = fold_phrase(name);
    for (std::size_t at = wanted.empty() ? std::string::npos : folded.find(wanted); at != std::string::npos; at = folded.find(wanted, at + 1)) {
      std::size_t end = at + wanted.size();
      if (end < folded.size() && folded[end] == 's') ++end;
      if (at_word_edge(folded, at) && at_word_edge(folded, end)) return true;
    }
    return false;
  }

  [[nodiscard]] std::string original_words_of(const TraceLink& link) const {
    const Unit& unit = review_.units[link.unit];
    const Provision& provision = unit.provisions[link.provision];
    const Projection& view = unit.projection(View::proposed);
    std::string words;
    for (auto line = provision.lines[proposed].begin; line < std::max(provision.lines[proposed].end, provision.last_line[proposed]); ++line)
      if (line < view.lines.size()) words.append(slice(view.text, view.lines[line].span)).push_back(' ');
    return words;
  }

  [[nodiscard]] std::string words_of(const TraceLink& link) const { return fold_phrase(original_words_of(link)); }

  const TimetableRow* row_of(const TraceLink& link) {
    const auto [place, fresh] = rows_.try_emplace(link.unit);
    if (fresh)
      for (const TimetableRow& row : review_.units[link.unit].timetable)
        if (row.provision && row.views.proposed) place->second.try_emplace(row.provision, &row);
    const auto row = place->second.find(link.provision);
    return row == place->second.end() ? nullptr : row->second;
  }

  const Review& review_;
  const AtomGraph& graph_;
  const CoverageSlots& slots_;
  const RoleNames& roles_;
  std::map<std::string, std::vector<const Item*>> items_;  // of each interface
  std::map<Id<Unit>, std::map<Id<Provision>, const TimetableRow*>> rows_;
};

}  // namespace

void find_shallow(const Review& review, const RoleNames& roles, const AtomGraph& graph, const CoverageSlots& slots, std::vector<TraceLink>& links) {
  ShallowLinks shallow(review, roles, graph, slots);
  for (TraceLink& link : links) shallow.judge(link);
}

}  // namespace dovetail
