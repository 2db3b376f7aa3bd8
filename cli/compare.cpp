// dovetail compare: two texts provision by provision, or three.
#include "lint/compare.h"

#include "commands.h"
#include "output.h"
#include "prepare.h"
#include "report/compare.h"
#include "report/write_file.h"

namespace dovetail::cli {
namespace {

Result<std::string> written(const std::string& format, const ComparedForReport& compared, const ReportOptions& options) {
  if (format == "json") return compare_json(compared, options);
  if (format == "html") return compare_html(compared, options);
  if (format == "csv") return compare_csv(compared, options);
  return format == "xlsx" ? compare_xlsx(compared, options) : compare_text(compared, options);
}

Result<CompareRequest> request_of(const Options& options) {
  CompareRequest request;
  request.live = options.live;
  request.since = options.since;
  const auto& paths = options.arguments;
  if (!request.since.empty()) {
    if (request.since != "approved" && request.since != "legal-reviewed")
      return fail("--since: '" + request.since + "' is none of approved, legal-reviewed");
    if (paths.size() != 1) return fail("compare --since takes one draft, and finds the other text in the project's history of it");
    request.after = paths[0];
    return request;
  }
  if (paths.empty() || paths.size() > 2)
    return fail("compare takes OLD and NEW, or one draft whose two views are compared ('dovetail compare --help' shows how)");
  request.after = paths.back();
  if (paths.size() == 2) request.before = paths.front();
  return request;
}

Result<bool> write_all(const Options& options, const ComparedForReport& compared) {
  ReportOptions to_file = report_options(options);
  to_file.colour = false;
  to_file.width = 0;
  for (const auto& [format, file] : options.reports) {
    if (auto good = expect_no_input(file, compared.review); !good) return good;
    const auto bytes = written(format, compared, to_file);
    if (!bytes) return fail(bytes.error().message);
    if (auto good = write_file(file, *bytes); !good) return good;
  }
  return true;
}

}  // namespace

int run_compare(const Options& options) {
  const auto request = request_of(options);
  if (!request) return complain(request.error().message);
  if (options.format == "xlsx") return complain("a workbook is no text for standard output; write it with --report xlsx=FILE");
  auto job = prepare(options);
  if (!job) return complain(job.error().message);
  const auto compared = compare(std::move(*job), *request);
  if (!compared) return complain(compared.error().message);
  const ComparedForReport shown{compared->review, compared->comparison, compared->three ? &*compared->three : nullptr, request->since};
  if (auto good = write_all(options, shown); !good) return complain(good.error().message);
  const auto text = written(options.format, shown, report_options(options));
  return text ? print(*text) : complain(text.error().message);
}

}  // namespace dovetail::cli
