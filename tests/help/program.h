// The built program, run as a person runs it.
#pragma once

#include <string>
#include <vector>

namespace help {

struct Ran {
  int status = -1;  // exit status; -1 when it was killed
  std::string out, err;
};

/// Runs a program in `folder` (empty: the current one) with `input` on its standard input. Words are passed as they are, no shell between.
Ran run(const std::vector<std::string>& words, const std::string& folder = {}, const std::string& input = {});

/// Runs dovetail with these words.
Ran run_dovetail(std::vector<std::string> words, const std::string& folder = {}, const std::string& input = {});

/// A folder of its own that is removed at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Writes a file below the folder, with the folders above it; gives its whole path.
  std::string write(const std::string& name, const std::string& bytes) const;

 private:
  std::string path_;
};

/// The bytes of a file; empty where there is none.
std::string bytes_of(const std::string& path);

}  // namespace help
