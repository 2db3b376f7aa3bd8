// Markdown as drafters write it, made ready for a parser that knows CommonMark alone.
#include "read/markdown/source.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "read/critic_marks.h"
#include "read/list_number.h"
#include "read/markdown/drawn_tables.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail::markdown {

namespace {

constexpr std::string_view sign_prefix = "\xEF\xB7";  // U+FDD0 … U+FDDF are EF B7 90 … EF B7 9F

std::string without_signs(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    Sign sign{};
    if (text[i] == '\xEF' && is_sign(text.substr(i), sign)) {
      clean += "\uFFFD";
      i += 2;
    } else if (text[i] == '\r') {
      if (i + 1 >= text.size() || text[i + 1] != '\n') clean += '\n';
    } else {
      clean += text[i];
    }
  }
  return clean;
}

std::vector<SourceLine> split_lines(std::string_view text) {
  std::vector<SourceLine> lines;
  std::uint32_t number = 1;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back({std::string(text.substr(begin, end - begin)), number++});
    begin = end + 1;
  }
  return lines;
}

bool is_empty_line(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

/// Takes the lines between two "---" at the very start; their "key: value" are the front matter.
void take_front_matter(std::vector<SourceLine>& lines, Source& source) {
  if (lines.empty() || trim(lines[0].text) != "---") return;
  const auto end =
      std::find_if(lines.begin() + 1, lines.end(), [](const SourceLine& line) { return trim(line.text) == "---" || trim(line.text) == "..."; });
  if (end == lines.end()) return;
  for (auto line = lines.begin() + 1; line != end; ++line) {
    const std::size_t colon = line->text.find(':');
    if (colon == std::string::npos || colon == 0 || line->text[0] == ' ' || line->text[0] == '#' || line->text[0] == '-') continue;
    std::string_view value = trim(std::string_view(line->text).substr(colon + 1));
    if (value.size() > 1 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
      value = value.substr(1, value.size() - 2);
    source.front.try_emplace(std::string(trim(std::string_view(line->text).substr(0, colon))), value);
  }
  for (auto line = lines.begin(); line <= end; ++line) line->text.clear();
}

/// Takes "[^name]: text" and the indented lines behind it, where the text refers to the name somewhere.
void take_notes(std::vector<SourceLine>& lines, Source& source) {
  static const Pattern mention = Pattern::literal(R"(\[\^([^\]\s\[]+)\])");
  static const Pattern definition = Pattern::literal(R"( {0,3}\[\^([^\]\s\[]+)\]:[ \t]*)");
  std::set<std::string> mentioned;
  for (const SourceLine& line : lines) {
    const auto defined = definition.match_at(line.text, 0);
    for (auto match = mention.find(line.text, defined ? defined->span.end : 0); match; match = mention.find(line.text, match->span.end))
      mentioned.emplace(slice(line.text, *match->groups[0]));
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto defined = definition.match_at(lines[i].text, 0);
    if (!defined) continue;
    if (mentioned.count(std::string(slice(lines[i].text, *defined->groups[0]))) == 0) {
      lines[i].text.insert(lines[i].text.find('['), "\\");  // text, and no link definition either
      continue;
    }
    SourceNote note{std::string(slice(lines[i].text, *defined->groups[0])), lines[i].text.substr(defined->span.end), lines[i].number};
    lines[i].text.clear();
    for (; i + 1 < lines.size() && !is_empty_line(lines[i + 1].text) && (lines[i + 1].text[0] == ' ' || lines[i + 1].text[0] == '\t');
         lines[++i].text.clear())
      note.text += "\n" + std::string(trim(lines[i + 1].text));
    source.notes.push_back(std::move(note));
  }
}

std::string indexed(Sign sign, std::size_t index) { return sign_text(sign) + std::to_string(index) + sign_text(Sign::index_end); }

/// Makes every "[^name]" of a known note a sign.
void sign_notes(std::string& line, const std::map<std::string_view, std::size_t>& names) {
  std::string result;
  std::size_t begin = 0;
  for (std::size_t at = line.find("[^"); at != std::string::npos; at = line.find("[^", at + 1)) {
    const std::size_t end = line.find(']', at);
    if (end == std::string::npos) break;
    const auto name = names.find(std::string_view(line).substr(at + 2, end - at - 2));
    if (name == names.end() || (at > 0 && line[at - 1] == '\\')) continue;
    result += line.substr(begin, at - begin) + indexed(Sign::note, name->second);
    begin = end + 1;
    at = end;
  }
  if (begin > 0) line = result + line.substr(begin);
}

Sign sign_of(const CriticMark& mark) {
  const bool opens = mark.role == CriticMark::Role::open;
  switch (mark.kind) {
    case CriticKind::insertion:
      return opens ? Sign::insertion : Sign::insertion_end;
    case CriticKind::deletion:
      return opens ? Sign::deletion : Sign::deletion_end;
    case CriticKind::highlight:
      return opens ? Sign::highlight : Sign::highlight_end;
    default:
      break;
  }
  if (mark.role == CriticMark::Role::arrow) return Sign::arrow;
  return opens ? Sign::deletion : Sign::substitution_end;
}

/// The text with its critic marks as signs.
std::string sign_marks(std::string_view text, Source& source) {
  const CriticMarks found = find_critic_marks(text);
  std::string result;
  std::size_t at = 0;
  for (std::size_t i = 0; i < found.marks.size(); ++i) {
    const CriticMark& mark = found.marks[i];
    if (mark.role == CriticMark::Role::escape) continue;
    result += text.substr(at, mark.begin - at);
    at = mark.begin + mark.size;
    if (mark.kind == CriticKind::comment) {
      const std::size_t end = found.marks[++i].begin;
      result += indexed(Sign::comment, source.comments.size());
      source.comments.push_back({squeeze(text.substr(at, end - at)), 0});
      at = end + 3;
    } else {
      result += sign_text(sign_of(mark));
    }
  }
  for (const std::size_t offset : found.unbalanced)
    if (source.unbalanced.size() < 20)
      source.unbalanced.push_back(1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n')));
  return result + std::string(text.substr(at));
}

/// The length of the signs that `text` begins with.
std::size_t signs_at_front(std::string_view text) {
  std::size_t size = 0;
  Sign sign{};
  while (is_sign(text.substr(size), sign) && sign != Sign::note && sign != Sign::comment && sign != Sign::index_end) size += 3;
  return size;
}

std::size_t signs_at_back(std::string_view text) {
  std::size_t size = 0;
  Sign sign{};
  while (text.size() >= size + 3 && is_sign(text.substr(text.size() - size - 3), sign) && sign != Sign::index_end) size += 3;
  return size;
}

/// Signs must not hide from the parser what a line begins with: they move behind its "# ", "- ", "1. " or "|", and in front of a last "|".
void move_signs(std::string& line) {
  static const Pattern prefix = Pattern::literal(R"((?:#{1,6}[ \t]+|[-*+][ \t]+|[0-9]{1,9}[.)][ \t]+|>[ \t]?|\|[ \t]*)+)");
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  const std::size_t size = signs_at_front(std::string_view(line).substr(begin));
  if (size > 0) {
    if (const auto match = prefix.match_at(line, begin + size))
      std::rotate(line.begin() + static_cast<std::ptrdiff_t>(begin), line.begin() + static_cast<std::ptrdiff_t>(begin + size),
                  line.begin() + match->span.end);
  }
  const std::size_t end = std::min(line.find_last_not_of(" \t") + 1, line.size());
  const std::size_t back = signs_at_back(std::string_view(line).substr(0, end));
  if (back == 0 || end <= back || line[end - back - 1] != '|' || line.find('|') + back + 1 >= end) return;
  const std::size_t words_end = line.find_last_not_of(" \t", end - back - 2) + 1;
  std::rotate(line.begin() + static_cast<std::ptrdiff_t>(words_end), line.begin() + static_cast<std::ptrdiff_t>(end - back),
              line.begin() + static_cast<std::ptrdiff_t>(end));
}

/// Lines of nothing but signs would be paragraphs: what opens moves to the next line, what closes to the end of the one before.
void attach_lone_signs(std::vector<SourceLine>& lines) {
  std::string carried;
  std::size_t last_text = lines.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string& line = lines[i].text;
    const std::string words(trim(line));
    if (words.empty()) continue;
    if (signs_at_front(words) == words.size()) {
      Sign first{};
      (void)is_sign(words, first);
      const bool closes =
          first == Sign::insertion_end || first == Sign::deletion_end || first == Sign::substitution_end || first == Sign::highlight_end;
      if (closes && carried.empty() && last_text < lines.size())
        lines[last_text].text += words;
      else
        carried += words;
      line.clear();
    } else {
      line.insert(line.find_first_not_of(" \t"), carried);
      carried.clear();
      last_text = i;
    }
  }
  if (last_text < lines.size()) lines[last_text].text += carried;
}

bool begins_paragraph(std::string_view line) {
  std::string_view words = trim(line);
  return words.substr(0, 1) != "|" && begins_with_number(words.substr(signs_at_front(words)));
}

void join(const std::vector<SourceLine>& lines, Source& source) {
  bool fenced = false, after_text = false;
  const auto add = [&source](std::string_view text, std::uint32_t number) {
    std::uint32_t indent = 0;
    for (std::size_t i = 0; i < text.size() && (text[i] == ' ' || text[i] == '\t') && indent < 200; ++i) indent += text[i] == '\t' ? 4U : 1U;
    source.line_begins.push_back(source.text.size());
    source.line_numbers.push_back(number);
    source.line_indents.push_back(indent);
    source.text.append(text).append("\n");
  };
  for (const SourceLine& line : lines) {
    const std::string_view words = trim(line.text);
    if (words.substr(0, 3) == "```" || words.substr(0, 3) == "~~~") fenced = !fenced;
    if (!fenced && after_text && begins_paragraph(line.text)) add("", line.number);
    add(line.text, line.number);
    after_text = !words.empty() && words.front() != '|';
  }
}

}  // namespace

std::string sign_text(Sign sign) { return std::string(sign_prefix) + static_cast<char>(0x90 + static_cast<int>(sign)); }

bool is_sign(std::string_view text, Sign& sign) {
  if (text.size() < 3 || text.substr(0, 2) != sign_prefix) return false;
  const int n = static_cast<unsigned char>(text[2]) - 0x90;
  if (n < 0 || n > static_cast<int>(Sign::index_end)) return false;
  sign = static_cast<Sign>(n);
  return true;
}

std::optional<std::int64_t> written_number(std::string_view line, char delimiter) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t>"), line.size()));
  line.remove_prefix(signs_at_front(line));
  constexpr std::size_t most_digits = 9;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + std::min(line.size(), most_digits), number);
  const auto digits = static_cast<std::size_t>(end - line.data());
  if (error != std::errc() || number < 0 || digits >= line.size() || line[digits] != delimiter) return std::nullopt;
  return number;
}

std::size_t Source::line_at(std::size_t offset) const {
  const auto after = std::upper_bound(line_begins.begin(), line_begins.end(), offset);
  return after == line_begins.begin() ? 0 : static_cast<std::size_t>(after - line_begins.begin()) - 1;
}

Source prepare(std::string_view text) {
  Source source;
  std::vector<SourceLine> lines = split_lines(sign_marks(without_signs(text), source));
  take_front_matter(lines, source);
  redraw_tables(lines);
  take_notes(lines, source);
  std::map<std::string_view, std::size_t> names;
  for (std::size_t i = 0; i < source.notes.size(); ++i) names.try_emplace(source.notes[i].name, i);
  if (!names.empty())
    for (SourceLine& line : lines) sign_notes(line.text, names);
  attach_lone_signs(lines);
  for (SourceLine& line : lines) move_signs(line.text);
  join(lines, source);
  return source;
}

}  // namespace dovetail::markdown
