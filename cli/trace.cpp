// dovetail trace: coverage of the design by the code, and of the code by the design.
#include "report/trace.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

#include "commands.h"
#include "compile/tables.h"
#include "lint/register_proposal.h"
#include "lint/suggest.h"
#include "output.h"
#include "prepare.h"
#include "report/design_trace.h"
#include "report/table_xlsx.h"
#include "report/wording.h"
#include "report/write_file.h"
#include "text/unicode.h"

namespace dovetail::cli {
namespace {

// A file that could not be read leaves gaps that are none: said on standard error, since the table cannot show it.
std::size_t mention_unread(const Review& review) {
  std::size_t unread = 0;
  for (std::size_t n = 0; n < review.inputs.size(); ++n)
    for (const auto& problem : review.documents[Table<Document>::id_at(n)].problems)
      if (problem.rule == "input.unreadable" || problem.rule == "input.encrypted") {
        mention(review.inputs[n].path + ": " + problem.message);
        ++unread;
      }
  return unread;
}

Result<bool> expect_known(const std::string& option, const std::string& value, const std::set<std::string>& known) {
  const auto is_it = [&](const std::string& name) {
    return fold_phrase(name) == fold_phrase(value) || fold_phrase(words_of_kind(name)) == fold_phrase(value);
  };
  if (value.empty() || std::any_of(known.begin(), known.end(), is_it)) return true;
  std::string list;
  for (const auto& name : known) list += (list.empty() ? "" : ", ") + name;
  return fail(option + ": '" + value + "' is none of " + (list.empty() ? "them: nothing was read" : list) +
              did_you_mean(value, {known.begin(), known.end()}));
}

// A name that nothing has would show an empty table, as if all was well.
Result<bool> expect_known_filters(const Options& options, const Review& review) {
  if (options.kind.empty() && options.code.empty() && options.artefact.empty()) return true;
  std::set<std::string> kinds, codes, artefacts;
  for (const auto& mapping : review.mappings)
    if (!is_register(mapping.gives)) kinds.insert(mapping.gives);
  for (const auto& code : review.project.codes) codes.insert(code.id);
  for (const auto& unit : review.units)
    for (const auto& item : unit.items) {
      kinds.insert(item.kind);
      if (!item.artefact.empty()) artefacts.insert(item.artefact);
    }
  for (const auto& entry : review.corpus.coverage)
    if (!entry.code.empty()) codes.insert(entry.code);
  if (auto good = expect_known("--kind", options.kind, kinds); !good) return good;
  if (auto good = expect_known("--code", options.code, codes); !good) return good;
  return expect_known("--artefact", options.artefact, artefacts);
}

// Every format shows what is left, and says what was left out.
void filter(const Options& options, Review& review) {
  const auto is_out = [&](const std::string& wanted, std::string_view is) { return !wanted.empty() && fold_phrase(wanted) != fold_phrase(is); };
  std::erase_if(review.corpus.coverage, [&](const AtomCoverage& entry) {
    const Item& item = item_of(review, entry);
    return (is_out(options.kind, item.kind) && is_out(options.kind, words_of_kind(item.kind))) || is_out(options.code, entry.code) ||
           is_out(options.artefact, item.artefact);
  });
  for (const auto& [name, value] : {std::pair{"--kind ", &options.kind}, {"--code ", &options.code}, {"--artefact ", &options.artefact}})
    if (!value->empty()) review.filters.push_back(name + *value);
}

Result<std::optional<TraceBefore>> earlier_run(const std::string& path) {
  if (path.empty()) return std::optional<TraceBefore>();
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail("--since: " + path + ": no such file");
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  auto before = read_trace(bytes);
  if (!before) return fail("--since: " + path + ": " + before.error().message);
  return std::optional<TraceBefore>(std::move(*before));
}

// A register that a person keeps is never written over: the proposal is a new file.
Result<bool> write_register(const Review& review, const Job& job, const std::string& file) {
  if (auto good = expect_no_input(file, review); !good) return good;
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored)) return fail("--write-register: " + file + " is there already; name a new file");
  const RegisterProposal proposal = propose_register(review, review.project.as_of.empty() ? job.today : review.project.as_of);
  const auto bytes = table_xlsx("Trace", proposal.columns, proposal.rows, proposal.struck);
  if (!bytes) return fail(bytes.error().message);
  if (auto good = write_file(file, *bytes); !good) return good;
  mention(file + ": " + counted(proposal.rows.size(), "row") + ", " + std::to_string(proposal.proposed) + " of them proposed");
  return true;
}

Result<std::string> written(const std::string& format, const Review& review, const ReportOptions& options, const TraceBefore* before) {
  if (format == "json") return trace_json(review, options, before);
  if (format == "csv") return trace_csv(review, options, before);
  if (format == "html") return trace_html(review, options, before);
  return format == "xlsx" ? trace_xlsx(review, options, before) : trace_text(review, options, before);
}

Result<bool> write_all(const Options& options, const Review& review, const TraceBefore* before) {
  for (const auto& [format, file] : options.reports) {
    if (auto good = expect_no_input(file, review); !good) return good;
    const auto bytes = written(format, review, report_options(options), before);
    if (!bytes) return fail(bytes.error().message);
    if (auto good = write_file(file, *bytes); !good) return good;
  }
  return true;
}

}  // namespace

int run_trace(const Options& options) {
  if (options.format == "xlsx") return complain("a workbook is no text for standard output; write it with --report xlsx=FILE");
  auto review = linked(options);
  if (!review) return complain(review.error().message);
  if (mention_unread(*review) == review->inputs.size()) return complain("nothing could be traced");
  if (options.design_only) return print(options.format == "json" ? design_trace_json(*review) : design_trace_text(*review));
  if (!options.write_register.empty()) {
    const auto job = prepare(options);
    if (!job) return complain(job.error().message);
    if (auto good = write_register(*review, *job, options.write_register); !good) return complain(good.error().message);
  }
  if (!options.why.empty()) {
    const auto why = trace_why(*review, options.why);
    return why ? print(*why) : complain(why.error().message);
  }
  const auto before = earlier_run(options.since);
  if (!before) return complain(before.error().message);
  if (auto known = expect_known_filters(options, *review); !known) return complain(known.error().message);
  filter(options, *review);
  const TraceBefore* then = *before ? &**before : nullptr;
  if (auto good = write_all(options, *review, then); !good) return complain(good.error().message);
  const auto text = written(options.format, *review, report_options(options), then);
  if (!text) return complain(text.error().message);
  if (const int failed = print(*text); failed != 0) return failed;
  const auto& thresholds = review->corpus.thresholds;
  return std::all_of(thresholds.begin(), thresholds.end(), [](const CoverageThreshold& t) { return t.reached(); }) ? 0 : 1;
}

}  // namespace dovetail::cli
