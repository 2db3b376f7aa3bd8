// Watches a run: a line on standard error while it lasts, and how long each step took.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "options.h"

namespace dovetail::cli {

/// Shows nothing in the first second, and nothing where standard error is no terminal, unless asked to.
class Watch {
 public:
  explicit Watch(const Options& options);
  /// What Job::progress calls.
  void told(std::string_view step, std::size_t done, std::size_t all);
  /// What Job::reused calls.
  void told_reused(std::size_t count) { reused_ = count; }
  /// The run is over: the line goes, and with --stats the times and counts are said.
  void end(const Review& review);

 private:
  using Clock = std::chrono::steady_clock;
  void show(std::string_view text);
  bool stats_, wanted_, at_once_;
  bool shown_ = false;
  std::size_t reused_ = 0;
  Clock::time_point begun_ = Clock::now(), last_ = begun_;
  std::vector<std::pair<std::string, Clock::time_point>> steps_;
};

}  // namespace dovetail::cli
