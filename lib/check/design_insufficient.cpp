// The family design: atoms that nobody can draft from.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "check/atom_finding.h"
#include "check/design.h"
#include "check/make_finding.h"
#include "model/atom_kinds.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::array receiver_fields{"primary_receivers", "secondary_receivers", "always_receivers"};

bool has_field(const Item& item, std::string_view name) {
  const auto& fields = item.record.fields;
  return std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
}

bool says(const Item& item, std::string_view name) { return !trim(item.record.field(name)).empty(); }

bool is_gone(const Item& item) {
  static constexpr std::array gone{"withdrawn", "retired", "superseded", "deleted", "removed", "obsolete"};
  const std::string status = fold_phrase(item.status);
  return item.record.struck || std::find(gone.begin(), gone.end(), status) != gone.end();
}

std::optional<Pattern> pattern_of(const Rule& rule, const std::string& name) {
  const auto found = rule.with.find(name);
  if (found == rule.with.end() || found->second.empty()) return std::nullopt;
  auto compiled = Pattern::compile(found->second, true);
  return compiled ? std::optional(std::move(*compiled)) : std::nullopt;
}

/// A match at word edges.
std::optional<std::string> words_in(const std::optional<Pattern>& pattern, const std::string& text) {
  if (!pattern) return std::nullopt;
  for (auto match = pattern->find(text); match; match = pattern->find(text, match->span.begin + 1U))
    if (at_word_edge(text, match->span.begin) && at_word_edge(text, match->span.end)) return std::string(slice(text, match->span));
  return std::nullopt;
}

class Insufficient {
 public:
  Insufficient(const Review& review, const Rule& rule, Checked& checked)
      : review_(review), rule_(rule), checked_(checked), kinds_(review), vague_(pattern_of(rule, "vague")), open_(pattern_of(rule, "open")) {
    for (const Unit& unit : review.units)
      for (const Item& item : unit.items) learn(item);
  }

  void run() {
    for (std::uint32_t u = 0; u < review_.units.size(); ++u) {
      const Unit& unit = review_.units[Id<Unit>(u)];
      filled_.clear();
      for (const Item& item : unit.items)
        for (const auto& [name, value] : item.record.fields)
          if (!trim(value).empty()) filled_.insert({item.kind, name});
      for (std::uint32_t i = 0; i < unit.items.size(); ++i)
        if (!is_gone(unit.items[Id<Item>(i)])) check({Id<Unit>(u), Id<Item>(i)}, unit.items[Id<Item>(i)]);
      for (const Sla& sla : unit.slas) check_limit({Id<Unit>(u), sla.item}, unit.items[sla.item], sla.when);
    }
  }

 private:
  /// Who receives what, wherever it is said.
  void learn(const Item& item) {
    if (item.kind == "bp_step" && says(item, "to_roles")) add_received(item.record.field("interface_ids"));
    if (item.kind == "choreography" && says(item, "receiver_roles")) add_received(item.record.field("interface_id"));
    if (item.kind == "interface" &&
        (says(item, "publishes_as") || std::any_of(receiver_fields.begin(), receiver_fields.end(), [&](const char* f) { return says(item, f); })))
      received_.insert(item.id);
    if (item.kind == "interface_item" && says(item, "condition")) conditions_.insert(std::string(item.record.field("data_item_id")));
    if (item.kind == "collection" && says(item, "rule")) conditions_.insert(std::string(item.record.field("data_item_id")));
  }

  void add_received(std::string_view ids) {
    for (const std::string& id : split_values(ids)) received_.insert(id);
  }

  /// The artefact has the column and fills it for some atoms of the kind.
  [[nodiscard]] bool is_kept(const Item& item, const char* field) const { return has_field(item, field) && filled_.contains({item.kind, field}); }

  void check(In<Item> in, const Item& item) {
    if (item.kind == "bp_step") check_step(in, item);
    if (item.kind == "interface" && !received_.contains(item.id) &&
        std::any_of(receiver_fields.begin(), receiver_fields.end(), [&](const char* f) { return is_kept(item, f); }) &&
        std::none_of(receiver_fields.begin(), receiver_fields.end(), [&](const char* f) { return says(item, f); }))
      report(in, "no receiver is named for it");
    check_condition(in, item);
    check_open(in, item);
    if (item.kind == "requirement")
      if (const auto words = words_in(vague_, normalise(item.text)))
        report(in, "\"" + *words + "\" leaves open what must be done", Certainty::likely);
  }

  void check_step(In<Item> in, const Item& item) {
    if (is_kept(item, "lane_role") && !says(item, "lane_role")) report(in, "no actor is named for the step");
    if (!is_kept(item, "to_roles") || says(item, "to_roles")) return;
    for (const std::string& id : split_values(item.record.field("interface_ids")))
      if (!says_not_applicable(id) && kinds_.names(id, "interface") && !received_.contains(id))
        return report(in, "it sends " + id + ", and nobody is named who receives it");
  }

  /// "C" with a blank condition, where the artefact states conditions at all.
  void check_condition(In<Item> in, const Item& item) {
    const char* condition = item.kind == "interface_item" ? "condition" : item.kind == "collection" ? "rule" : nullptr;
    if (condition == nullptr || !has_field(item, condition) || says(item, condition)) return;
    const std::string optionality = fold_phrase(item.record.field("optionality"));
    if (optionality != "c" && optionality != "conditional") return;
    if (!conditions_.contains(std::string(item.record.field("data_item_id")))) report(in, "it is conditional, and no condition is stated");
  }

  void check_open(In<Item> in, const Item& item) {
    for (const auto& [name, value] : item.record.fields) {
      if (value.empty() || name.find("note") != std::string::npos || name.find("change") != std::string::npos || name == "status") continue;
      if (const auto& words = open_words(value)) return report(in, name + " still says \"" + *words + "\"");
    }
  }

  /// What is open in a value. Columns say the same again and again: short values are remembered.
  const std::optional<std::string>& open_words(const std::string& value) {
    constexpr std::size_t short_value = 40;
    if (value.size() > short_value) return last_open_ = words_in(open_, normalise(value));
    const auto [place, fresh] = open_in_.try_emplace(value);
    if (fresh) place->second = words_in(open_, normalise(value));
    return place->second;
  }

  /// A number of days from nothing.
  void check_limit(In<Item> in, const Item& item, const When& when) {
    if (is_gone(item) || !when.understood) return;
    for (const WhenClause& clause : when.clauses) {
      const bool counted = clause.quantity.value_or(0) > 0 && clause.anchor.kind == AnchorKind::none && !clause.minute_of_day;
      const bool limit =
          clause.relation == WhenRelation::within || clause.relation == WhenRelation::no_later_than || clause.relation == WhenRelation::at_least;
      if (counted && limit && clause.condition.empty()) return report(in, "its time limit is counted from nothing: \"" + item.text + "\"");
    }
  }

  void report(In<Item> in, const std::string& what, Certainty certainty = Certainty::sure) {
    Finding finding = atom_finding(review_, rule_, in);
    finding.certainty = certainty;
    finding.key = finding.atom + " " + what;
    finding.message = fill(rule_.message, {{"label", finding.label}, {"atom", finding.atom}, {"what", what}});
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  AtomKinds kinds_;
  std::optional<Pattern> vague_, open_;
  std::set<std::string> received_, conditions_;
  std::unordered_map<std::string, std::optional<std::string>> open_in_;  // by value
  std::optional<std::string> last_open_;
  std::set<std::pair<std::string, std::string>> filled_;  // of the unit at hand: kind, field
};

}  // namespace

void check_insufficient(const Review& review, const Rule& rule, Checked& checked) { Insufficient(review, rule, checked).run(); }

}  // namespace dovetail
