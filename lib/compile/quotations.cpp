// Marks are told apart by what stands around them, since curly and straight ones are one in a normalised text.
#include "compile/quotations.h"

#include <algorithm>
#include <optional>

#include "compile/outline_view.h"
#include "text/labels.h"
#include "text/pattern.h"
#include "text/quotation_mark.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::uint32_t longest = 400;  // lines; a mark that is never closed quotes nothing

/// How the quotation marks of a line change the depth; a mark opens at the start, and behind a space or an opening bracket.
int balance(std::string_view text) {
  int depth = 0;
  for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1)) {
    const auto before = text.substr(0, at);
    const bool opens = before.empty() || before.back() == ' ' || before.back() == '(' || before.back() == '[' || before.back() == '}' ||
                       before.ends_with("\xE2\x80\x94") || before.ends_with("\xE2\x80\x93");
    depth += opens ? 1 : -1;
  }
  return depth;
}

bool ends_open_with_dash(std::string_view text) { return text.ends_with("\xE2\x80\x94") || text.ends_with("\xE2\x80\x93") || text.ends_with(" -"); }

class Finder {
 public:
  Finder(const Projection& projection, const std::vector<bool>& considered) : projection_(projection), considered_(considered) {}

  std::vector<Quotation> run() {
    look_at_lines();
    std::string_view before;
    for (std::uint32_t i = 0; i < projection_.lines.size(); ++i) {
      if (!considered_[i]) continue;
      const auto line = text(i);
      if (const auto skipped = opens(line, before)) {
        if (const auto end = end_of(i)) found_.push_back({i, *end, *skipped});
      } else if (i + 1 < projection_.lines.size() && considered_[i + 1] && opens_at_its_end(line)) {
        if (const auto end = end_of(i)) found_.push_back({i + 1, *end, 0});
      }
      if (!trim(line).empty()) before = trim(line);
    }
    return std::move(found_);
  }

 private:
  struct Marks {
    std::int8_t balance = 0;   // how the line changes the depth
    bool begins_anew = false;  // begins with a mark although nothing before it opens a quotation
  };

  void look_at_lines() {
    marks_.resize(projection_.lines.size());
    std::string_view before;
    for (std::uint32_t i = 0; i < marks_.size(); ++i) {
      if (!considered_[i]) continue;
      const auto line = text(i);
      if (line.find('"') != std::string_view::npos) {
        marks_[i].balance = static_cast<std::int8_t>(std::clamp(balance(line), -100, 100));
        marks_[i].begins_anew = behind_opening_mark(line) && !before.ends_with(':') && !ends_open_with_dash(before) && marks_[i].balance != 0;
      }
      if (!trim(line).empty()) before = trim(line);
    }
  }

  std::string_view text(std::uint32_t line) const { return slice(projection_.text, projection_.lines[line].span); }

  static std::optional<std::uint32_t> opens(std::string_view line, std::string_view before) {
    if (line.find('"') == std::string_view::npos || before.empty()) return std::nullopt;
    static const Pattern amending =
        Pattern::literal("(?:insert|substitute|substituted|inserted|added|add|replace with|replaced by|with the following)[ :]*$", true);
    const auto skipped = behind_opening_mark(line);
    if (!skipped || !entry_term(line).empty()) return std::nullopt;
    const bool dash = ends_open_with_dash(before), amends = amending.find(before.substr(before.size() > 60 ? before.size() - 60 : 0)).has_value();
    if (!dash && !amends && !before.ends_with(':')) return std::nullopt;
    const bool closed_inside = balance(line) <= 0 && !ends_quoted(line);
    if (closed_inside) return std::nullopt;
    if (read_number(line, *skipped)) return skipped;
    return (dash || amends) && balance(line) > 0 ? skipped : std::nullopt;
  }

  /// The last mark of the line closes it, whatever punctuation and "and" follow.
  static bool ends_quoted(std::string_view line) {
    const auto last = line.rfind('"');
    const auto rest = trim(line.substr(last + 1));
    return rest.size() < 6;
  }

  /// `insert "and` at the end of a line: what is inserted goes on with numbered lines.
  static bool opens_at_its_end(std::string_view line) {
    static const Pattern inserting = Pattern::literal(R"re((?:insert|substitute|add)[ :]*"[^"]{0,60}$)re", true);
    return line.find('"') != std::string_view::npos && inserting.find(line).has_value();
  }

  /// One behind the line where the marks that line `first` opens are closed again.
  std::optional<std::uint32_t> end_of(std::uint32_t first) const {
    int depth = 0;
    for (std::uint32_t i = first; i < marks_.size() && i < first + longest; ++i) {
      if (!considered_[i]) continue;
      // Paragraphs that each begin with a mark of their own are one quotation, not one inside the other.
      depth += marks_[i].balance - (i > first && marks_[i].begins_anew ? 1 : 0);
      if (depth <= 0) return i + 1;
    }
    return std::nullopt;
  }

  const Projection& projection_;
  const std::vector<bool>& considered_;
  std::vector<Marks> marks_;
  std::vector<Quotation> found_;
};

}  // namespace

std::vector<Quotation> find_quotations(const Projection& projection, const std::vector<bool>& considered) {
  return Finder(projection, considered).run();
}

}  // namespace dovetail
