// The rules folder, loaded once, and a run of them all.
#include "fuzz/shipped.h"

#include "config/config.h"
#include "fuzz/promises.h"

namespace dovetail::fuzz {

const Catalogue& shipped() {
  static const Result<Catalogue> one = load_catalogue(DOVETAIL_SOURCE "/rules");
  expect(one.has_value(), "the rules load");
  return *one;
}

Review checked(std::string_view bytes, std::string_view format) {
  Job job;
  job.rules_folder = DOVETAIL_SOURCE "/rules";
  job.catalogue = shipped();
  job.limits = small_limits();
  job.threads = 1;
  job.today = "2026-01-31";
  job.paths = {"-"};
  job.alone = true;
  job.keep_origins = true;
  job.format_in = format;
  job.standard_input = std::string(bytes);
  auto review = lint(std::move(job));
  expect(review.has_value(), "a document is no reason to refuse the job");
  return std::move(*review);
}

}  // namespace dovetail::fuzz
