// The steps of a drawn process, with the fields of a table's row.
#include "compile/atoms/steps.h"

#include <algorithm>
#include <map>
#include <set>

#include "compile/atoms/families.h"
#include "compile/atoms/step_graph.h"
#include "compile/atoms/step_names.h"
#include "compile/field_value.h"
#include "compile/header.h"
#include "text/id_schemes.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::string_view step_kind = "bp_step";

bool is_step_family(std::string_view family) { return family == step_kind || family == "requirement"; }

void add_value(std::string& list, const std::string& value) {
  if (value.empty()) return;
  const auto known = split_values(list);
  if (std::find(known.begin(), known.end(), value) != known.end()) return;
  list += (list.empty() ? "" : ";") + value;
}

/// "Valid?" and "No" are "Valid?: No"; a branch that says more stands alone.
std::string condition_words(const std::string& gateway, const std::string& branch) {
  return branch.find(' ') != std::string::npos || gateway.empty() || branch.empty() ? branch : gateway + ": " + branch;
}

/// The properties of all elements as fields of the mapping.
class Properties {
 public:
  Properties(const Process& process, const Mapping* mapping) : mapping_(mapping) {
    if (!mapping) return;
    std::vector<std::string> names;
    std::set<std::string> met;
    for (const ProcessElement& element : process.elements)
      for (const auto& [name, value] : element.properties)
        if (met.insert(name).second) names.push_back(name);
    const HeaderFit fit = fit_names(*mapping, names);
    for (std::size_t i = 0; i < fit.columns.size(); ++i)
      if (fit.columns[i]) names_[mapping->fields[i].field] = names[*fit.columns[i]];
  }

  /// The element's value of a field; empty where no property says it.
  [[nodiscard]] std::string of(const ProcessElement& element, const MappedField& field) const {
    const auto name = names_.find(field.field);
    if (name == names_.end()) return {};
    for (const auto& [key, value] : element.properties)
      if (key == name->second) return field_value(field, value);
    return {};
  }

 private:
  const Mapping* mapping_;
  std::map<std::string, std::string, std::less<>> names_;  // by field
};

/// One process on its way into items.
class Steps {
 public:
  Steps(const Process& process, const Mapping* mapping, const ItemDefaults& defaults, Unit& unit)
      : process_(process), mapping_(mapping), defaults_(defaults), unit_(unit), properties_(process, mapping), graph_(process, find_ids()) {}

  void add() {
    values_.resize(process_.elements.size());
    add_messages();
    add_branches();
    const auto order = graph_.order();
    std::vector<std::size_t> steps;
    for (std::size_t at = 0; at < order.size(); ++at)
      if (order[at] != 0) steps.push_back(at);
    std::sort(steps.begin(), steps.end(), [&](std::size_t a, std::size_t b) { return order[a] < order[b]; });
    std::size_t seq = 0;
    for (const std::size_t at : steps) add_step(at, programme_[at] ? std::to_string(++seq) : std::string());
  }

 private:
  using Values = std::map<std::string, std::string, std::less<>>;

  /// The id of every element; which are steps.
  std::vector<bool> find_ids() {
    std::vector<bool> is_step;
    ids_.resize(process_.elements.size());
    programme_.resize(process_.elements.size());
    for (std::size_t at = 0; at < process_.elements.size(); ++at) {
      const ProcessElement& element = process_.elements[at];
      ids_[at] = id_of(element);
      programme_[at] = !ids_[at].id.empty();
    }
    if (std::none_of(programme_.begin(), programme_.end(), [](bool known) { return known; })) find_own_scheme();
    for (std::size_t at = 0; at < process_.elements.size(); ++at) {
      const ProcessElement& element = process_.elements[at];
      if (!programme_[at]) ids_[at].id = ids_[at].raw = element.native;
      is_step.push_back(element.kind != ElementKind::party && element.kind != ElementKind::gateway &&
                        (element.kind == ElementKind::step || programme_[at]));
    }
    return is_step;
  }

  /// Where no step has an id of a known shape and nearly all names begin with ids of one scheme, those are the steps' ids.
  void find_own_scheme() {
    std::map<std::string, std::map<std::string, std::size_t>> schemes;  // elements by id, by scheme
    std::size_t named = 0;
    for (std::size_t at = 0; at < process_.elements.size(); ++at) {
      if (process_.elements[at].kind != ElementKind::step || squeeze(process_.elements[at].name).empty()) continue;
      ++named;
      if (const NamedId id = numbered_name(process_.elements[at].name); !id.id.empty()) schemes[id_scheme(id.id)].emplace(id.id, at);
    }
    for (const auto& [scheme, elements] : schemes) {
      if (elements.size() < 2 || elements.size() * 5 < named * 4) continue;
      for (const auto& [id, at] : elements) {
        ids_[at] = numbered_name(process_.elements[at].name);
        programme_[at] = true;
      }
    }
  }

  [[nodiscard]] NamedId id_of(const ProcessElement& element) const {
    NamedId named = id_of_name(element.name);
    if (!is_step_family(named.family)) named = {{}, {}, {}, squeeze(normalise(element.name))};
    if (mapping_ != nullptr)
      for (const MappedField& field : mapping_->fields) {
        if (field.field != mapping_->id) continue;
        const DesignId id = canonical_id(properties_.of(element, field));
        if (is_step_family(id.family) || (id.family.empty() && looks_like_id(id.canonical)))
          return {id.canonical, std::string(id.family), id.canonical, named.rest};
      }
    if (!named.id.empty()) return named;
    NamedId native = id_of_native(element.native);
    if (native.family != step_kind) native = {};
    native.rest = named.rest;
    return native;
  }

  [[nodiscard]] std::string listed(const std::vector<std::size_t>& steps) const {
    std::string list;
    for (const std::size_t at : steps) add_value(list, ids_[at].id);
    return list;
  }

  [[nodiscard]] std::vector<std::string> ids(const std::vector<std::size_t>& steps) const {
    std::vector<std::string> list;
    for (const std::size_t at : steps)
      if (programme_[at]) list.push_back(ids_[at].id);
    return list;
  }

  /// What a message is called: the ids in its name, else its name.
  static std::string message_ids(const std::string& name) {
    std::string list;
    const NamedId named = id_of_name(name);
    if (!named.id.empty() && named.family == "interface" && named.rest.find('/') == std::string::npos && ids_in_cell(name).size() <= 1)
      return named.id;
    for (const DesignId& id : ids_in_cell(name)) add_value(list, id.canonical);
    return list;
  }

  void add_messages() {
    for (const ProcessFlow& flow : process_.flows) {
      if (!flow.message || flow.from == no_element || flow.to == no_element) continue;
      const std::string name = message_ids(flow.name.empty() ? process_.elements[flow.from].message : flow.name);
      const std::string to = process_.elements[flow.to].role;
      for (const std::size_t sender : senders(flow.from)) {
        add_value_list(values_[sender]["interface_ids"], name);
        add_value(values_[sender]["to_roles"], to);
      }
      if (process_.elements[flow.to].kind == ElementKind::party || name.empty()) continue;
      for (const std::size_t receiver : graph_.entered(flow.to)) add_value(values_[receiver]["trigger"], "Receipt of " + name);
    }
    for (std::size_t at = 0; at < process_.elements.size(); ++at)
      if (!process_.elements[at].message.empty())
        for (const std::size_t sender : senders(at))
          if (values_[sender]["interface_ids"].empty()) add_value_list(values_[sender]["interface_ids"], message_ids(process_.elements[at].message));
  }

  static void add_value_list(std::string& list, const std::string& values) {
    for (const std::string& value : split_values(values)) add_value(list, value);
  }

  /// An event or gateway sends for the step in front of it.
  [[nodiscard]] std::vector<std::size_t> senders(std::size_t at) const {
    if (process_.elements[at].kind == ElementKind::party) return {};
    return graph_.before(at);
  }

  void add_branches() {
    for (std::size_t at = 0; at < process_.elements.size(); ++at) {
      const bool gateway = process_.elements[at].kind == ElementKind::gateway;
      const auto& ways = graph_.out_of(at);
      if (!gateway && !graph_.is_step(at)) continue;
      for (const std::size_t f : ways) {
        const ProcessFlow& flow = process_.flows[f];
        const std::string name = squeeze(flow.name);
        if (name.empty() || flow.message || ids_of_interfaces(name) || (!gateway && ways.size() < 2)) continue;
        const auto to = graph_.entered(flow.to);
        const std::string question = gateway ? squeeze(process_.elements[at].name) : std::string();
        unit_.branches.add({question, name, ids(graph_.before(at)), ids(to), flow.span});
        if (ways.size() > 1)
          for (const std::size_t step : to) add_value(values_[step]["condition"], condition_words(question, name));
      }
    }
  }

  static bool ids_of_interfaces(const std::string& name) { return id_of_name(name).family == "interface"; }

  /// The events just in front of a step: what makes it begin.
  [[nodiscard]] std::string trigger(std::size_t at) const {
    std::string words;
    for (const std::size_t f : graph_.into(at)) {
      const ProcessElement& from = process_.elements[process_.flows[f].from];
      if (from.kind == ElementKind::event && !graph_.is_step(process_.flows[f].from)) add_value(words, squeeze(from.name));
    }
    return words;
  }

  [[nodiscard]] std::string process_id(const NamedId& id) const {
    const auto dot = id.id.rfind('.');
    if (id.family == step_kind && dot != std::string::npos) return id.id.substr(0, dot);
    return defaults_.artefact;
  }

  Values computed(std::size_t at, const std::string& seq) {
    const ProcessElement& element = process_.elements[at];
    Values values = std::move(values_[at]);
    if (values["trigger"].empty()) values["trigger"] = trigger(at);
    for (const char* field : {"condition", "interface_ids", "to_roles"}) values.try_emplace(field);
    values["bp_id"] = process_id(ids_[at]);
    values["bp_version"] = defaults_.version;
    values["step_id"] = ids_[at].id;
    values["seq"] = seq;
    values["lane_role"] = squeeze(element.role);
    values["step_text"] = ids_[at].rest;
    values["next_step"] = listed(graph_.after(at));
    return values;
  }

  void add_step(std::size_t at, const std::string& seq) {
    const ProcessElement& element = process_.elements[at];
    Values values = computed(at, seq);
    Item item;
    item.kind = step_kind;
    item.record.kind = step_kind;
    item.record.span = element.span;
    if (mapping_ != nullptr)
      for (const MappedField& field : mapping_->fields) {
        const auto own = values.find(field.field);
        std::string value = own != values.end() ? own->second : std::string();
        if (value.empty()) value = properties_.of(element, field);
        if (own != values.end() || !value.empty()) item.record.fields.emplace_back(field.field, value);
      }
    else
      for (auto& [name, value] : values) item.record.fields.emplace_back(name, std::move(value));
    item.id = ids_[at].id;
    item.raw_id = ids_[at].raw;
    item.parent = parent_of(at);
    item.text = item.record.field("step_text");
    item.artefact = item.record.field("bp_id");
    item.version = item.record.field("bp_version");
    item.release = item.record.field("release").empty() ? defaults_.release : std::string(item.record.field("release"));
    item.status = item.record.field("status");
    (programme_[at] ? unit_.items : unit_.unnamed).add(std::move(item));
  }

  /// The step that it is part of, else its process.
  [[nodiscard]] std::string parent_of(std::size_t at) const {
    for (std::size_t outer = process_.elements[at].within, depth = 0; outer != no_element && depth < 64;
         outer = process_.elements[outer].within, ++depth)
      if (programme_[outer] && graph_.is_step(outer)) return ids_[outer].id;
    return process_id(ids_[at]);
  }

  const Process& process_;
  const Mapping* mapping_;
  const ItemDefaults& defaults_;
  Unit& unit_;
  Properties properties_;
  std::vector<NamedId> ids_;
  std::vector<bool> programme_;  // the id is one of the programme
  StepGraph graph_;
  std::vector<Values> values_;
};

}  // namespace

void add_steps(const Process& process, const Mapping* mapping, const ItemDefaults& defaults, Unit& unit) {
  if (process.elements.empty()) return;
  Steps(process, mapping, defaults, unit).add();
}

}  // namespace dovetail
