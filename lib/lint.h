// The whole job as one call: files in, a Review out. Everything that the commands do begins here.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/catalogue.h"
#include "model/limits.h"
#include "model/review.h"

namespace dovetail {

/// How far a job goes: `text` needs the words alone, `trace` the links and no findings.
enum class Until { read, compile, link, check };

struct Job {
  std::vector<std::string> paths;  // files and folders as typed; none: the project found from the current folder upward
  std::string project_file;        // --config; empty: looked for beside the paths and upward
  std::string rules_folder;        // as find_rules_folder gives it
  Catalogue catalogue;             // of that folder
  Limits limits;
  unsigned threads = 0;  // 0: as many as the machine has
  Until until = Until::check;
  bool alone = false;  // reads only the files named, not the rest of their project

  std::vector<std::string> only, skip;        // rule ids and families
  std::vector<RuleSetting> severities;        // win over the project's
  bool new_only = false;                      // only findings that the baseline has not
  bool changed_only = false;                  // only findings in paragraphs that the draft marks
  std::string baseline, profile;              // for a single document
  std::string marking;                        // a scheme of the catalogue for every document; empty: the project says
  std::string as_of, today;                   // ISO dates that waivers are judged at: as_of, else the project's, else today
  std::string format_in;                      // the kind of standard input, as in kind_named; empty: sniffed
  std::optional<std::string> standard_input;  // the bytes of the path "-"
  std::string known;                          // a file of accepted findings, as known_text writes it; empty: the project says
  std::string responses;                      // a Comments log that reviewers have filled in; empty: the project says
  std::string decisions;                      // a provision worksheet that reviewers have filled in; empty: the project says
  bool keep_origins = false;                  // Document::origins are wanted
  std::string tool;                           // the program's version; units of another one are not used
  std::string units;                          // a folder of unit files that are linked instead of the files they were made from
  std::string cache;                          // a folder of unit files that is filled as the run goes, and read where nothing has changed
  std::string unit_file;                      // where the unit of the one file named goes
  /// Told when a step begins ("reading", 0, 60) and while it goes on; from one thread at a time. May be empty.
  std::function<void(std::string_view step, std::size_t done, std::size_t all)> progress;
  std::function<void(const std::string&)> remark;  // told what went wrong and changes no result. May be empty
  std::function<void(std::size_t)> reused;         // told how many texts came out of unit files. May be empty
};

/// Reads, compiles, links and checks what `job` names. Fails when the job makes no sense (no such rule, no project, bad configuration);
/// a file that cannot be read is an input.* finding of the Review instead. The same Review for any number of threads.
[[nodiscard]] Result<Review> lint(Job job);

/// Whether the run looked at nothing that could be wrong: it has a finding input.nothing-checked.
bool nothing_checked(const Review& review);

}  // namespace dovetail
