// From the words of a question to the references that answer it.
#include <algorithm>
#include <map>
#include <set>

#include "report/refs.h"
#include "text/label_holds.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// A name as it is compared: folded, without spaces and hyphens.
std::string key_of(std::string_view name) {
  auto key = fold_phrase(name);
  std::erase_if(key, [](char c) { return c == ' ' || c == '-'; });
  return key;
}

bool is_citable(const Review& review, std::size_t n) {
  const auto& input = review.inputs[n];
  if (!review.units[Table<Unit>::id_at(n)].has_body) return false;
  return input.role == InputRole::draft || (input.role == InputRole::live_text && input.entry && input.entry->path == input.path);
}

std::string file_name(const std::string& path) {
  const auto slash = path.find_last_of('/');
  const auto name = slash == std::string::npos ? path : path.substr(slash + 1);
  return name.substr(0, name.find_last_of('.'));
}

std::vector<std::string> names_of(const Review& review, Id<Unit> id) {
  const auto& unit = review.units[id];
  std::vector<std::string> names = unit.aliases;
  names.insert(names.end(), {unit.id, unit.path, file_name(unit.path), unit.code + " " + unit.id});
  std::erase(names, std::string());
  return names;
}

/// The words of a question: a name, and what stands behind it.
struct Question {
  std::vector<Id<Unit>> units;
  std::string rest;
};

/// The longest run of leading words that names a document.
Question read_name(const Review& review, const std::string& target) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 1; i <= target.size(); ++i)
    if (i == target.size() || target[i] == ' ' || target[i] == ',') ends.push_back(i);
  for (std::size_t k = ends.size(); k-- > 0;) {
    const auto key = key_of(target.substr(0, ends[k]));
    Question question;
    for (std::size_t n = 0; n < review.inputs.size(); ++n) {
      if (!is_citable(review, n)) continue;
      const auto names = names_of(review, Table<Unit>::id_at(n));
      if (std::any_of(names.begin(), names.end(), [&](const std::string& name) { return key_of(name) == key; }))
        question.units.push_back(Table<Unit>::id_at(n));
    }
    if (question.units.empty()) continue;
    question.rest = trim(std::string_view(target).substr(ends[k]));
    while (!question.rest.empty() && (question.rest.front() == ',' || question.rest.front() == ' ')) question.rest.erase(0, 1);
    return question;
  }
  return {{}, target};
}

/// "paragraph 3.2" is 3.2; "Section K" and "Part A" are labels as they stand.
std::string without_keyword(std::string words) {
  for (const std::string_view keyword : {"paragraph", "clause", "section", "step"})
    for (const auto& word : {std::string(keyword) + "s ", std::string(keyword) + " "})
      if (fold(words).starts_with(word) && words.find_first_of("0123456789(") != std::string::npos) return words.substr(word.size());
  return words;
}

/// "3.1 to 3.4" is two labels, "3.1" one.
std::pair<std::string, std::string> read_labels(const std::string& words) {
  for (const std::string_view between : {" to ", " - ", "\xE2\x80\x93", ".."})
    if (const auto at = words.find(between); at != std::string::npos)
      return {std::string(trim(words.substr(0, at))), std::string(trim(words.substr(at + between.size())))};
  return {words, words};
}

/// Whether a provision stands in a division of that name, at any depth; an empty name holds all.
bool stands_in(const Unit& unit, const Provision& p, const std::string& division, View view) {
  if (division.empty()) return true;
  const auto v = index(view);
  for (auto at = p.parent[v]; at; at = unit.provisions[at].parent[v])
    if (unit.provisions[at].kind == ProvisionKind::division && fold(unit.provisions[at].label[v]) == fold(division)) return true;
  return false;
}

/// Whether a provision bears the label, or is the one whose running sentence may hold the item ("8.1.2(b)").
bool has_label(const Unit& unit, const std::string& label, const std::string& division = {}) {
  const auto bears = [&](const std::string& wanted) {
    return std::any_of(unit.provisions.begin(), unit.provisions.end(), [&](const Provision& p) {
      return std::any_of(both_views.begin(), both_views.end(), [&](View view) {
        return p.views.has(view) && fold(p.label[index(view)]) == fold(wanted) && stands_in(unit, p, division, view);
      });
    });
  };
  return bears(label) || (label.ends_with(')') && label.find('(') > 0 && bears(label.substr(0, label.rfind('('))));
}

/// The documents among `units` that have the label, which may bear the letter of its Section ("K5.4").
std::vector<RefTarget> targets_in(const Review& review, const std::vector<Id<Unit>>& units, const std::string& first, const std::string& last) {
  std::vector<RefTarget> targets;
  for (const auto id : units) {
    const auto& unit = review.units[id];
    if (has_label(unit, first) && has_label(unit, last)) {
      targets.push_back({id, first, last, {}});
      continue;
    }
    const auto digit = first.find_first_of("0123456789");
    if (digit == std::string::npos || digit == 0 || fold(unit.id) != fold("Section " + first.substr(0, digit))) continue;
    const auto bare_last = last.substr(std::min(last.find_first_of("0123456789"), last.size()));
    if (has_label(unit, first.substr(digit)) && has_label(unit, bare_last)) targets.push_back({id, first.substr(digit), bare_last, {}});
  }
  return targets;
}

std::vector<Id<Unit>> citable_units(const Review& review, const std::string& code) {
  std::vector<Id<Unit>> units;
  for (std::size_t n = 0; n < review.inputs.size(); ++n)
    if (is_citable(review, n) && (code.empty() || key_of(review.units[Table<Unit>::id_at(n)].code) == code)) units.push_back(Table<Unit>::id_at(n));
  return units;
}

/// "Schedule 22, paragraph 1.2": a division of a text and a number in it.
std::vector<RefTarget> targets_in_divisions(const std::vector<Id<Unit>>& units, const Review& review, const std::string& words) {
  std::vector<RefTarget> targets;
  for (auto end = words.size(); end != std::string::npos && end > 0; end = words.find_last_of(" ,", end - 1)) {
    const auto division = std::string(trim(std::string_view(words).substr(0, end)));
    if (division.empty() || division.back() == ',') continue;
    auto rest = words.substr(end);
    rest.erase(0, std::min(rest.find_first_not_of(" ,"), rest.size()));
    if (rest.empty()) continue;
    const auto [first, last] = read_labels(without_keyword(rest));
    for (const auto id : units)
      if (has_label(review.units[id], first, division) && has_label(review.units[id], last, division)) targets.push_back({id, first, last, division});
    if (!targets.empty()) break;
  }
  return targets;
}

/// "paragraph 1.2 of Schedule 22" as the other words say it: "Schedule 22 paragraph 1.2".
std::string outermost_first(const std::string& asked) {
  const auto of = asked.rfind(" of ");
  if (of == std::string::npos) return asked;
  auto outer = asked.substr(of + 4);
  if (fold(outer).starts_with("the ")) outer.erase(0, 4);
  return outer + " " + outermost_first(asked.substr(0, of));
}

Result<std::vector<RefTarget>> understand(const Review& review, const std::string& asked) {
  auto question = read_name(review, asked);
  if (!question.units.empty() && question.rest.empty()) {
    std::vector<RefTarget> whole;
    for (const auto id : question.units) whole.push_back({id, {}, {}, {}});
    return whole;
  }
  if (question.units.empty()) {  // "XBSC K5.4", or a number alone
    const auto space = asked.find(' ');
    const auto code = space == std::string::npos ? std::string() : key_of(asked.substr(0, space));
    question.units = citable_units(review, code);
    question.rest = asked;
    if (!code.empty() && !question.units.empty()) question.rest = std::string(trim(asked.substr(space)));
    if (question.units.empty()) question.units = citable_units(review, {});
  }
  const auto [first, last] = read_labels(without_keyword(question.rest));
  auto targets = targets_in(review, question.units, first, last);
  if (targets.empty()) targets = targets_in_divisions(question.units, review, question.rest);
  if (!targets.empty()) return targets;
  if (const auto turned = outermost_first(asked); turned != asked) return understand(review, turned);
  std::string known;
  for (const auto id : citable_units(review, {}))
    known += (known.empty() ? "" : ", ") + (review.units[id].id.empty() ? review.units[id].path : review.units[id].id);
  return fail("refs: nothing that was read is called '" + asked + "'; documents: " + (known.empty() ? "none" : known));
}

/// The provisions that a target names, in one view.
struct Wanted {
  std::set<Id<Provision>> itself, inside, around;
};

void add_around(const Unit& unit, Id<Provision> id, View view, Wanted& wanted) {
  for (auto at = unit.provisions[id].parent[index(view)]; at; at = unit.provisions[at].parent[index(view)])
    if (unit.provisions[at].kind != ProvisionKind::division) wanted.around.insert(at);
}

bool is_below(const Unit& unit, Id<Provision> id, const std::set<Id<Provision>>& above, View view) {
  for (auto at = unit.provisions[id].parent[index(view)]; at; at = unit.provisions[at].parent[index(view)])
    if (above.contains(at)) return true;
  return false;
}

/// How many divisions that begin again at 1 a provision is counted in.
std::size_t scopes_of(const Unit& unit, const Provision& p, View view) {
  std::size_t depth = 0;
  for (auto at = p.scope[index(view)]; at; at = unit.provisions[at].scope[index(view)]) ++depth;
  return depth;
}

/// A number alone is that of the text itself where it has one, not that of a Schedule in it.
std::size_t outermost(const Unit& unit, const std::string& label, View view) {
  std::size_t least = unit.provisions.size();
  for (const auto& p : unit.provisions)
    if (p.views.has(view) && !p.quoted && fold(p.label[index(view)]) == fold(label)) least = std::min(least, scopes_of(unit, p, view));
  return least;
}

Wanted wanted_in(const Unit& unit, const RefTarget& target, View view) {
  Wanted wanted;
  const auto v = index(view);
  Id<Provision> first, last;
  const auto depth = target.division.empty() ? outermost(unit, target.first, view) : 0;
  for (std::size_t i = 0; i < unit.provisions.size(); ++i) {
    const auto id = Table<Provision>::id_at(i);
    const auto& p = unit.provisions[id];
    if (!p.views.has(view) || p.quoted || !stands_in(unit, p, target.division, view)) continue;
    if (target.division.empty() && p.kind != ProvisionKind::division && scopes_of(unit, p, view) > depth) continue;
    if (fold(p.label[v]) == fold(target.first)) {
      wanted.itself.insert(id);
      if (!first) first = id;
    }
    if (fold(p.label[v]) == fold(target.last)) last = id;
  }
  if (first && last && first != last) {  // what stands between the two, at the same depth where they are siblings
    const auto parent = unit.provisions[first].parent[v];
    const bool siblings = parent == unit.provisions[last].parent[v];
    for (auto i = first.value; i <= last.value; ++i)
      if (const auto& p = unit.provisions[Id<Provision>(i)]; p.views.has(view) && (!siblings || p.parent[v] == parent))
        wanted.itself.insert(Id<Provision>(i));
  }
  for (const auto id : wanted.itself) add_around(unit, id, view, wanted);
  for (std::size_t i = 0; i < unit.provisions.size(); ++i)
    if (const auto id = Table<Provision>::id_at(i); unit.provisions[id].views.has(view) && is_below(unit, id, wanted.itself, view))
      wanted.inside.insert(id);
  return wanted;
}

/// All provisions that a reference covers: one, or those of a range.
std::vector<Id<Provision>> covered(const Review& review, const Reference& reference, const ReferenceLink& link, View view) {
  std::vector<Id<Provision>> out;
  for (const auto& target : link.targets) out.push_back(target.id);
  if (reference.last.empty() || out.empty()) return out;
  const auto& unit = review.units[link.unit];
  const auto v = index(view);
  const auto& first = unit.provisions[out.front()];
  for (auto i = out.front().value + 1; i < unit.provisions.size(); ++i) {
    const auto& p = unit.provisions[Id<Provision>(i)];
    if (!p.views.has(view) || p.parent[v] != first.parent[v]) continue;
    out.push_back(Id<Provision>(i));
    if (p.label[v] == reference.last || p.label[v].ends_with(reference.last)) break;
  }
  return out;
}

std::optional<RefRelation> relation_of(const Review& review, const Reference& reference, const ReferenceLink& link, const RefTarget& target,
                                       const Wanted& wanted, View view) {
  if (link.unit != target.unit) return std::nullopt;
  const auto all = covered(review, reference, link, view);
  const auto any = [&](const std::set<Id<Provision>>& set) {
    return std::any_of(all.begin(), all.end(), [&](Id<Provision> id) { return set.contains(id); });
  };
  if (any(wanted.itself)) return RefRelation::itself;
  if (all.empty() && (link.wanted_by(reference) == target.first || link.wanted_by(reference) == target.last) && link.outcome != Outcome::not_loaded &&
      link.outcome != Outcome::external)
    return RefRelation::itself;
  if (any(wanted.inside)) return RefRelation::inside;
  // An item of a running sentence, or a number that is not there.
  if (all.empty() && link.outcome == Outcome::resolved && reference.divisions.empty() == target.division.empty() &&
      label_holds(target.first, link.wanted_by(reference)))
    return RefRelation::inside;
  if (any(wanted.around)) return RefRelation::around;
  return std::nullopt;
}

class Searcher {
 public:
  Searcher(const Review& review, const std::vector<RefTarget>& targets) : review_(review), targets_(targets) {}

  std::vector<RefHit> search() {
    for (const auto& target : targets_)
      for (const View view : both_views) look(target, view);
    std::vector<RefHit> hits;
    for (auto& [key, hit] : hits_) hits.push_back(hit);
    return hits;
  }

 private:
  void look(const RefTarget& target, View view) {
    const bool whole = target.first.empty();
    const auto wanted = whole ? Wanted() : wanted_in(review_.units[target.unit], target, view);
    for (const auto id : citable_units(review_, {})) {
      const auto& links = review_.corpus.references[id.value][index(view)];
      for (std::size_t r = 0; r < links.size(); ++r) {
        const auto& reference = review_.units[id].references[Table<Reference>::id_at(r)];
        if (!reference.views.has(view)) continue;
        if (whole ? links[r].unit == target.unit && id != target.unit && says_something(links[r].outcome) : false)
          add(id, r, view, links[r].targets.empty() ? RefRelation::itself : RefRelation::inside, links[r].outcome);
        if (whole) continue;
        if (const auto relation = relation_of(review_, reference, links[r], target, wanted, view)) add(id, r, view, *relation, links[r].outcome);
      }
    }
  }

  static bool says_something(Outcome outcome) {
    return outcome != Outcome::external && outcome != Outcome::not_loaded && outcome != Outcome::unparsed && outcome != Outcome::unknown;
  }

  void add(Id<Unit> unit, std::size_t reference, View view, RefRelation relation, Outcome outcome) {
    const auto id = Table<Reference>::id_at(reference);
    auto [at, fresh] = hits_.try_emplace({unit, review_.units[unit].references[id].span, id}, RefHit{unit, id, {}, relation, outcome});
    at->second.views.add(view);
    at->second.relation = std::min(at->second.relation, relation);
    if (view == View::proposed) at->second.outcome = outcome;
  }

  const Review& review_;
  const std::vector<RefTarget>& targets_;
  std::map<std::tuple<Id<Unit>, Span, Id<Reference>>, RefHit> hits_;
};

}  // namespace

Result<RefAnswer> find_refs(const Review& review, const std::string& target) {
  RefAnswer answer;
  answer.asked = squeeze(normalise(target));
  auto targets = understand(review, answer.asked);
  if (!targets) return fail(targets.error().message);
  answer.targets = std::move(*targets);
  answer.hits = Searcher(review, answer.targets).search();
  return answer;
}

}  // namespace dovetail
