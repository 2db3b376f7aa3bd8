// Reads the numbers behind a keyword: one, a list, a range, and labels that lean on the one before.
#include "compile/reference_items.h"

#include <algorithm>
#include <cctype>

#include "compile/reference_remarks.h"
#include "text/labels.h"
#include "text/pattern.h"

namespace dovetail {
namespace {

class ItemReader {
 public:
  explicit ItemReader(const ReferenceLine& line) : line_(line) {}

  /// "(a)(i)" at offset, appended to `label`; where it ends.
  std::uint32_t read_subs(std::uint32_t offset, std::string& label) const {
    while (line_.at(offset) == '(') {
      const auto sub = read_number(line_.text, offset);
      if (!sub || sub->shape != NumberShape::item) break;
      label += sub->number;
      offset = sub->span.end;
    }
    return offset;
  }

  /// The number at offset. A bracket that closes behind it was opened before the reference: "(see paragraph 9.2)".
  std::optional<WrittenNumber> number_at(std::uint32_t offset) const {
    std::size_t end = offset;
    while (end < line_.text.size() && (line_.text[end] == '.' || std::isalnum(static_cast<unsigned char>(line_.text[end])))) ++end;
    const bool closes = end > offset && line_.at(end) == ')';
    return read_number(closes ? line_.text.substr(0, end) : line_.text, offset);
  }

  /// One number, letter or label at offset, as the keyword allows.
  std::optional<ReferenceItem> read_item(std::uint32_t offset, std::string_view keyword) const {
    static const Pattern annex = Pattern::literal("[A-Z]{1,2}-[0-9]{1,3}[A-Z]?");
    static const Pattern counted = Pattern::literal("One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten");
    if (names_division(keyword))
      if (auto item = whole_name(annex, offset)) return item;
    const auto number = number_at(offset);
    if (number && is_no_number_of(*number, keyword)) return std::nullopt;
    if (number && number->shape == NumberShape::decimal &&
        at_word_edge(line_.text, number->span.begin + static_cast<std::uint32_t>(number->number.size())))
      return decimal_item(offset, *number);
    if (number && number->shape == NumberShape::item && line_.at(offset) == '(') {
      ReferenceItem item;
      item.span = {offset, offset};
      item.subs_only = true;
      item.span.end = read_subs(offset, item.label);
      return item;
    }
    if (keyword == "part")
      if (auto item = whole_name(counted, offset)) return item;
    if (!names_division(keyword))
      if (auto item = positioned_letter(offset)) return item;
    if (keyword == "article") return roman_item(offset);
    return names_division(keyword) || keyword == "section" ? lettered_item(offset, keyword) : std::nullopt;
  }

  /// "Regulations 2011" is a year, "process 5 requests" a quantity.
  static bool is_no_number_of(const WrittenNumber& number, std::string_view keyword) {
    const bool whole = number.number.find('.') == std::string::npos;
    return (keyword == "regulation" && number.number.size() == 4 && whole) || (keyword == "process" && number.shape == NumberShape::decimal && whole);
  }

  /// What the pattern matches at offset, where it ends at the edge of a word.
  std::optional<ReferenceItem> whole_name(const Pattern& pattern, std::uint32_t offset) const {
    const auto found = pattern.match_at(line_.text, offset);
    if (!found || !at_word_edge(line_.text, found->span.end)) return std::nullopt;
    ReferenceItem item;
    item.label = slice(line_.text, found->span);
    item.span = found->span;
    return item;
  }

  ReferenceItem decimal_item(std::uint32_t offset, const WrittenNumber& number) const {
    ReferenceItem item;
    item.label = number.number;
    item.span = {offset, offset + static_cast<std::uint32_t>(number.number.size())};
    std::uint32_t subs = item.span.end;
    if (line_.at(subs) == ' ' && line_.at(subs + 1) == '(') subs = spaced_subs(subs);
    const auto end = read_subs(subs, item.label);
    if (end != subs) item.span.end = end;
    return item;
  }

  /// "paragraph B above".
  std::optional<ReferenceItem> positioned_letter(std::uint32_t offset) const {
    static const Pattern letter = Pattern::literal("([A-Z]) (?:above|below)");
    const auto found = letter.match_at(line_.text, offset);
    if (!found || !at_word_edge(line_.text, found->span.end)) return std::nullopt;
    ReferenceItem item;
    item.label = "(" + std::string(slice(line_.text, *found->groups[0])) + ")";
    item.span = {offset, found->groups[0]->end};
    item.subs_only = true;
    return item;
  }

  /// "Article VII".
  std::optional<ReferenceItem> roman_item(std::uint32_t offset) const {
    static const Pattern roman = Pattern::literal("[IVXL]{1,7}");
    auto item = whole_name(roman, offset);
    return item && at_word_edge(line_.text, offset) && roman_value(item->label) ? item : std::nullopt;
  }

  /// "Section K", "Part IIA", "Section GTD" of another code.
  std::optional<ReferenceItem> lettered_item(std::uint32_t offset, std::string_view keyword) const {
    static const Pattern lettered = Pattern::literal("[0-9]{0,3}[A-Z]{1,3}|[IVX]{1,5}[A-Z]?");
    auto item = whole_name(lettered, offset);
    if (!item || !at_word_edge(line_.text, offset)) return std::nullopt;
    const std::string_view name = item->label;
    if (name.size() == 3 && keyword == "section" && all_upper(name) && !all_upper(line_.text)) return item;
    if (name.size() > 2 && !roman_value(name) && !roman_value(name.substr(0, name.size() - 1)) &&
        !std::isdigit(static_cast<unsigned char>(name.front())))
      return std::nullopt;
    return item;
  }

  /// "3.3.3 (a)": a sub-label behind a space counts when it is a letter or roman number and no remark follows in it.
  std::uint32_t spaced_subs(std::uint32_t offset) const {
    const auto sub = read_number(line_.text, offset + 1);
    if (!sub || sub->shape != NumberShape::item) return offset;
    return sub->number.size() <= 4 && sub->number != "(s)" ? offset + 1 : offset;
  }

  /// Whether what stands at offset can separate items, by its first letter.
  [[nodiscard]] bool may_be_separator(std::uint32_t offset) const {
    const char c = line_.at(offset) == ' ' ? line_.at(offset + 1) : line_.at(offset);
    return c != '\0' && std::string_view(",ao&t/-\xE2").find(c) != std::string_view::npos;
  }

  /// A separator between items at offset: where the next item may begin; a range sets `range`.
  std::optional<std::uint32_t> read_separator(std::uint32_t offset, bool& range) const {
    static const Pattern separator = Pattern::literal(
        "(?:, ?(?:and/or|and|or|&)? ?| (?:and/or|and|or|&|together with|as well as) (?:also )?| ?(?:to|through|-|\xE2\x80\x93|\xE2\x80\x94) ?| ?/ "
        "?)");
    if (!may_be_separator(offset)) return std::nullopt;
    const auto found = separator.match_at(line_.text, offset);
    if (!found) return std::nullopt;
    const auto words_between = trim(slice(line_.text, found->span));
    range = words_between == "to" || words_between == "through" || words_between == "-" || words_between == "\xE2\x80\x93" ||
            words_between == "\xE2\x80\x94";
    if ((words_between == "to" || words_between == "through") && line_.at(offset) != ' ') return std::nullopt;
    return found->span.end;
  }

  /// "Section 2A 2C 2D 2E or 2F": numbers with letters follow one another without commas.
  std::optional<std::uint32_t> missing_comma(const ReferenceItem& item) const {
    static const Pattern lettered = Pattern::literal("[0-9]{1,2}[A-Z]");
    const auto next = item.span.end + 1;
    const bool figure = line_.at(item.span.end) == ' ' && line_.at(next) >= '0' && line_.at(next) <= '9';
    const auto found = figure ? lettered.match_at(line_.text, next) : std::nullopt;
    if (!found || !at_word_edge(line_.text, found->span.end) || !lettered.matches(item.label)) return std::nullopt;
    return next;
  }

  /// The items of a list that begins at offset; empty when there is none.
  std::vector<ReferenceItem> read_items(std::uint32_t offset, const KeywordWord& keyword, bool self) {
    std::vector<ReferenceItem> items;
    auto first = read_item(offset, keyword.singular);
    if (!first) return items;
    if (keyword.singular == "section" && !keyword.plural) add_number_behind(*first);
    first->self = self;
    items.push_back(*first);
    while (true) {
      bool range = false;
      std::uint32_t end = items.back().span.end;
      const auto after_remark = skip_remark(line_, end);
      auto next = read_separator(end, range);
      if (!next && after_remark != end) next = read_separator(after_remark, range);
      if (!next) next = missing_comma(items.back());
      if (!next) break;
      const auto item = read_item(*next, keyword.singular);
      if (!item || !continues(items.back(), *item, keyword, range) || goes_on_with_sentence(items.front(), items.back(), *item)) break;
      if (!keyword.plural && item->subs_only && trim(slice(line_.text, {end, *next})) == "," && !has_item_behind(item->span.end)) break;
      if (range && !item->subs_only) {
        items.back().last = item->label;
        items.back().span.end = item->span.end;
        continue;
      }
      items.push_back(completed(items.back(), *item));
    }
    return items;
  }

  /// "Section M, 3.3.3 a (i)", "section N 8. 7. 1": the number of a Section behind its letter; it has two parts or more.
  void add_number_behind(ReferenceItem& section) const {
    static const Pattern behind = Pattern::literal(",? ([0-9]{1,2}(?:\\. ?[0-9]{1,3}[A-Z]?)+)(?: ([a-h])(?: ?\\(([ivx]{1,4})\\))?(?:[ ,.;:)]|$))?");
    if (section.label.size() > 2 || section.label.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos) return;
    const auto found = behind.match_at(line_.text, section.span.end);
    if (!found || !at_word_edge(line_.text, found->groups[0]->end)) return;
    std::string number(slice(line_.text, *found->groups[0]));
    std::erase(number, ' ');
    section.label += number;
    section.span.end = found->groups[0]->end;
    const auto item = found->groups[1], inner = found->groups[2];
    if (item && (inner || line_.at(item->end) != ' ')) {  // "3.3.3 a Party may" goes on with a word
      section.label += "(" + std::string(slice(line_.text, *item)) + ")";
      if (inner) section.label += "(" + std::string(slice(line_.text, *inner)) + ")";
      section.span.end = inner ? inner->end + 1 : item->end;
    } else {
      section.span.end = read_subs(section.span.end, section.label);
    }
  }

  /// A number that stands beside its like: of three levels, which count nothing, or in the same part as the item before ("3.1 or 3.7 upon which", not
  /// "3.1 and 2.5 metres").
  static bool is_beside_its_like(const ReferenceItem& previous, const ReferenceItem& item, std::string_view after) {
    if (std::count(item.label.begin(), item.label.end(), '.') >= 2) return true;
    return item.label.substr(0, item.label.find('.')) == previous.label.substr(0, previous.label.find('.')) && !is_counted(after);
  }

  /// Whether `item` goes on with the list: a bare figure or letter only behind a plural, and never a quantity.
  bool continues(const ReferenceItem& previous, const ReferenceItem& item, const KeywordWord& keyword, bool range) const {
    if (item.subs_only) return keyword.plural || previous.label.find('(') != std::string::npos;
    const bool dotted = item.label.find('.') != std::string::npos;
    const bool letters =
        !item.label.empty() && item.label.front() >= 'A' && item.label.front() <= 'Z' && item.label.find_first_of("0123456789") == std::string::npos;
    if (range && dotted != (previous.label.find('.') != std::string::npos)) return false;
    const auto next_word = line_.words.begin() + static_cast<std::ptrdiff_t>(line_.word_from(item.span.end));
    const bool beside = next_word != line_.words.end() && next_word->begin == item.span.end + 1 && line_.at(item.span.end) == ' ';
    std::string after = beside ? fold(slice(line_.text, *next_word)) : std::string();
    if (line_.text.substr(item.span.end).starts_with(" other than ")) after = "except";
    const bool quantity = beside && !goes_on_after_number(after) && !(dotted && is_beside_its_like(previous, item, after));
    if (letters) return keyword.plural || range;
    static const Pattern section_name = Pattern::literal("[0-9]{1,2}[A-Z]");
    if (keyword.singular == "section" && section_name.matches(item.label) && section_name.matches(previous.label)) return true;
    if (dotted) return keyword.plural ? !is_counted(after) || after == "or" || after == "of" : !quantity;
    return (keyword.plural || range) && !quantity;
  }

  /// "(i) it is withdrawn, (ii) it is one of paragraph 3.1(b), and (iii) it lapses": the next item of the sentence that the list stands in, whose
  /// neighbour stands in front of the list and not in it.
  bool goes_on_with_sentence(const ReferenceItem& first, const ReferenceItem& previous, const ReferenceItem& item) const {
    if (!item.subs_only || previous.label.empty() || line_.at(item.span.end) != ' ') return false;
    const auto label = item.label.substr(0, item.label.find(')') + 1);
    if (label.size() != item.label.size()) return false;
    const auto inside = [](std::string_view brackets) { return values_of(brackets.substr(1, brackets.size() - 2)); };
    const auto comes_before = [&](std::string_view brackets) {
      const auto own = inside(label), other = inside(brackets);
      return std::any_of(own.begin(), own.end(), [&](const ItemValue& value) {
        return std::find(other.begin(), other.end(), ItemValue{value.counting, value.value - 1, false}) != other.end();
      });
    };
    if (const auto open = previous.label.rfind('('); open != std::string::npos && comes_before(previous.label.substr(open))) return false;
    const auto before = line_.text.substr(0, first.span.begin);
    for (auto at = before.find(" ("); at != std::string_view::npos; at = before.find(" (", at + 1)) {
      const auto close = before.find(") ", at);
      if (close != std::string_view::npos && close - at < 7 && comes_before(before.substr(at + 1, close - at))) return true;
    }
    return false;
  }

  /// Whether the list goes on with another label: "paragraph (a), (b) or (c)", but not "(a) acts under paragraph (b), (c) pays and (d) leaves".
  [[nodiscard]] bool has_item_behind(std::uint32_t offset) const {
    bool range = false;
    const auto next = read_separator(offset, range);
    return next && line_.at(*next) == '(';
  }

  /// "(a)(i) or (ii)", "3.2.1(a) and (b)": a sub-label alone takes the place of the last of its kind in the item before.
  ReferenceItem completed(const ReferenceItem& previous, ReferenceItem item) const {
    if (!item.subs_only) return item;
    std::vector<std::string> subs;
    std::string stem = previous.label;
    while (!stem.empty() && stem.back() == ')') {
      const auto open = stem.rfind('(');
      subs.insert(subs.begin(), stem.substr(open));
      stem.resize(open);
    }
    const auto kind = [](std::string_view label) { return values_of(label.substr(1, label.size() - 2)); };
    const auto first = item.label.substr(0, item.label.find(')') + 1);
    // "(b)(ii) and (c)": behind (b), where (c) is the next; as a roman number it would be the hundredth behind (ii).
    std::size_t keep = subs.empty() ? 0 : subs.size() - 1;
    std::optional<std::uint32_t> nearest;
    for (std::size_t i = subs.size(); i-- > 0;)
      for (const auto& x : kind(subs[i]))
        for (const auto& y : kind(first))
          if (x.counting == y.counting && y.value > x.value && (!nearest || y.value - x.value < *nearest)) nearest = y.value - x.value, keep = i;
    std::string label = stem;
    for (std::size_t i = 0; i < keep; ++i) label += subs[i];
    item.label = label + item.label;
    item.subs_only = stem.empty();
    return item;
  }

 private:
  const ReferenceLine& line_;
};

}  // namespace

std::optional<ReferenceItem> read_reference_item(const ReferenceLine& line, std::uint32_t offset, std::string_view keyword) {
  return ItemReader(line).read_item(offset, keyword);
}

std::vector<ReferenceItem> read_reference_items(const ReferenceLine& line, std::uint32_t offset, const KeywordWord& keyword, bool self) {
  return ItemReader(line).read_items(offset, keyword, self);
}

}  // namespace dovetail
