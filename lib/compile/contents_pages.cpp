// A contents page says every heading once more than the text does; that is how it is known.
#include "compile/contents_pages.h"

#include <array>
#include <unordered_map>

#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t longest_heading = 160;  // bytes

class Finder {
 public:
  Finder(const Projection& projection, const std::vector<LineNumber>& numbers, const std::vector<bool>& considered)
      : projection_(projection), numbers_(numbers), considered_(considered), contents_(numbers.size(), false) {}

  std::vector<bool> run() {
    for (std::size_t i = 0; i < numbers_.size(); ++i)
      if (considered_[i]) see(i);
    mark_titled();
    mark_runs();
    return std::move(contents_);
  }

 private:
  std::string_view line(std::size_t i) const { return trim(slice(projection_.text, projection_.lines[i].span)); }
  std::string_view words(std::size_t i) const { return trim(slice(projection_.text, {numbers_[i].rest, projection_.lines[i].span.end})); }

  static std::string numbers_of(const LineNumber& n) {
    std::string all = n.division ? n.division->label : n.decimal ? *n.decimal : std::string();
    for (const auto& item : n.items) all += item;
    return all;
  }

  /// Number and words of a numbered line that could be a heading; empty for others.
  std::string key_of(std::size_t i) const {
    const auto& n = numbers_[i];
    const auto rest = words(i);
    if ((!n.division && !n.decimal) || rest.empty() || rest.size() > longest_heading || rest.ends_with('.') || rest.ends_with(';')) return {};
    return fold(numbers_of(n)) + "\t" + fold(rest);
  }

  void see(std::size_t i) {
    const auto key = key_of(i);
    if (!key.empty()) last_[key] = i;
    const auto text = line(i);
    if (text.size() < 30) {
      static constexpr std::array titles{"contents", "table of contents", "contents page", "cynnwys"};
      const auto folded = fold(text);
      for (const std::string_view title : titles)
        if (folded == title) titled_.push_back(i);
    }
  }

  bool comes_later(std::size_t i) const {
    const auto key = considered_[i] ? key_of(i) : std::string();
    const auto found = key.empty() ? last_.end() : last_.find(key);
    return found != last_.end() && found->second > i;
  }

  /// Three numbered lines or more, one behind the other but for blank ones, each of which comes again behind all of them.
  void mark_runs() {
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (contents_[i] || !comes_later(i)) continue;
      std::size_t end = i, count = 0;
      for (std::size_t j = i; j < numbers_.size(); ++j) {
        if (considered_[j] && line(j).empty()) continue;
        if (!considered_[j] || !comes_later(j)) break;
        end = j + 1;
        ++count;
      }
      bool behind = true;
      for (std::size_t j = i; j < end; ++j) behind = behind && (line(j).empty() || last_.at(key_of(j)) >= end);
      if (count >= 3 && behind)
        std::fill(contents_.begin() + static_cast<std::ptrdiff_t>(i), contents_.begin() + static_cast<std::ptrdiff_t>(end), true);
      i = end;
    }
  }

  /// From a line "Contents" to the second coming of the line behind it, when most of the lines between come again too; one line is enough when it is
  /// numbered.
  void mark_titled() {
    for (const auto title : titled_) {
      std::size_t first = title + 1;
      while (first < numbers_.size() && (!considered_[first] || line(first).empty())) ++first;
      if (first >= numbers_.size() || line(first).size() > longest_heading) continue;
      const auto wanted = fold(line(first));
      std::size_t again = first + 1;
      while (again < numbers_.size() && again < first + 2000 &&
             !(considered_[again] && line(again).size() <= longest_heading && fold(line(again)) == wanted))
        ++again;
      if (again >= numbers_.size() || again >= first + 2000) continue;
      // A Part that encloses the first section stands in front of it, not at the end of the contents.
      while (again > first + 1 && numbers_[again - 1].division && numbers_[again - 1].division->label.starts_with("Part") && !comes_later(again - 1))
        --again;
      if ((again - first < 3 && key_of(first).empty()) || !most_come_again(title, first, again)) continue;
      std::fill(contents_.begin() + static_cast<std::ptrdiff_t>(title), contents_.begin() + static_cast<std::ptrdiff_t>(again), true);
    }
  }

  /// Lines that the title page in front of the contents has as well stand on the title page that is repeated behind them.
  bool most_come_again(std::size_t title, std::size_t first, std::size_t again) const {
    std::unordered_map<std::string, bool> later;
    for (std::size_t i = 0; i < title; ++i)
      if (considered_[i] && words(i).size() <= longest_heading) later[fold(words(i))] = true;
    for (std::size_t i = again; i < numbers_.size(); ++i)
      if (considered_[i] && words(i).size() <= longest_heading) later[fold(words(i))] = true;
    std::size_t lines = 0, repeated = 0;
    for (std::size_t i = first; i < again; ++i) {
      if (!considered_[i] || words(i).empty()) continue;
      ++lines;
      repeated += words(i).size() <= longest_heading && later.contains(fold(words(i)));
    }
    return repeated * 4 >= lines * 3;
  }

  const Projection& projection_;
  const std::vector<LineNumber>& numbers_;
  const std::vector<bool>& considered_;
  std::vector<bool> contents_;
  std::unordered_map<std::string, std::size_t> last_;  // the last line that says it
  std::vector<std::size_t> titled_;
};

}  // namespace

std::vector<bool> find_contents_pages(const Projection& projection, const std::vector<LineNumber>& numbers, const std::vector<bool>& considered) {
  return Finder(projection, numbers, considered).run();
}

}  // namespace dovetail
