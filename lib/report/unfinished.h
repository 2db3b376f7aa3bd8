// Files that are being written and must not outlive the process: removed when they are given up, and by whoever ends the process early.
#pragma once

#include <cstddef>
#include <string>

namespace dovetail {

/// While it lives, `path` is a file that nobody wants if the process ends.
class Unfinished {
 public:
  explicit Unfinished(const std::string& path);
  ~Unfinished();
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

 private:
  std::size_t slot_;
};

/// Removes every unfinished file, for a process that is about to end: whoever begins one from now on waits for the end. Only calls what a signal
/// handler may (POSIX 2.4.3).
void remove_unfinished_files();

}  // namespace dovetail
