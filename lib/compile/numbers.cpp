// Typed numbers are guesses until the outline has seen what stands before them; `sure` says which are not.
#include "compile/numbers.h"

#include <algorithm>

#include "text/unicode.h"

namespace dovetail {
namespace {

std::string escaped_keyword(std::string_view keyword) {
  std::string out;
  for (const char c : keyword) {
    if (c == ' ') out += "\\s+";
    else out += c;
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
    if (found->shape == NumberShape::decimal) out.decimal = found->number;
    else out.items.push_back(found->number);
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

/// Numbers typed at the start of a line; one decimal and the items that open behind it.
void read_typed(const Document& document, const Projection& projection, Span line, LineNumber& out) {
  const std::string_view text = std::string_view(projection.text).substr(0, line.end);
  std::uint32_t at = line.begin;
  const auto skip_spaces = [&] { while (at < line.end && text[at] == ' ') ++at; };
  skip_spaces();
  for (int n = 0; n < 3; ++n) {
    const auto found = read_number(text, at);
    if (!found) break;
    const bool tabbed = tab_or_end_follows(document, projection, line, found->span.end);
    const bool spaced = tabbed || text[found->span.end] == ' ';
    if (found->shape == NumberShape::decimal) {
      if (n > 0 || !spaced) break;
      out.decimal = found->number;
      out.sure = tabbed;
    } else {
      // Behind a decimal only the first item of a list can stand; anything else is a bracketed remark.
      const bool first = values_of(std::string_view(found->number).substr(1, found->number.size() - 2)).front().value == 1 || found->number == "(i)" || found->number == "(I)";
      if (n > 0 && !first) break;
      if (!spaced && at_word_edge(text, found->span.end) && found->span.end < line.end && text[found->span.end] != '(') break;
      out.items.push_back(found->number);
      if (n == 0) out.sure = true;
    }
    at = found->span.end;
    skip_spaces();
  }
  out.rest = at;
}

}  // namespace

DivisionPatterns::DivisionPatterns(const Profile& profile) {
  for (std::size_t i = 0; i < profile.divisions.size(); ++i) {
    const auto& division = profile.divisions[i];
    auto pattern = Pattern::compile("^(?:" + escaped_keyword(division.keyword) + ")\\s+((?-i:" + division.number + "))(?:[ :.,(\xE2\x80\x93\xE2\x80\x94-]|$)", true);
    if (pattern) patterns_.push_back({*pattern, division.keyword, i});
  }
}

std::optional<std::pair<DivisionNumber, std::size_t>> DivisionPatterns::match(std::string_view text, bool heading) const {
  for (const auto& [pattern, keyword, level] : patterns_) {
    const auto found = pattern.match_at(text, 0);
    if (!found || !found->groups[0]) continue;
    auto rest = trim(text.substr(found->groups[0]->end));
    const bool punctuated = !rest.empty() && (rest.front() == ':' || rest.front() == '-' || rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94"));
    while (!rest.empty() && (std::string_view(":.-, ").find(rest.front()) != std::string_view::npos)) rest.remove_prefix(1);
    if (rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94")) rest = trim(rest.substr(3));
    const bool sentence = rest.size() > 120 || (rest.ends_with('.') && rest.find(' ') != std::string_view::npos && rest.size() > 40);
    const bool headed = rest.empty() || heading || punctuated || starts_upper(rest) || rest.front() == '"' || rest.front() == '[';
    if (!headed || (sentence && !heading)) continue;
    if (!heading && !rest.empty() && (rest.front() == '(' || rest.front() == ',')) continue;
    const auto offset = static_cast<std::size_t>(rest.empty() ? text.size() : static_cast<std::size_t>(rest.data() - text.data()));
    return std::pair{DivisionNumber{keyword + " " + std::string(slice(text, *found->groups[0])), level}, offset};
  }
  return std::nullopt;
}

LineNumber read_line_number(const Document& document, const Projection& projection, std::size_t line, const DivisionPatterns& divisions) {
  LineNumber out;
  const Span span = projection.lines[line].span;
  out.rest = span.begin;
  const auto& paragraph = paragraph_of(document, projection, line);
  const auto* format = format_of(document, projection, line);
  const auto& computed = paragraph.number[index(projection.view)];
  if (!computed.empty() && !(format && format->bullet)) {
    read_computed(computed, divisions, out);
    if (out.any()) {
      out.automatic = out.sure = true;
      if (format) out.list = format->list, out.level = format->list_level;
      return out;
    }
  }
  const auto text = slice(projection.text, span);
  const auto lead = text.size() - trim(text).size();
  if (const auto division = divisions.match(trim(text), has_heading_style(document, projection, line))) {
    out.division = division->first;
    out.rest = span.begin + static_cast<std::uint32_t>(std::min(text.size(), division->second + (text.starts_with(' ') ? lead : 0)));
    out.sure = true;
    return out;
  }
  read_typed(document, projection, span, out);
  return out;
}

bool has_heading_style(const Document& document, const Projection& projection, std::size_t line) {
  const auto* format = format_of(document, projection, line);
  if (!format) return false;
  return format->outline < 9 || fold(format->style).find("heading") != std::string::npos || fold(format->style) == "title";
}

bool is_contents_line(const Document& document, const Projection& projection, std::size_t line) {
  if (const auto* format = format_of(document, projection, line)) {
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
  return source.begin < document.text.size() && document.text[source.begin] == '\t' && before.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos;
}

}  // namespace dovetail
