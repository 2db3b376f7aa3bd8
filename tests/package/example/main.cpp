// Checks the files it is given with the library, and prints each finding as "rule label".
#include <iostream>

#include "config/config.h"
#include "lint.h"

int main(int count, char** words) {
  dovetail::Job job;
  job.paths.assign(words + 1, words + count);
  const auto folder = dovetail::find_rules_folder("", RULES);
  if (!folder) return std::cerr << folder.error().message << "\n", 2;
  job.rules_folder = *folder;
  auto catalogue = dovetail::load_catalogue(*folder);
  if (!catalogue) return std::cerr << catalogue.error().message << "\n", 2;
  job.catalogue = std::move(*catalogue);
  const auto review = dovetail::lint(std::move(job));
  if (!review) return std::cerr << review.error().message << "\n", 2;
  for (const auto& finding : review->findings) std::cout << finding.rule << " " << finding.label << "\n";
}
