// Definitions that send the reader elsewhere: to a place that is not there, that does not define the term, or back again.
#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.h"
#include "check/definition_text.h"
#include "check/term.h"
#include "text/inflection.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::vector<std::string> stems_of(std::string_view text) {
  std::vector<std::string> stems;
  for (const auto span : words(text)) stems.push_back(stem_of(slice(text, span)));
  return stems;
}

/// Whether a provision is another or stands below it.
bool is_within(const Unit& unit, Id<Provision> at, Id<Provision> outer, View view) {
  for (auto id = at; id; id = unit.provisions[id].parent[index(view)])
    if (id == outer) return true;
  return false;
}

/// The lines of a provision and all that stands below it.
std::string_view text_of(const Unit& unit, Id<Provision> id, View view) {
  const auto& provision = unit.provisions[id];
  const auto& projection = unit.projection(view);
  const auto first = provision.lines[index(view)].begin;
  const auto last = std::min<std::size_t>(provision.last_line[index(view)], projection.lines.size());
  if (first >= last) return {};
  return slice(projection.text, {projection.lines[first].span.begin, projection.lines[last - 1].span.end});
}

/// Whether a text seems to say what a term is without a form of definition: "TLM is …", the term in quotation marks, in bold or before "means".
bool explains(std::string_view text, const std::string& term) {
  const auto folded = fold(text), wanted = fold(term);
  for (auto at = folded.find(wanted); at != std::string::npos; at = folded.find(wanted, at + 1)) {
    if (!at_word_edge(folded, at)) continue;
    auto behind = at + wanted.size();
    while (behind < folded.size() && (folded[behind] == 's' || folded[behind] == '\'' || folded[behind] == '"' || folded[behind] == ')')) ++behind;
    const auto rest = std::string_view(folded).substr(behind);
    for (const std::string_view being :
         {" is ", " are ", " mean", " shall be ", " shall mean", " =", " include", ":", " refer", " (", " comprise", " consist", " has the"})
      if (rest.starts_with(being)) return true;
    if (at > 0 && (folded[at - 1] == '"' || folded[at - 1] == '\'')) return true;
    const auto line = folded.rfind('\n', at);
    const auto lead = folded.substr(line == std::string::npos ? 0 : line + 1, at - (line == std::string::npos ? 0 : line + 1));
    if (lead.find_first_not_of("0123456789.() \t") == std::string::npos) return true;  // a heading or an entry
    for (const std::string_view naming : {"the ", "a ", "an "})
      if (std::string_view(folded).substr(0, at).ends_with("(" + std::string(naming)) ||
          std::string_view(folded).substr(0, at).ends_with("as " + std::string(naming)) ||
          std::string_view(folded).substr(0, at).ends_with("called " + std::string(naming)))
        return true;
  }
  return false;
}

enum class Arrival : std::uint8_t { unknown, good, absent, silent };

/// What a reader finds who follows a pointer.
struct Followed {
  Arrival arrival = Arrival::unknown;
  std::string target;                       // as the pointer names it
  std::vector<In<Definition>> definitions;  // good: those that stand there
  std::optional<In<Definition>> nearby;     // silent: the term's definition elsewhere in that document
};

class Follower {
 public:
  explicit Follower(const Review& review) : review_(review) {
    for (const auto& term : review.corpus.terms)
      for (const auto& in : term.definitions) by_stems_[stems_of(definition_of(review, in).term)].push_back(in);
  }

  [[nodiscard]] Followed follow(In<Definition> in, View view) const {
    const auto& unit = review_.units[in.unit];
    const auto& d = definition_of(review_, in);
    const auto& term = d.pointed_term.empty() ? d.term : d.pointed_term;
    Followed all;
    for (std::size_t r = 0; r < unit.references.size(); ++r) {
      const auto& reference = unit.references[Table<Reference>::id_at(r)];
      if (!reference.views.has(view) || reference.span.begin < d.body.begin || reference.span.end > d.body.end) continue;
      const auto& link = review_.corpus.references[in.unit.value][index(view)][r];
      const auto one = link.outcome == Outcome::resolved && link.targets.empty() && names_glossary(reference, link.unit)
                           ? in_glossary(link.unit, term, in, view)
                       : is_number_of_none(reference, in.unit, view) ? Followed{Arrival::absent, {}, {}, {}}
                                                                     : follow(link, term, in, view);
      if (one.arrival == Arrival::unknown) return {};
      if (all.arrival == Arrival::good) continue;
      all = one;
      all.target = reference.text;
    }
    return all;
  }

  [[nodiscard]] std::vector<In<Definition>> named(const std::string& term) const {
    const auto found = by_stems_.find(stems_of(term));
    return found == by_stems_.end() ? std::vector<In<Definition>>() : found->second;
  }

 private:
  /// Whether a reference names, as a document, a glossary that was read whole; the name of a code may mean any of its documents.
  [[nodiscard]] bool names_glossary(const Reference& reference, Id<Unit> id) const {
    if (!id) return false;
    const auto& unit = review_.units[id];
    const auto& input = review_.inputs[unit.document.value];
    const auto name = fold_phrase(reference.document);
    const bool code = std::any_of(review_.project.codes.begin(), review_.project.codes.end(), [&](const CodeEntry& c) {
      return name == fold_phrase(c.id) || name == fold_phrase(c.name) ||
             std::any_of(c.aliases.begin(), c.aliases.end(), [&](const std::string& alias) { return name == fold_phrase(alias); });
    });
    return !code && !unit.lost.text && !unit.lost.layout && unit.definitions.size() >= 3 && is_glossary(input.entry, input.profile, unit);
  }

  /// "paragraph 98.7" in a glossary that was read whole and numbers nothing: no reader finds it, and no other text is named.
  [[nodiscard]] bool is_number_of_none(const Reference& reference, Id<Unit> id, View view) const {
    const auto digit = [](const std::string& label) { return !label.empty() && is_digit(label.front()); };
    const auto& unit = review_.units[id];
    const auto& input = review_.inputs[unit.document.value];
    if (reference.reach != ReferenceReach::own || !reference.document.empty() || !reference.divisions.empty() || !digit(reference.label))
      return false;
    if (unit.lost.text || unit.lost.numbers || unit.lost.layout || unit.definitions.size() < 3 || !is_glossary(input.entry, input.profile, unit))
      return false;
    return std::none_of(unit.provisions.begin(), unit.provisions.end(),
                        [&](const Provision& p) { return p.views.has(view) && digit(p.label[index(view)]); });
  }

  [[nodiscard]] Followed in_glossary(Id<Unit> glossary, const std::string& term, In<Definition> from, View view) const {
    Followed followed;
    if (glossary == from.unit) return followed;
    for (const auto& in : named(term))
      if (in.unit == glossary && definition_of(review_, in).views.has(view)) followed.definitions.push_back(in);
    const bool good = !followed.definitions.empty() || explains(review_.units[glossary].projection(view).text, term);
    followed.arrival = good ? Arrival::good : Arrival::silent;
    return followed;
  }

  Followed follow(const ReferenceLink& link, const std::string& term, In<Definition> from, View view) const {
    Followed followed;
    if (link.outcome == Outcome::missing || link.outcome == Outcome::not_used || link.outcome == Outcome::deleted) {
      followed.arrival = Arrival::absent;
      return followed;
    }
    if (link.outcome != Outcome::resolved || (link.targets.empty() && !link.unit)) return followed;
    followed.arrival = Arrival::silent;
    for (const auto& in : named(term)) {
      const auto& d = definition_of(review_, in);
      if (in == from || !d.views.has(view)) continue;
      const bool there =
          link.targets.empty() ? in.unit == link.unit : std::any_of(link.targets.begin(), link.targets.end(), [&](const In<Provision>& target) {
            return target.unit == in.unit && is_within(review_.units[in.unit], d.provision[index(view)], target.id, view);
          });
      if (there) {
        followed.arrival = Arrival::good;
        followed.definitions.push_back(in);
      } else if (!followed.nearby && (in.unit == link.unit || (!link.targets.empty() && in.unit == link.targets.front().unit))) {
        followed.nearby = in;
      }
    }
    if (followed.arrival == Arrival::good) return followed;
    // A whole document, or a place that holds the place where the pointer itself stands, is too wide to say that the term is not there.
    if (link.targets.empty()) return {};
    for (const auto& target : link.targets) {
      const auto& unit = review_.units[target.unit];
      if (!unit.provisions[target.id].views.has(view) || unit.lost.numbers || unit.lost.text || unit.lost.layout) return {};
      if (target.unit == from.unit && is_within(unit, definition_of(review_, from).provision[index(view)], target.id, view)) return {};
      if (explains(text_of(unit, target.id, view), term)) followed.arrival = Arrival::good;
    }
    return followed;
  }

  const Review& review_;
  std::map<std::vector<std::string>, std::vector<In<Definition>>> by_stems_;
};

bool is_broken(Arrival arrival) { return arrival == Arrival::absent || arrival == Arrival::silent; }

}  // namespace

void check_broken_pointer(const Review& review, const Rule& rule, Checked& checked) {
  const Follower follower(review);
  for (std::size_t u = 0; u < review.corpus.definition_uses.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    if (!is_judged(review, id)) continue;
    const auto& unit = review.units[id];
    for (std::size_t n = 0; n < unit.definitions.size(); ++n) {
      const In<Definition> in{id, Table<Definition>::id_at(n)};
      const auto& d = unit.definitions[in.id];
      if (!d.pointer || !d.views.proposed || is_quotation(unit, d)) continue;
      const auto followed = follower.follow(in, View::proposed);
      if (!is_broken(followed.arrival)) continue;
      const bool before = d.views.baseline && is_broken(follower.follow(in, View::baseline).arrival);
      auto finding = make_finding(review, rule, id, {d.span.begin, std::max(d.span.end, d.body.end)}, {before, true});
      finding.message = fill(rule.message, {{"label", finding.label},
                                            {"term", d.pointed_term.empty() ? d.term : d.pointed_term},
                                            {"target", followed.target},
                                            {"scope", scope_name(review, in)},
                                            {"document", document_name(unit)},
                                            {"what", followed.arrival == Arrival::absent ? "which is not there" : "which does not define it"}});
      if (followed.nearby) finding.notes.push_back(note_at(review, *followed.nearby, "the term is defined here"));
      finding.key = d.folded;
      checked.findings.push_back(std::move(finding));
    }
  }
}

void check_circular_definition(const Review& review, const Rule& rule, Checked& checked) {
  const Follower follower(review);
  const auto next_of = [&](In<Definition> in, View view) -> std::optional<In<Definition>> {
    const auto& d = definition_of(review, in);
    if (!d.pointer || !d.views.has(view)) return std::nullopt;
    auto followed = follower.follow(in, view);
    auto found = followed.definitions;
    if (found.empty() && followed.arrival == Arrival::unknown && followed.target.empty() && !d.pointed_term.empty())
      for (const auto& other : follower.named(d.pointed_term))
        if (other.unit == in.unit && other != in) found.push_back(other);
    // One that says something ends the chain.
    for (const auto& one : found)
      if (!definition_of(review, one).pointer || !definition_of(review, one).views.has(view)) return std::nullopt;
    return found.empty() ? std::nullopt : std::optional(found.front());
  };
  const auto cycle_from = [&](In<Definition> start, View view) {
    std::vector<In<Definition>> chain{start};
    for (auto next = next_of(start, view); next && chain.size() < 32; next = next_of(*next, view)) {
      if (*next == start) return chain;
      if (std::find(chain.begin(), chain.end(), *next) != chain.end()) break;
      chain.push_back(*next);
    }
    return std::vector<In<Definition>>();
  };
  std::set<In<Definition>> told;
  for (std::size_t u = 0; u < review.corpus.definition_uses.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    if (!is_judged(review, id)) continue;
    for (std::size_t n = 0; n < review.units[id].definitions.size(); ++n) {
      const In<Definition> in{id, Table<Definition>::id_at(n)};
      if (told.contains(in)) continue;
      const auto chain = cycle_from(in, View::proposed);
      if (chain.empty()) continue;
      told.insert(chain.begin(), chain.end());
      const auto& d = definition_of(review, in);
      const bool before = cycle_from(in, View::baseline).size() == chain.size();
      auto finding = make_finding(review, rule, id, {d.span.begin, std::max(d.span.end, d.body.end)}, {before, true});
      finding.message = fill(rule.message, {{"label", finding.label},
                                            {"term", d.term},
                                            {"other", definition_of(review, chain.back()).term},
                                            {"scope", scope_name(review, in)},
                                            {"document", document_name(review.units[id])}});
      for (std::size_t i = 1; i < chain.size(); ++i)
        finding.notes.push_back(note_at(
            review, chain[i], "\"" + definition_of(review, chain[i]).term + "\" points on: " + in_brief(definition_of(review, chain[i]).meaning)));
      finding.key = d.folded;
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
