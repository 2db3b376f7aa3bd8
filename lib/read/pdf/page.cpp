// The lines of a PDF's pages, where they stand, and which of them are text.
#include "read/pdf/page.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <map>
#include <set>
#include <utility>

#include "ooxml/xml.h"
#include "read/list_number.h"
#include "read/pdf/contents.h"
#include "read/pdf/tables.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail::pdf {

namespace {

constexpr double margin = 0.13;       // of the page's height: where furniture stands
constexpr double same_height = 4;     // points between repeats of a running head
constexpr double raised_size = 0.78;  // of the line's height: superscripts are some 0.58 to 0.7

constexpr double note_size = 0.93;  // of the usual height: notes are some 0.8

constexpr std::size_t most_big_lines = 8;  // of notes in the usual size

double length(pugi::xml_node node, const char* name) {
  const double value = node.attribute(name).as_double();
  return std::isfinite(value) ? std::clamp(value, -1e6, 1e6) : 0;
}

void mark_raised(Line& line) {
  double tallest = 0;
  for (const Word& word : line.words) tallest = std::max(tallest, word.bottom - word.top);
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    Word& word = line.words[i];
    const bool is_digits = word.text.size() <= 3 && word.text.find_first_not_of("0123456789") == std::string::npos;
    word.raised = is_digits && word.bottom - word.top < raised_size * tallest && word.bottom < line.bottom - 0.1 * tallest;
  }
}

Line read_line(pugi::xml_node node) {
  Line line;
  for (const auto child : node.children()) {
    if (std::strcmp(child.name(), "word") != 0) continue;
    Word word{text_of(child), length(child, "xMin"), length(child, "xMax"), length(child, "yMin"), length(child, "yMax"), false};
    if (!word.text.empty()) line.words.push_back(std::move(word));
  }
  line.left = length(node, "xMin");
  line.right = length(node, "xMax");
  line.top = length(node, "yMin");
  line.bottom = length(node, "yMax");
  mark_raised(line);
  return line;
}

/// "11.1.1In" is two words: a number that fills its tab stop has no space behind it.
void split_label(Line& line) {
  static const Pattern glued = Pattern::literal(R"(([A-Z]{0,3}[0-9]{1,3}(?:\.[0-9]{1,3})+)[A-Z][a-z])");
  Word& word = line.words[0];
  const auto match = glued.match_at(word.text, 0);
  if (!match) return;
  Word rest = word;
  rest.text.erase(0, match->groups[0]->end);
  word.text.resize(match->groups[0]->end);
  line.words.insert(line.words.begin() + 1, std::move(rest));
  line.tabbed = true;
}

/// Whether a line holds nothing but a paragraph's number. One without a point ("2" of a heading) stands at the left margin.
bool is_label(const Line& line, double margin_left) {
  if (line.table > 0 || line.furniture || line.contents || line.words.size() != 1) return false;
  const std::string& word = line.words[0].text;
  if (is_number_label(word)) return true;
  constexpr double same_place = 3;  // points
  return word.size() <= 2 && word.find_first_not_of("0123456789") == std::string::npos && line.left < margin_left + same_place;
}

/// A number in a line of its own goes in front of the line that stands beside it.
void attach_numbers(Page& page) {
  double margin_left = page.width;
  for (const Line& line : page.lines)
    if (!line.furniture) margin_left = std::min(margin_left, line.left);
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    Line& label = page.lines[i];
    if (!is_label(label, margin_left)) continue;
    const double middle = (label.top + label.bottom) / 2;
    Line* beside = nullptr;
    const std::size_t last = std::min(page.lines.size(), i + 200);
    for (std::size_t k = i > 200 ? i - 200 : 0; k < last; ++k) {
      Line& line = page.lines[k];
      if (k == i || line.words.empty() || line.table > 0 || line.furniture) continue;
      if (line.left < label.right || line.top > middle || line.bottom < middle) continue;
      if (beside == nullptr || line.left < beside->left) beside = &line;
    }
    if (beside == nullptr || beside->tabbed) continue;
    beside->words.insert(beside->words.begin(), label.words[0]);
    beside->tabbed = true;
    label.words.clear();
  }
  std::erase_if(page.lines, [](const Line& line) { return line.words.empty(); });
}

std::string without_digits(const std::string& text) {
  std::string result;
  for (const char c : text)
    if (c < '0' || c > '9')
      result += c;
    else if (result.empty() || result.back() != '#')
      result += '#';
  return result;
}

bool in_margin(const Page& page, const Line& line) { return line.bottom < page.height * margin || line.top > page.height * (1 - margin); }

/// Lines in the margins that stand at the same height with the same words, but for numbers, on more than half of the pages (of odd or even ones).
void mark_furniture(Pages& pages) {
  static const Pattern number = Pattern::literal(R"((?:Page |page |- ?)?[0-9ivxIVX]+(?: ?-| of [0-9]+)?)");
  std::map<std::pair<std::string, long>, std::size_t> seen;
  const auto key = [](const Line& line, long shift) { return std::pair(without_digits(line.text()), std::lround(line.top / same_height) + shift); };
  for (const Page& page : pages.pages)
    for (const Line& line : page.lines)
      if (in_margin(page, line)) ++seen[key(line, 0)];
  const std::size_t enough = std::max<std::size_t>(2, pages.pages.size() / 2);
  for (Page& page : pages.pages)
    for (Line& line : page.lines) {
      if (!in_margin(page, line)) continue;
      std::size_t times = 0;
      for (const long shift : {-1L, 0L, 1L})
        if (const auto found = seen.find(key(line, shift)); found != seen.end()) times += found->second;
      line.furniture = times >= enough || number.matches(line.text());
    }
}

/// The height that most lines of the file have.
double usual_height(const Pages& pages) {
  std::map<long, std::size_t> heights;  // in quarters of a point
  for (const Page& page : pages.pages)
    for (const Line& line : page.lines) heights[std::lround(line.height() * 4)] += line.words.size();
  const auto most = std::max_element(heights.begin(), heights.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == heights.end() ? 0 : static_cast<double>(most->first) / 4;
}

/// How many digits a word begins with.
std::size_t leading_digits(const std::string& word) { return std::min(word.find_first_not_of("0123456789"), word.size()); }

/// Whether a line in type of the usual size begins a note all the same: its number is a mark of the page, and raised or glued to a word.
bool begins_big_note(const Line& line, const std::set<std::string>& marks) {
  const std::string& word = line.words[0].text;
  const std::size_t digits = leading_digits(word);
  if (marks.count(word.substr(0, digits)) == 0) return false;
  return line.words[0].raised || (digits < word.size() && starts_upper(std::string_view(word).substr(digits)));
}

/// "1The" is two words.
void split_number(Line& line) {
  Word& word = line.words[0];
  const std::size_t digits = leading_digits(word.text);
  if (digits == 0 || digits == word.text.size()) return;
  Word rest = word;
  rest.text.erase(0, digits);
  word.text.resize(digits);
  line.words.insert(line.words.begin() + 1, std::move(rest));
}

/// Where the notes of a page begin; the number of its lines when it has none. Notes are its last lines: in smaller type, the first of which
/// begins with a number, or in any type where that number is glued to its words and is a raised mark above.
std::size_t find_notes(const Page& page, double usual) {
  std::set<std::string> marks;
  for (const Line& line : page.lines)
    for (std::size_t i = 1; i < line.words.size(); ++i)
      if (line.words[i].raised) marks.insert(line.words[i].text);
  std::size_t first = page.lines.size(), big = 0;
  for (std::size_t i = page.lines.size(); i > 0 && big < most_big_lines; --i) {
    const Line& line = page.lines[i - 1];
    if (line.furniture) continue;
    if (line.contents || line.top < page.height / 3) break;
    const bool is_small = line.height() <= note_size * usual;
    const std::size_t digits = leading_digits(line.words[0].text);
    const bool is_number = digits == line.words[0].text.size() && digits <= 3;
    if ((is_small && is_number && big == 0) || begins_big_note(line, marks)) first = i - 1;
    if (!is_small) ++big;
  }
  return first;
}

void mark_notes(Pages& pages) {
  const double usual = usual_height(pages);
  for (Page& page : pages.pages)
    for (std::size_t i = find_notes(page, usual); i < page.lines.size(); ++i) {
      page.lines[i].note = !page.lines[i].furniture;
      if (page.lines[i].note && leading_digits(page.lines[i].words[0].text) <= 3) split_number(page.lines[i]);
    }
}

Page read_page(pugi::xml_node node) {
  Page page{length(node, "width"), length(node, "height"), {}};
  std::uint32_t number = 0;
  for (const auto flow : node.children("flow"))
    for (const auto block : flow.children("block")) {
      ++number;
      for (const auto child : block.children("line")) {
        Line line = read_line(child);
        if (line.words.empty()) continue;
        line.block = number;
        split_label(line);
        page.lines.push_back(std::move(line));
      }
    }
  return page;
}

}  // namespace

bool is_number_label(std::string_view word) {
  static const Pattern lettered = Pattern::literal(R"([A-Z]{1,3}\.?[0-9]{1,3}[A-Z]?(?:\.[0-9]{1,3}[A-Z]?)*\.?)");
  return begins_with_number(word) || lettered.matches(word);
}

std::string Line::text() const {
  std::string all;
  for (const Word& word : words) {
    if (!all.empty()) all += ' ';
    all += word.text;
  }
  return all;
}

Pages read_pages(std::string xhtml) {
  Buffer buffer(xhtml.size());
  std::copy(xhtml.begin(), xhtml.end(), buffer.data.get());
  xhtml = {};
  const XmlPart part(std::move(buffer));
  Pages pages;
  pages.broken = !part.damage().empty();
  for (const auto node : part.root().child("body").child("doc").children("page")) pages.pages.push_back(read_page(node));
  mark_furniture(pages);
  mark_contents(pages);
  const double pitch = usual_pitch(pages);
  std::uint32_t next_table = 1;
  for (Page& page : pages.pages) {
    find_tables(page, pitch, next_table);
    attach_numbers(page);
  }
  mark_notes(pages);
  return pages;
}

}  // namespace dovetail::pdf
