// Typed numbers are guesses until the outline has seen what stands before them; `sure` says which are not.
#include "compile/numbers.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::string escaped_keyword(std::string_view keyword) {
  std::string out;
  for (const char c : keyword) {
    if (c == ' ')
      out += "\\s+";
    else
      out += c;
  }
  return out;
}

const Paragraph& paragraph_of(const Document& document, const Projection& projection, std::size_t line) {
  return document.paragraphs[projection.lines[line].paragraph];
}

const ParagraphFormat* format_of(const Document& document, const Projection& projection, std::size_t line) {
  const auto id = paragraph_of(document, projection, line).format[index(projection.view)];
  return id ? &document.paragraph_formats[id] : nullptr;
}

/// A number that Word computed, or what is left of it without its punctuation.
void read_computed(std::string_view number, const DivisionPatterns& divisions, LineNumber& out) {
  const std::string text = squeeze(normalise(number));
  if (const auto division = divisions.match(text, true)) {
    out.division = division->first;
    return;
  }
  std::string_view rest = text;
  const auto tail_is_punctuation = [](std::string_view tail) { return tail.find_first_not_of(".:;)-] \xE2\x80\x93\x94") == std::string_view::npos; };
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (!at_word_edge(rest, at) || rest[at] == ' ') continue;
    const auto found = read_number(rest, at);
    if (!found || !tail_is_punctuation(rest.substr(found->span.end))) continue;
    if (found->shape == NumberShape::decimal)
      out.decimal = found->number;
    else
      out.items.push_back(found->number);
    return;
  }
  // "a.", "iv", "A": counted by a letter or roman number without brackets.
  while (!rest.empty() && tail_is_punctuation(rest.substr(rest.size() - 1))) rest.remove_suffix(1);
  if (!values_of(rest).empty()) out.items.push_back("(" + std::string(rest) + ")");
}

bool tab_or_end_follows(const Document& document, const Projection& projection, Span line, std::uint32_t end) {
  if (end >= line.end) return true;
  const auto source = projection.to_source({end, end + 1});
  return source.begin < document.text.size() && document.text[source.begin] == '\t';
}

constexpr std::string_view em_dash = "\xE2\x80\x94";

/// "1.—(1)": the dash between a number and the first of its items.
std::uint32_t dash_at(std::string_view text, std::uint32_t at) {
  return text.substr(at).starts_with(em_dash) ? static_cast<std::uint32_t>(em_dash.size()) : 0;
}

std::uint32_t spaces_at(std::string_view text, std::uint32_t at) {
  std::uint32_t n = 0;
  while (at + n < text.size() && text[at + n] == ' ') ++n;
  return n;
}

/// "(a) and (b) above …", "(1) to (3)": labels that a sentence speaks of.
bool is_spoken_of(std::string_view rest) {
  rest = trim(rest);
  for (const std::string_view word : {"and (", "or (", "to (", ", (", "above", "below"})
    if (rest.starts_with(word)) return true;
  return false;
}

bool opens_a_list(std::string_view item) { return values_of(item.substr(1, item.size() - 2)).front().value == 1 || item == "(i)" || item == "(I)"; }

/// Items typed from `at` on; `behind` a number only the first of a list can stand, anything else is a bracketed remark.
void read_items(std::string_view text, std::uint32_t at, bool behind, LineNumber& out) {
  for (int n = 0; n < 3; ++n) {
    const auto found = read_number(text, at);
    if (!found || found->shape != NumberShape::item) break;
    const auto end = found->span.end;
    if ((behind || n > 0) && (!opens_a_list(found->number) || is_spoken_of(text.substr(end)))) break;
    const bool spaced = end >= text.size() || text[end] == ' ' || text[end] == '(' || dash_at(text, end) > 0;
    if (!spaced && at_word_edge(text, end)) break;
    out.items.push_back(found->number);
    if (n == 0 && !behind && !out.decimal) out.sure = true;
    at = end;
    at += spaces_at(text, at);
  }
  out.rest = at;
}

/// Behind "Section " in front of a number of two parts and a heading or a sentence of its own: "Section 1.01 Definitions."; `at` where none stands
/// there.
std::uint32_t behind_word(std::string_view text, std::uint32_t at) {
  static const Pattern word =
      Pattern::literal("(?:Section|Clause|Paragraph|Rule|SECTION|CLAUSE|PARAGRAPH|RULE) ([0-9]+\\.[0-9]+)\\.?(?:$| [\\p{Lu}\"(])");
  const char first = at < text.size() ? text[at] : '\0';
  if (first != 'S' && first != 'C' && first != 'P' && first != 'R') return at;
  const auto found = word.match_at(text, at);
  return found ? found->groups[0]->begin : at;
}

/// Numbers typed from `begin` on: one decimal and the items that open behind it.
void read_typed(const Document& document, const Projection& projection, Span line, std::uint32_t begin, LineNumber& out) {
  const std::string_view text = std::string_view(projection.text).substr(0, line.end);
  std::uint32_t at = begin + spaces_at(text, begin);
  out.rest = at;
  const auto number = behind_word(text, at);
  out.worded = number != at;
  at = number;
  const auto found = read_number(text, at);
  if (!found) return;
  if (found->shape == NumberShape::item) return read_items(text, at, false, out);
  const auto end = found->span.end;
  out.dotted = text[end - 1] == '.';
  const auto dash = dash_at(text, end);
  const bool tabbed = tab_or_end_follows(document, projection, line, end);
  if (!tabbed && text[end] != ' ' && (dash == 0 || !out.dotted)) return;
  out.decimal = found->number;
  out.sure = tabbed;
  at = end + spaces_at(text, end);
  const auto later = dash_at(text, at);
  if (later > 0) at += later + spaces_at(text, at + later);
  read_items(text, at, later == 0, out);  // "4.—(3)": an extract may begin with any item
}

/// "Regulation 2(7)" at the right margin of a schedule's heading says which provision introduces it.
bool is_margin_note(std::string_view text) {
  static const Pattern note = Pattern::literal("\\p{Lu}\\p{L}+ [0-9][0-9A-Za-z(). ,]*$");
  return text.size() < 60 && note.match_at(text, 0).has_value();
}

}  // namespace

DivisionPatterns::DivisionPatterns(const Profile& profile) {
  for (std::size_t i = 0; i < profile.divisions.size(); ++i) {
    const auto& division = profile.divisions[i];
    const std::string number = "\\s+((?-i:" + division.number + "))";
    auto pattern = Pattern::compile("^(?:" + escaped_keyword(division.keyword) + ")" + (division.bare ? "(?:" + number + ")?" : number) +
                                        "(?:[ :,(\xE2\x80\x93\xE2\x80\x94-]|\\.(?:[^0-9]|$)|$)",
                                    true);
    if (!pattern || division.keyword.empty()) continue;
    const auto folded = fold(division.keyword);
    patterns_.push_back({*pattern, division.keyword, i, folded.front(), division.bare});
  }
}

std::optional<std::pair<DivisionNumber, std::size_t>> DivisionPatterns::match_one(const One& one, std::string_view text, bool heading) {
  const auto found = one.pattern.match_at(text, 0);
  if (!found) return std::nullopt;
  const auto number = found->groups[0];
  auto rest = trim(text.substr(number ? number->end : std::min(one.keyword.size(), text.size())));
  const bool punctuated =
      !rest.empty() && (rest.front() == ':' || rest.front() == '-' || rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94"));
  while (!rest.empty() && (std::string_view(":.-, ").find(rest.front()) != std::string_view::npos)) rest.remove_prefix(1);
  if (rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94")) rest = trim(rest.substr(3));
  // The keyword alone ("SCHEDULE") heads a division when nothing but a margin note stands beside it.
  if (!number && !(all_upper(text.substr(0, one.keyword.size())) && (rest.empty() || is_margin_note(rest)))) return std::nullopt;
  const bool sentence = rest.size() > 120 || (rest.ends_with('.') && rest.find(' ') != std::string_view::npos && rest.size() > 40);
  const bool headed = rest.empty() || heading || punctuated || starts_upper(rest) || rest.front() == '"' || rest.front() == '[';
  if (!headed || (sentence && !heading)) return std::nullopt;
  if (!heading && !rest.empty() && (rest.front() == '(' || rest.front() == ',')) return std::nullopt;
  const auto offset = rest.empty() ? text.size() : static_cast<std::size_t>(rest.data() - text.data());
  return std::pair{DivisionNumber{number ? one.keyword + " " + std::string(slice(text, *number)) : one.keyword, one.level}, offset};
}

std::optional<std::pair<DivisionNumber, std::size_t>> DivisionPatterns::match(std::string_view text, bool heading) const {
  if (text.empty()) return std::nullopt;
  const char first = to_lower(text.front());
  for (const auto& one : patterns_)
    if (one.first == first)
      if (auto found = match_one(one, text, heading)) return found;
  return std::nullopt;
}

namespace {

bool read_division(const Document& document, const Projection& projection, std::size_t line, std::uint32_t begin, const DivisionPatterns& divisions,
                   LineNumber& out) {
  const auto end = projection.lines[line].span.end;
  const auto text = trim(slice(projection.text, {begin, end}));
  const auto division = divisions.match(text, has_heading_style(document, projection, line));
  if (!division) return false;
  out.division = division->first;
  out.rest = static_cast<std::uint32_t>(text.data() - projection.text.data()) + static_cast<std::uint32_t>(division->second);
  out.sure = true;
  auto gap = out.rest;
  while (gap > begin && projection.text[gap - 1] == ' ') --gap;
  const bool tabbed = slice(document.text, projection.to_source({gap, out.rest})).find('\t') != std::string_view::npos;
  if (tabbed && is_margin_note(trim(slice(projection.text, {out.rest, end})))) out.rest = end;
  return true;
}

}  // namespace

LineNumber read_line_number(const Document& document, const Projection& projection, std::size_t line, const DivisionPatterns& divisions,
                            std::uint32_t skipped) {
  LineNumber out;
  const Span span = projection.lines[line].span;
  out.rest = std::min(span.begin + skipped, span.end);
  const auto& paragraph = paragraph_of(document, projection, line);
  const auto* format = format_of(document, projection, line);
  const auto& computed = paragraph.number[index(projection.view)];
  out.bullet = !computed.empty() && format && format->bullet;
  if (out.bullet) return out;
  if (!computed.empty()) {
    read_computed(computed, divisions, out);
    if (out.any()) {
      out.automatic = out.sure = true;
      if (format) out.list = format->list, out.level = format->list_level;
      if (out.division) return out;
      const std::string_view text = std::string_view(projection.text).substr(0, span.end);
      auto at = out.rest + spaces_at(text, out.rest);
      if (const auto dash = dash_at(text, at)) at += dash + spaces_at(text, at + dash);
      read_items(text, at, true, out);
      return out;
    }
  }
  if (read_division(document, projection, line, out.rest, divisions, out)) return out;
  read_typed(document, projection, span, out.rest, out);
  return out;
}

namespace {

/// Whether a style's name may say that it is a heading or a title, by its length and letters; what is not ASCII may fold to any.
bool may_be_heading_style(std::string_view style) {
  constexpr std::size_t title = 5, heading = 7;  // letters
  const auto speaks = [](char c) { return c == 'g' || c == 'G' || static_cast<unsigned char>(c) >= 0x80; };
  return style.size() == title || (style.size() >= heading && std::any_of(style.begin(), style.end(), speaks));
}

}  // namespace

bool has_heading_style(const Document& document, const Projection& projection, std::size_t line) {
  const auto* format = format_of(document, projection, line);
  if (!format) return false;
  if (format->outline < 9) return true;
  if (!may_be_heading_style(format->style)) return false;
  const auto style = fold(format->style);
  return style.find("heading") != std::string::npos || style == "title";
}

namespace {

/// Whether a style's name can begin with "toc", "contents" or "table of contents", by its first letter; one that is not ASCII may fold to any.
bool may_begin_contents(std::string_view style) {
  return !style.empty() &&
         (static_cast<unsigned char>(style.front()) >= 0x80 || std::string_view("tTcC").find(style.front()) != std::string_view::npos);
}

}  // namespace

bool is_contents_line(const Document& document, const Projection& projection, std::size_t line) {
  if (const auto* format = format_of(document, projection, line); format && may_begin_contents(format->style)) {
    const auto style = fold(format->style);
    if (style.starts_with("toc") || style.starts_with("contents") || style.starts_with("table of contents")) return true;
  }
  const auto span = projection.lines[line].span;
  auto text = trim(slice(projection.text, span));
  std::size_t digits = 0;
  while (digits < text.size() && text[text.size() - 1 - digits] >= '0' && text[text.size() - 1 - digits] <= '9') ++digits;
  if (digits == 0 || digits > 3 || digits == text.size()) return false;
  const auto before = text.substr(0, text.size() - digits);
  if (trim(before).ends_with("....")) return true;
  if (!before.ends_with(' ')) return false;
  const auto page = static_cast<std::uint32_t>(text.data() - projection.text.data() + static_cast<std::ptrdiff_t>(before.size()));
  const auto source = projection.to_source({page - 1, page});
  // A typed number and nothing but a figure behind the tab is a row of figures, not a contents line.
  return source.begin < document.text.size() && document.text[source.begin] == '\t' &&
         before.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos;
}

bool is_text_line(const Document& document, const Projection& projection, std::size_t line) {
  const auto part = paragraph_of(document, projection, line).part;
  return part != Part::header && part != Part::footer && part != Part::comment && !is_contents_line(document, projection, line);
}

}  // namespace dovetail
