// data.name-differs: data items named otherwise than the data specification names them.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/data.h"
#include "check/item_names.h"
#include "check/make_finding.h"
#include "check/timetable_rows.h"
#include "text/ids.h"
#include "text/inflection.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// A wrong name in a text.
struct WrongName {
  In<Item> item;
  Span source;
  std::string words, how;
};

bool is_plural_of(std::string_view words, std::string_view name) {
  return words.size() > name.size() && words.starts_with(name) && (words.substr(name.size()) == "s" || words.substr(name.size()) == "es");
}

std::string without_hyphens(std::string text) {
  std::replace(text.begin(), text.end(), '-', ' ');
  return text;
}

class NameFinder {
 public:
  NameFinder(const Review& review, Id<Unit> id, const ItemNames& names) : review_(review), id_(id), unit_(review.units[id]), names_(names) {
    for (const TimetableRow& row : unit_.timetable)
      if (row.views.proposed) cells_.push_back(row.information.span);
    for (const Term& term : review.corpus.terms)
      for (const In<Definition>& definition : term.definitions)
        if (review.units[definition.unit].code == unit_.code) terms_.insert(fold_phrase(term.term));
    for (std::uint32_t u = 0; u < review.units.size(); ++u)
      for (std::uint32_t i = 0; i < review.units[Id<Unit>(u)].items.size(); ++i)
        if (const In<Item> in{Id<Unit>(u), Id<Item>(i)}; item(in).kind == "data_item") by_id_.emplace(item(in).id, in);
  }

  std::vector<WrongName> find() {
    const Projection& text = unit_.projection(View::proposed);
    const Document& document = review_.documents[unit_.document];
    for (const Line& line : text.lines) {
      if (document.paragraphs[line.paragraph].part != Part::body) continue;
      line_ = line.span;
      judge_names(text);
      judge_ids(text);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] const Item& item(In<Item> in) const { return review_.units[in.unit].items[in.id]; }
  [[nodiscard]] Span source(Span in_line) const {
    return unit_.projection(View::proposed).to_source({line_.begin + in_line.begin, line_.begin + in_line.end});
  }

  void judge_names(const Projection& text) {
    const std::string_view line = slice(text.text, line_);
    for (const NamedItem& named : names_.find(line)) {
      const std::string words(slice(line, named.span));
      if (terms_.contains(fold_phrase(words)) || has_capital_beside(line, named.span)) continue;
      const std::string& name = named.name->words;
      if (named.name->kind == ItemNameKind::field) {
        add(named.name->item, source(named.span), words, "is the field of a message");
      } else if (named.name->kind == ItemNameKind::synonym) {
        const bool same_case = words == name || is_plural_of(words, name) || without_hyphens(words) == without_hyphens(name);
        const bool one_word = name.find(' ') == std::string::npos;
        if (same_case && (!one_word || in_information(source(named.span)))) add(named.name->item, source(named.span), words, "is a synonym");
      } else if (words != name && !is_plural_of(words, name)) {
        judge_spelling(line, named, words);
      }
    }
  }

  // Another hyphen is a slip wherever it stands; another case may be plain English, but not where information is listed.
  void judge_spelling(std::string_view line, const NamedItem& named, const std::string& words) {
    const std::string& name = named.name->words;
    const std::string flat = without_hyphens(words), own = without_hyphens(name);
    if (flat == own || is_plural_of(flat, own))
      add(named.name->item, source(named.span), words, "is hyphenated otherwise");
    else if (fold(flat) == fold(own) && (in_information(source(named.span)) || is_quoted(line, named.span)))
      add(named.name->item, source(named.span), words, "has other capitals");
  }

  static bool is_quoted(std::string_view line, Span span) {
    return span.begin > 0 && span.end < line.size() && std::string_view("'\"").find(line[span.begin - 1]) != std::string_view::npos &&
           std::string_view("'\"").find(line[span.end]) != std::string_view::npos;
  }

  [[nodiscard]] bool in_information(Span where) const {
    return std::any_of(cells_.begin(), cells_.end(), [&](Span cell) { return cell.overlaps(where); });
  }

  // Part of a longer name: "the Old Meter Serial Number Plate". The first word of a sentence or cell has its capital for that.
  static bool has_capital_beside(std::string_view line, Span span) {
    const auto spans = words(line);
    for (std::size_t n = 0; n < spans.size(); ++n) {
      const bool before = spans[n].end + 1 == span.begin && line[spans[n].end] == ' ' && n > 0 && starts_upper(slice(line, spans[n]));
      if (before) {
        const std::string_view gap = line.substr(spans[n - 1].end, spans[n].begin - spans[n - 1].end);
        if (gap.find_first_of(".:;)") == std::string_view::npos && !has_digit(slice(line, spans[n]))) return true;
      }
      const bool after = spans[n].begin == span.end + 1 && line[span.end] == ' ' && starts_upper(slice(line, spans[n]));
      if (after && !has_digit(slice(line, spans[n]))) return true;
    }
    return false;
  }

  static bool has_digit(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

  // The name that stands beside an id: behind it, or in front of it where the id is in brackets.
  void judge_ids(const Projection& text) {
    static const Pattern behind = Pattern::literal(
        "^(?:,? ?[-:]? ?(?:['\"]([^'\"]{3,80})['\"]|\\((\\p{Lu}[^()]{2,80})\\))| (?:[-:] )?((?:\\p{Lu}[\\pL-]+)(?: (?:of |and |for "
        ")?\\p{Lu}[\\pL-]+)*))");
    static const Pattern in_front = Pattern::literal("((?:\\p{Lu}[\\pL-]+)(?: (?:of |and |for )?\\p{Lu}[\\pL-]+)*) \\($");
    const std::string_view line = slice(text.text, line_);
    for (const IdInText& id : ids_in_text(line)) {
      const auto known = by_id_.find(id.id.canonical);
      if (id.id.family != "data_item" || known == by_id_.end()) continue;
      const std::string_view before = line.substr(0, id.span.begin), after = line.substr(id.span.end);
      if (const auto name = in_front.find(before); name && after.starts_with(')')) {
        judge_beside(line, known->second, *name->groups[0], true);
      } else if (const auto words = behind.find(after)) {
        for (std::size_t n = 0; n < words->groups.size(); ++n) {
          if (!words->groups[n]) continue;
          const Span name_span{id.span.end + words->groups[n]->begin, id.span.end + words->groups[n]->end};
          const bool bare = n == 2;  // without marks it is a name where information is listed, and else the text that goes on
          if (at_word_edge(line, name_span.end) && (!bare || in_information(source(name_span)))) judge_beside(line, known->second, name_span, false);
        }
      }
    }
  }

  void judge_beside(std::string_view line, In<Item> in, Span span, bool in_front) {
    std::string words(slice(line, span));
    const std::string name = fold_phrase(without_hyphens(canonical_name(review_, in)));
    const std::string folded = fold_phrase(without_hyphens(words));
    if (!ids_in_text(words).empty() || has_digit(words)) return;
    if (in_front ? folded.ends_with(name) : folded.starts_with(name)) return;
    if (const ItemName* other = names_.named(words); other != nullptr && other->item == in) return;  // a synonym: told already
    if (in_front) {
      const std::size_t space = words.find(' ');
      const bool leads = span.begin == 0 || words.starts_with("The ") || words.starts_with("Each ") || words.starts_with("Any ");
      if (leads && space == std::string::npos) return;
      if (leads) {
        span.begin += static_cast<std::uint32_t>(space + 1);
        words.erase(0, space + 1);
      }
    }
    for (const std::string& synonym : split_values(item(in).record.field("synonyms")))
      if (folded.find(fold_phrase(without_hyphens(synonym))) != std::string::npos) return;
    add(in, source(span), words, "is no name of " + item(in).id);
  }

  void add(In<Item> in, Span where, std::string words, std::string how) { found_.push_back({in, where, std::move(words), std::move(how)}); }

  const Review& review_;
  Id<Unit> id_;
  const Unit& unit_;
  const ItemNames& names_;
  Span line_;
  std::vector<Span> cells_;
  std::set<std::string> terms_;
  std::map<std::string, In<Item>> by_id_;
  std::vector<WrongName> found_;
};

void report(const Review& review, const Rule& rule, Id<Unit> id, const std::vector<WrongName>& places, Checked& checked) {
  const WrongName& first = places.front();
  const auto views = [&](Span span) {
    return Views{words_in_view(review, id, span, View::baseline) == words_in_view(review, id, span, View::proposed), true};
  };
  const Unit& design = review.units[first.item.unit];
  const Item& item = design.items[first.item.id];
  Finding finding = make_finding(review, rule, id, first.source, views(first.source));
  finding.message = fill(
      rule.message, {{"label", finding.label}, {"words", first.words}, {"how", first.how}, {"name", item.text}, {"source", source_of(design, item)}});
  finding.fix = Fix{item.text, false};
  finding.atom = item.id;
  finding.key = item.id + " " + fold_phrase(first.words);
  finding.notes.push_back({{design.document, item.record.span}, item.id, "calls it \"" + item.text + "\""});
  for (std::size_t n = 1; n < places.size(); ++n) {
    const Finding other = make_finding(review, rule, id, places[n].source, views(places[n].source));
    finding.introduced = finding.introduced || other.introduced;
    finding.notes.push_back({other.place, other.label, "\"" + places[n].words + "\" stands here too"});
  }
  checked.findings.push_back(std::move(finding));
}

}  // namespace

void check_name_differs(const Review& review, const Rule& rule, Checked& checked) {
  const ItemNames names(review);
  if (names.empty()) return checked.blocked.push_back({rule.id, "no data specification was read"});
  for (std::uint32_t n = 0; n < review.units.size() && n < review.inputs.size(); ++n) {
    if (review.inputs[n].role != InputRole::draft || !review.units[Id<Unit>(n)].has_body) continue;
    std::vector<WrongName> found = NameFinder(review, Id<Unit>(n), names).find();
    std::stable_sort(found.begin(), found.end(), [](const WrongName& a, const WrongName& b) { return a.source.begin < b.source.begin; });
    std::vector<std::vector<WrongName>> groups;
    for (WrongName& wrong : found) {
      const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
        return group.front().item == wrong.item && fold_phrase(group.front().words) == fold_phrase(wrong.words);
      });
      if (same == groups.end())
        groups.push_back({std::move(wrong)});
      else
        same->push_back(std::move(wrong));
    }
    for (const auto& group : groups) report(review, rule, Id<Unit>(n), group, checked);
  }
}

}  // namespace dovetail
