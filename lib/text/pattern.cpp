// Compiled expressions are shared; RE2 objects are safe to use from many threads.
#include "text/pattern.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <mutex>
#include <numeric>
#include <utility>

namespace dovetail {

struct Pattern::Compiled {
  Compiled(std::string_view expression, const RE2::Options& options) : regex(re2::StringPiece(expression.data(), expression.size()), options) {}

  RE2 regex;
};

/// Expressions compiled so far: rules are checked when they are loaded and run later, and compiling is what costs. Bounded, as a library's user may
/// compile without end.
class Pattern::Memory {
 public:
  std::shared_ptr<const Compiled> compiled(std::string_view expression, bool ignore_case) {
    const std::pair key(std::string(expression), ignore_case);
    {
      const std::lock_guard guard(mutex_);
      if (const auto known = known_.find(key); known != known_.end()) return known->second;
    }
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!ignore_case);
    auto made = std::make_shared<const Compiled>(expression, options);
    const std::lock_guard guard(mutex_);
    if (known_.size() < most_kept) known_.try_emplace(key, made);
    return made;
  }

 private:
  static constexpr std::size_t most_kept = 2000;  // some 400 of the program's own and of its rules
  std::mutex mutex_;
  std::map<std::pair<std::string, bool>, std::shared_ptr<const Compiled>> known_;
};

namespace {

std::optional<Pattern::Match> run(const RE2& regex, std::string_view text, std::size_t from, RE2::Anchor anchor) {
  if (from > text.size()) return std::nullopt;
  const auto groups = static_cast<std::size_t>(regex.NumberOfCapturingGroups());
  std::vector<re2::StringPiece> found(groups + 1);
  const re2::StringPiece piece(text.data(), text.size());
  if (!regex.Match(piece, from, text.size(), anchor, found.data(), static_cast<int>(found.size()))) return std::nullopt;
  const auto span_of = [&](const re2::StringPiece& p) {
    const auto begin = static_cast<std::uint32_t>(p.data() - text.data());
    return Span{begin, begin + static_cast<std::uint32_t>(p.size())};
  };
  Pattern::Match match;
  match.span = span_of(found[0]);
  match.groups.reserve(groups);
  for (std::size_t i = 1; i <= groups; ++i) match.groups.push_back(found[i].data() ? std::optional(span_of(found[i])) : std::nullopt);
  return match;
}

}  // namespace

Result<Pattern> Pattern::compile(std::string_view expression, bool ignore_case) {
  static Memory memory;
  Pattern pattern;
  pattern.compiled_ = memory.compiled(expression, ignore_case);
  if (!pattern.compiled_->regex.ok()) return fail("bad pattern \"" + std::string(expression) + "\": " + pattern.compiled_->regex.error());
  return pattern;
}

Result<void> Pattern::check(std::string_view expression) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(100);  // bytes: the expression is understood, and then there is no room to go on
  const RE2 regex(re2::StringPiece(expression.data(), expression.size()), options);
  if (regex.ok() || regex.error_code() == RE2::ErrorPatternTooLarge) return {};
  return fail("bad pattern \"" + std::string(expression) + "\": " + regex.error());
}

std::size_t Pattern::groups() const { return static_cast<std::size_t>(compiled_->regex.NumberOfCapturingGroups()); }

Pattern Pattern::literal(std::string_view expression, bool ignore_case) {
  auto pattern = compile(expression, ignore_case);
  assert(pattern && "a pattern of the program's own does not compile");
  return *pattern;
}

std::optional<Pattern::Match> Pattern::find(std::string_view text, std::size_t from) const {
  return run(compiled_->regex, text, from, RE2::UNANCHORED);
}

std::optional<Pattern::Match> Pattern::match_at(std::string_view text, std::size_t from) const {
  return run(compiled_->regex, text, from, RE2::ANCHOR_START);
}

bool Pattern::matches(std::string_view text) const {
  return compiled_->regex.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

struct PatternSet::Compiled {
  explicit Compiled(const RE2::Options& options) : set(options, RE2::ANCHOR_BOTH) {}
  RE2::Set set;
};

PatternSet::PatternSet(const std::vector<std::string>& expressions) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  auto made = std::make_shared<Compiled>(options);
  for (const std::string& expression : expressions) made->set.Add(expression, nullptr);
  if (!expressions.empty() && made->set.Compile()) compiled_ = std::move(made);
}

std::optional<std::size_t> PatternSet::first_of(std::string_view text) const {
  std::vector<int> matched;
  if (!compiled_ || !compiled_->set.Match(re2::StringPiece(text.data(), text.size()), &matched)) return std::nullopt;
  return static_cast<std::size_t>(*std::min_element(matched.begin(), matched.end()));
}

struct PatternSearch::Compiled {
  Compiled(const RE2::Options& options, std::size_t expressions) : set(options, RE2::UNANCHORED), count(expressions) {}
  RE2::Set set;
  std::size_t count;
  bool usable = false;
};

PatternSearch::PatternSearch(const std::vector<Expression>& expressions) {
  RE2::Options options;
  options.set_log_errors(false);
  auto made = std::make_shared<Compiled>(options, expressions.size());
  bool added = true;
  for (const auto& [expression, ignore_case] : expressions)
    added = made->set.Add((ignore_case ? "(?i:" : "(?:") + expression + ")", nullptr) >= 0 && added;
  made->usable = added && made->set.Compile();
  compiled_ = std::move(made);
}

void PatternSearch::occurring_in(std::string_view text, std::vector<int>& found) const {
  found.clear();
  if (compiled_->count == 0) return;
  RE2::Set::ErrorInfo error{RE2::Set::kNoError};
  if (compiled_->usable && (compiled_->set.Match(re2::StringPiece(text.data(), text.size()), &found, &error) || error.kind == RE2::Set::kNoError))
    return;
  found.resize(compiled_->count);
  std::iota(found.begin(), found.end(), 0);
}

}  // namespace dovetail
