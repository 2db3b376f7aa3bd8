// The time limits of the choreography: columns of their own where filled, else the words.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "compile/when.h"
#include "compile/when_words.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::optional<WhenRelation> relation_named(std::string_view words) {
  static constexpr std::array<std::pair<std::string_view, WhenRelation>, 15> names{{{"within", WhenRelation::within},
                                                                                    {"no later than", WhenRelation::no_later_than},
                                                                                    {"not later than", WhenRelation::no_later_than},
                                                                                    {"by", WhenRelation::by},
                                                                                    {"at least", WhenRelation::at_least},
                                                                                    {"on", WhenRelation::on},
                                                                                    {"at", WhenRelation::on},
                                                                                    {"same time", WhenRelation::same_time},
                                                                                    {"at the same time as", WhenRelation::same_time},
                                                                                    {"immediately", WhenRelation::immediately},
                                                                                    {"as soon as possible", WhenRelation::promptly},
                                                                                    {"after", WhenRelation::after},
                                                                                    {"following", WhenRelation::after},
                                                                                    {"before", WhenRelation::before},
                                                                                    {"as required", WhenRelation::as_required}}};
  std::string folded = fold_phrase(words);
  std::replace(folded.begin(), folded.end(), '_', ' ');
  std::replace(folded.begin(), folded.end(), '-', ' ');
  for (const auto& [name, relation] : names)
    if (name == folded) return relation;
  return std::nullopt;
}

// What the columns say, put over the first clause of the text. False where a filled column is not understood.
bool take_columns(const Record& record, WhenClause& clause) {
  if (const auto words = record.field("sla_relation"); !trim(words).empty()) {
    std::string name = fold_phrase(words);
    for (const auto& [end, side] : {std::pair{std::string_view(" before"), TimeSide::before}, std::pair{std::string_view(" after"), TimeSide::after}})
      if (name.ends_with(end)) {  // "at least before"
        name.resize(name.size() - end.size());
        clause.side = side;
      }
    const auto relation = relation_named(name);
    if (!relation) return false;
    clause.relation = *relation;
  }
  if (const auto words = record.field("sla_qty"); !trim(words).empty()) {
    const auto tokens = limit_tokens(words);
    const auto quantity = read_quantity(tokens, 0);
    if (!quantity || quantity->tokens != tokens.size()) return false;
    clause.quantity = quantity->value;
    if (clause.side == TimeSide::none) clause.side = TimeSide::after;
  }
  if (const auto words = record.field("sla_unit"); !trim(words).empty()) {
    const auto tokens = limit_tokens(words);
    const auto unit = read_unit(tokens, 0);
    if (!unit || unit->tokens != tokens.size()) return false;
    clause.unit = unit->value;
  }
  if (const auto words = record.field("sla_anchor"); !trim(words).empty()) {
    clause.anchor = read_anchor(words);
    if (clause.anchor.kind == AnchorKind::none) return false;
  }
  if (const auto words = record.field("time_of_day"); !trim(words).empty()) {
    const auto tokens = limit_tokens(words);
    const auto time = read_time_of_day(tokens, 0);
    if (!time || time->tokens != tokens.size()) return false;
    clause.cut_off = clause.cut_off && clause.minute_of_day == time->value;
    clause.minute_of_day = time->value;
  }
  return true;
}

bool has_columns(const Record& record) {
  for (const std::string_view name : {"sla_relation", "sla_qty", "sla_unit", "sla_anchor", "time_of_day"})
    if (!trim(record.field(name)).empty()) return true;
  return false;
}

// Columns alone are enough when they say what, how long and from what.
bool complete(const Record& record) {
  return !trim(record.field("sla_relation")).empty() && (!trim(record.field("sla_qty")).empty() || !trim(record.field("time_of_day")).empty());
}

}  // namespace

void compile_slas(Unit& unit) {
  for (std::size_t n = 0; n < unit.items.size(); ++n) {
    const Id<Item> id = Table<Item>::id_at(n);
    const Item& item = unit.items[id];
    if (item.kind != "choreography") continue;
    Sla sla{id, read_when(item.record.field("sla_text")), has_columns(item.record)};
    if (sla.columns && (complete(item.record) || sla.when.understood) && sla.when.clauses.size() <= 1) {
      if (sla.when.clauses.empty()) sla.when.clauses.emplace_back();
      sla.when.understood = take_columns(item.record, sla.when.clauses.front());
      sla.when.quantified = sla.when.quantified || sla.when.clauses.front().quantity || sla.when.clauses.front().minute_of_day;
      if (!sla.when.understood) sla.when.clauses.clear();
    }
    unit.slas.add(std::move(sla));
  }
}

}  // namespace dovetail
