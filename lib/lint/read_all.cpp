// The two steps that take a file at a time, run over all of them in parallel.
#include "lint/read_all.h"

#include <exception>
#include <mutex>

#include "base/parallel.h"
#include "compile/atoms/join_fields.h"
#include "compile/compile.h"
#include "lint/fit.h"
#include "lint/learn_ids.h"
#include "read/archi_tables.h"
#include "read/openapi/join.h"
#include "read/readers.h"

namespace dovetail {
namespace {

// Only memory can run out here, whatever the library; the other files are still wanted.
template <class Work>
bool guarded(std::string_view step, Document& document, const Work& work) {
  try {
    work();
    return true;
  } catch (const std::exception& problem) {
    document.problems.push_back({"input.limit", std::string(step) + " stopped: " + problem.what(), {}, 1});
    return false;
  }
}

Document read_one(const Job& job, UnitStore& store, const Input& input, std::size_t n) {
  if (store.links()) return store.linked(input, n);
  if (input.path == "-" && job.standard_input)
    return read_bytes(input.path, *job.standard_input, kind_named(job.format_in), job.limits, input.marking, job.keep_origins);
  std::string bytes;
  if (auto problem = load_file(input.file, job.limits, bytes)) return unreadable(input.path, FileKind::unknown, std::move(*problem));
  if (auto stored = store.cached(input, n, bytes)) return std::move(*stored);
  return read_bytes(input.path, bytes, FileKind::unknown, job.limits, input.marking, job.keep_origins);
}

// Files of these kinds may be joined with others when all are read: what is compiled out of one is not its own alone, and is compiled in every run.
bool may_be_joined(FileKind kind) { return kind == FileKind::openapi || kind == FileKind::csv; }

void compile_one(UnitStore& store, const Input& input, std::size_t n, Document& document, Unit& unit) {
  if (!may_be_joined(document.kind))
    if (auto stored = store.unit(input, n, document)) {
      unit = std::move(*stored);
      return;
    }
  const auto work = [&] {
    unit = compile(document, input);
    fit(unit);
  };
  if (!guarded("compiling", document, work)) store.leave(n);
}

bool is_design(const Input& input) { return input.role == InputRole::design; }
bool is_no_design(const Input& input) { return !is_design(input); }

// Counts what is done of a step, for whoever watches.
class Steps {
 public:
  Steps(const Job& job, std::string_view step, std::size_t all) : job_(job), step_(step), all_(all) { tell(0); }
  void one_done() {
    if (!job_.progress) return;
    const std::scoped_lock one_at_a_time(mutex_);
    tell(++done_);
  }

 private:
  void tell(std::size_t done) const {
    if (job_.progress) job_.progress(step_, done, all_);
  }
  const Job& job_;
  std::string_view step_;
  std::size_t all_, done_ = 0;
  std::mutex mutex_;
};

}  // namespace

void read_all(const Job& job, UnitStore& store, Review& review) {
  for (const auto& input : review.inputs) {
    review.documents.add({});
    review.documents.back().path = input.path;
  }
  Steps steps(job, "reading", review.inputs.size());
  parallel_for(review.inputs.size(), job.threads, [&](std::size_t n) {
    auto& document = review.documents[Table<Document>::id_at(n)];
    if (!guarded("reading", document, [&] { document = read_one(job, store, review.inputs[n], n); })) store.leave(n);
    guarded("reading", document, [&] { fit(document); });
    if (may_be_joined(document.kind)) store.keep(review.inputs[n], n, document, nullptr);
    steps.one_done();
  });
  if (job.reused) job.reused(store.reused());
  // Some designs are one thing in several files.
  join_schemas(review.documents, job.limits);
  join_archi_tables(review.documents, job.limits);
}

void compile_all(const Job& job, UnitStore& store, Review& review) {
  for (std::size_t n = 0; n < review.inputs.size(); ++n) review.units.add({});
  Steps steps(job, "compiling", review.inputs.size());
  const auto compile_some = [&](bool (*wanted)(const Input&)) {
    parallel_for(review.inputs.size(), job.threads, [&](std::size_t n) {
      if (wanted(review.inputs[n]))
        compile_one(store, review.inputs[n], n, review.documents[Table<Document>::id_at(n)], review.units[Table<Unit>::id_at(n)]);
    });
  };
  // The design first: how its ids are spelt decides what is found in everything else, and in its own cells.
  compile_some(is_design);
  if (learn_ids(job, store, review)) compile_some(is_design);
  compile_some(is_no_design);
  parallel_for(review.inputs.size(), job.threads, [&](std::size_t n) {
    auto& document = review.documents[Table<Document>::id_at(n)];
    auto& unit = review.units[Table<Unit>::id_at(n)];
    if (!may_be_joined(document.kind)) store.keep(review.inputs[n], n, document, &unit);
    store.describe(document, n);
    for (const auto view : both_views)
      if (!unit.views[index(view)]) unit.views[index(view)] = std::make_shared<Projection>();
    unit.document = Table<Document>::id_at(n);
    unit.path = document.path;
    steps.one_done();
  });
  if (!store.problem().empty() && job.remark) job.remark(store.problem());
  join_fields(review.units);  // what a catalogue says of the schemas' fields
}

}  // namespace dovetail
