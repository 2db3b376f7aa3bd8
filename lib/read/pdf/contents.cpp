// Page numbers behind dots, or in a column of their own.
#include "read/pdf/contents.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail::pdf {
namespace {

constexpr std::size_t fewest_entries = 3;  // of contents without dots on a page
constexpr std::size_t most_pages = 40;     // that contents without dots go on over

/// The page number that dots lead to; -1 where the line is none of a contents page, 0 where its number is missing.
long contents_number(const std::string& text) {
  static const Pattern leaders = Pattern::literal(R"((?:\.{4,}|(?:\. ){4,}|…{2,}|_{6,})\s*([0-9]{0,9})\s*$)");
  const auto match = leaders.find(text);
  if (!match) return -1;
  const std::string_view digits = match->groups[0] ? slice(text, *match->groups[0]) : std::string_view();
  long page = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), page);
  return page;
}

/// Whether a number is two page numbers written as one ("1011": 10 struck out, 11 put in).
bool is_two_numbers(long number, std::size_t pages) {
  const std::string digits = std::to_string(number);
  const long most = static_cast<long>(pages) + 20;
  if (number <= most) return false;
  for (std::size_t cut = 1; cut < digits.size(); ++cut) {
    long before = 0, after = 0;
    std::from_chars(digits.data(), digits.data() + cut, before);
    std::from_chars(digits.data() + cut, digits.data() + digits.size(), after);
    if (digits[cut] != '0' && before <= most && after <= most && std::abs(before - after) <= 20) return true;
  }
  return false;
}

/// A line of contents without dots: its words, and its page number at their right, in the same line or in one of its own beside it.
struct ContentsEntry {
  std::size_t words = 0, number = 0;  // indexes of lines, equal where one line holds both
  long page = 0;
};

std::optional<long> page_number(const std::string& word) {
  if (word.empty() || word.size() > 4 || word.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  return std::stol(word);
}

/// The line at the left of a number that stands alone; none where there is none.
std::optional<std::size_t> beside(const Page& page, std::size_t number) {
  const Line& line = page.lines[number];
  const double middle = (line.top + line.bottom) / 2;
  const std::size_t last = std::min(page.lines.size(), number + 200);
  std::optional<std::size_t> found;
  for (std::size_t k = number > 200 ? number - 200 : 0; k < last; ++k) {
    const Line& other = page.lines[k];
    if (k == number || other.furniture || other.right > line.left || other.top > middle || other.bottom < middle) continue;
    if (!found || other.right > page.lines[*found].right) found = k;
  }
  return found;
}

std::vector<ContentsEntry> entries_of(const Page& page, std::size_t from) {
  std::vector<ContentsEntry> entries;
  for (std::size_t i = from; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    if (line.furniture || line.contents) continue;
    const auto number = page_number(line.words.back().text);
    if (!number) continue;
    if (line.words.size() == 1) {
      if (const auto words = beside(page, i); words && *words >= from) entries.push_back({*words, i, *number});
    } else if (line.words.back().left - line.words[line.words.size() - 2].right > line.height()) {
      entries.push_back({i, i, *number});
    }
  }
  std::sort(entries.begin(), entries.end(), [&](const auto& a, const auto& b) { return page.lines[a.words].top < page.lines[b.words].top; });
  return entries;
}

bool grow(const std::vector<ContentsEntry>& entries, long before, std::size_t pages) {
  for (const auto& entry : entries) {
    if (entry.page < before || entry.page > static_cast<long>(pages) + 20) return false;
    before = entry.page;
  }
  return true;
}

bool is_title(const Line& line) {
  static constexpr std::array titles{"contents", "table of contents", "contents page", "index"};
  const auto words = fold(line.text());
  return std::any_of(titles.begin(), titles.end(), [&](std::string_view title) { return words == title; });
}

/// Marks the entries, and what stands between them: headings that go on over a second line.
void mark_entries(Page& page, const std::vector<ContentsEntry>& entries) {
  const double top = page.lines[entries.front().words].top, bottom = page.lines[entries.back().words].bottom;
  for (Line& line : page.lines)
    if (!line.furniture && line.top >= top - 1 && line.bottom <= bottom + 1) line.contents = true;
}

/// From a title on, page by page, while there are entries whose numbers grow.
void mark_from_title(Pages& pages, std::size_t first, std::size_t title) {
  long before = 0;
  for (std::size_t p = first; p < pages.pages.size() && p < first + most_pages; ++p) {
    const auto entries = entries_of(pages.pages[p], p == first ? title + 1 : 0);
    if (entries.size() < fewest_entries || !grow(entries, before, pages.pages.size())) return;
    mark_entries(pages.pages[p], entries);
    if (p == first) pages.pages[p].lines[title].contents = true;
    before = entries.back().page;
  }
}

/// What a word processor prints beside the text of a redline.
bool is_balloon(const std::string& text) {
  static const Pattern balloon = Pattern::literal(
      R"((?:Deleted|Inserted|Formatted(?: Table)?|Moved (?:down|up|\(insertion\))[^:]{0,12}|Commented \[[A-Z0-9]+\]|Comment \[[A-Z0-9]+\]) ?:)");
  return balloon.match_at(text, 0).has_value();
}

}  // namespace

void mark_contents(Pages& pages) {
  std::size_t doubled = 0, balloons = 0;
  for (Page& page : pages.pages)
    for (Line& line : page.lines) {
      const auto text = line.text();
      const long number = contents_number(text);
      line.contents = number >= 0;
      if (number > 0 && is_two_numbers(number, pages.pages.size())) ++doubled;
      if (is_balloon(text)) ++balloons;
    }
  pages.redlined = doubled >= 2 || balloons >= 2;
  for (Page& page : pages.pages)
    for (Line& line : page.lines)
      if (balloons >= 2 && is_balloon(line.text())) line.furniture = true;
  for (std::size_t p = 0; p < pages.pages.size(); ++p)
    for (std::size_t i = 0; i < pages.pages[p].lines.size(); ++i)
      if (!pages.pages[p].lines[i].contents && is_title(pages.pages[p].lines[i])) mark_from_title(pages, p, i);
}

}  // namespace dovetail::pdf
