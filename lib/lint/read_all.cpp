// The two steps that take a file at a time, run over all of them in parallel.
#include "lint/read_all.h"

#include <exception>
#include <mutex>

#include "base/parallel.h"
#include "compile/compile.h"
#include "read/readers.h"

namespace dovetail {
namespace {

// Only memory can run out here, whatever the library; the other files are still wanted.
template <class Work>
void guarded(std::string_view step, Document& document, const Work& work) {
  try {
    work();
  } catch (const std::exception& problem) {
    document.problems.push_back({"input.limit", std::string(step) + " stopped: " + problem.what(), {}, 1});
  }
}

Document read_one(const Job& job, const Input& input) {
  if (input.path == "-" && job.standard_input)
    return read_bytes(input.path, *job.standard_input, kind_named(job.format_in), job.limits, input.marking, job.keep_origins);
  return read_file(input.path, input.file, FileKind::unknown, job.limits, input.marking, job.keep_origins);
}

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

void read_all(const Job& job, Review& review) {
  for (const auto& input : review.inputs) {
    review.documents.add({});
    review.documents.back().path = input.path;
  }
  Steps steps(job, "reading", review.inputs.size());
  parallel_for(review.inputs.size(), job.threads, [&](std::size_t n) {
    auto& document = review.documents[Table<Document>::id_at(n)];
    guarded("reading", document, [&] { document = read_one(job, review.inputs[n]); });
    steps.one_done();
  });
}

void compile_all(const Job& job, Review& review) {
  for (std::size_t n = 0; n < review.inputs.size(); ++n) review.units.add({});
  Steps steps(job, "compiling", review.inputs.size());
  parallel_for(review.inputs.size(), job.threads, [&](std::size_t n) {
    auto& document = review.documents[Table<Document>::id_at(n)];
    auto& unit = review.units[Table<Unit>::id_at(n)];
    guarded("compiling", document, [&] { unit = compile(document, review.inputs[n]); });
    for (const auto view : both_views)
      if (!unit.views[index(view)]) unit.views[index(view)] = std::make_shared<Projection>();
    unit.document = Table<Document>::id_at(n);
    unit.path = document.path;
    steps.one_done();
  });
}

}  // namespace dovetail
