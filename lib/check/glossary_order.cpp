// Lists of definitions as lists: their order, and their capitals.
#include <algorithm>
#include <map>
#include <set>

#include "check/definition_text.h"
#include "check/term.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// The entries of one list, in the order of the text.
using List = std::vector<Id<Definition>>;

/// Lists of a document: entries below one provision, or rows of one table, that no other text parts.
std::vector<List> lists_of(const Review& review, const Unit& unit, View view) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, List> lists;
  const auto& document = review.documents[unit.document];
  for (std::size_t n = 0; n < unit.definitions.size(); ++n) {
    const auto id = Table<Definition>::id_at(n);
    const auto& d = unit.definitions[id];
    if (!d.entry || !d.views.has(view) || d.form == DefinitionForm::construction || d.form == DefinitionForm::gloss ||
        d.form == DefinitionForm::inline_quoted)
      continue;
    const auto cell = cell_at(document, d.span.begin);
    const auto table = cell ? document.rows[document.cells[cell].row].table.value + 1 : 0;
    const auto at = d.provision[index(view)];
    const auto parent = at && unit.provisions[at].kind == ProvisionKind::entry ? unit.provisions[at].parent[index(view)] : at;
    lists[{table, parent ? parent.value + 1 : 0}].push_back(id);
  }
  std::vector<List> out;
  for (auto& [where, list] : lists) {
    std::sort(list.begin(), list.end(), [&](Id<Definition> a, Id<Definition> b) { return unit.definitions[a].span < unit.definitions[b].span; });
    // Several names in one entry: the first sorts it.
    const auto same_entry = [&](Id<Definition> a, Id<Definition> b) { return unit.definitions[a].body.begin == unit.definitions[b].body.begin; };
    // So does the entry's own term where its meaning defines others ("System": …; and "User System" means …).
    const auto within = [&](Id<Definition> a, Id<Definition> b) {
      return same_entry(a, b) || unit.definitions[b].span.begin < unit.definitions[a].body.end;
    };
    list.erase(std::unique(list.begin(), list.end(), within), list.end());
    if (list.size() >= 4) out.push_back(std::move(list));
  }
  return out;
}

/// How entries are compared: word by word ("Meter Reading" before "Metering"), letter by letter, as some glossaries do, or as programs sort that
/// know nothing of letters (capitals first).
enum class Manner : std::uint8_t { by_word, by_letter, by_code };

std::string sort_key(const std::string& term, Manner manner) {
  std::string key;
  for (const auto word : words(term)) {
    if (!key.empty() && manner == Manner::by_word) key += ' ';
    key += fold(slice(term, word));
  }
  return key;
}

/// Which entries must move so that the rest is in order: those outside the longest run that is.
std::vector<std::size_t> misplaced(const Unit& unit, const List& list, Manner manner) {
  std::vector<std::string> keys;
  for (const auto id : list) keys.push_back(sort_key(unit.definitions[id].term, manner));
  const auto less = [&](std::size_t a, std::size_t b) {
    return manner == Manner::by_code ? unit.definitions[list[a]].term < unit.definitions[list[b]].term : collate(keys[a], keys[b]) < 0;
  };
  std::vector<std::size_t> tails, before(list.size(), list.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto at = std::upper_bound(tails.begin(), tails.end(), i, less);
    if (at != tails.begin()) before[i] = *(at - 1);
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  std::vector<bool> stays(list.size(), false);
  for (auto i = tails.empty() ? list.size() : tails.back(); i < list.size(); i = before[i]) stays[i] = true;
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (!stays[i]) out.push_back(i);
  return out;
}

struct Misorder {
  std::vector<std::size_t> entries;
  Manner manner = Manner::by_word;
};

/// The entries out of order, in the manner that the list follows; none where it follows neither (it groups its terms).
Misorder disorder(const Unit& unit, const List& list) {
  Misorder best{misplaced(unit, list, Manner::by_word), Manner::by_word};
  for (const auto manner : {Manner::by_letter, Manner::by_code}) {
    auto other = misplaced(unit, list, manner);
    if (other.size() < best.entries.size()) best = {std::move(other), manner};
  }
  if (best.entries.size() > std::max<std::size_t>(1, list.size() / 6)) best.entries.clear();
  return best;
}

/// The term that an entry belongs behind; empty: it is the first.
std::string neighbour(const Unit& unit, const List& list, std::size_t entry, const Misorder& order) {
  const auto key = sort_key(unit.definitions[list[entry]].term, order.manner);
  std::string best, best_key;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (std::find(order.entries.begin(), order.entries.end(), i) != order.entries.end()) continue;
    const auto& term = unit.definitions[list[i]].term;
    const auto other = sort_key(term, order.manner);
    if (collate(other, key) <= 0 && (best.empty() || collate(best_key, other) < 0)) best = term, best_key = other;
  }
  return best;
}

/// "kWh", "pH", "eSIM", "v": small letters that belong to the word.
bool has_reason_for_small_letters(const std::string& term) {
  return term.size() <= 3 || fold(term) != term || term.find_first_of("0123456789") != std::string::npos;
}

std::set<std::string> found_in_baseline(const Review& review, const Unit& unit) {
  std::set<std::string> terms;
  for (const auto& list : lists_of(review, unit, View::baseline))
    for (const auto i : disorder(unit, list).entries) terms.insert(unit.definitions[list[i]].folded);
  return terms;
}

}  // namespace

void check_unsorted_definitions(const Review& review, const Rule& rule, Checked& checked) {
  for (std::size_t u = 0; u < review.units.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    if (!is_judged(review, id)) continue;
    const auto& unit = review.units[id];
    const auto before = found_in_baseline(review, unit);
    for (const auto& list : lists_of(review, unit, View::proposed)) {
      const auto order = disorder(unit, list);
      for (const auto i : order.entries) {
        const auto& d = unit.definitions[list[i]];
        const auto place = neighbour(unit, list, i, order);
        auto finding = make_finding(review, rule, id, d.span, {d.views.baseline && before.contains(d.folded), true});
        finding.message = fill(rule.message, {{"label", finding.label},
                                              {"term", d.term},
                                              {"place", place.empty() ? "at the head of the list" : "behind \"" + place + "\""},
                                              {"scope", scope_name(review, {id, list[i]})},
                                              {"document", document_name(unit)}});
        finding.key = d.folded;
        checked.findings.push_back(std::move(finding));
      }
    }
  }
}

void check_lower_case_definition(const Review& review, const Rule& rule, Checked& checked) {
  for (std::size_t u = 0; u < review.units.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    if (!is_judged(review, id)) continue;
    const auto& unit = review.units[id];
    for (const auto& list : lists_of(review, unit, View::proposed)) {
      std::size_t capitals = 0, small = 0;
      for (const auto n : list) {
        capitals += !starts_lower(unit.definitions[n].term);
        small += starts_lower(unit.definitions[n].term) && !has_reason_for_small_letters(unit.definitions[n].term);
      }
      if (small == 0 || capitals < 3 || small * 5 > capitals) continue;
      for (const auto n : list) {
        const auto& d = unit.definitions[n];
        if (!starts_lower(d.term) || has_reason_for_small_letters(d.term)) continue;
        auto finding = make_finding(review, rule, id, d.span, {d.views.baseline, true});
        finding.message = fill(
            rule.message, {{"label", finding.label}, {"term", d.term}, {"scope", scope_name(review, {id, n})}, {"document", document_name(unit)}});
        finding.key = d.folded;
        checked.findings.push_back(std::move(finding));
      }
    }
  }
}

}  // namespace dovetail
