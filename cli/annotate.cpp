// dovetail annotate: copies of Word documents with a comment on every finding.
#include "report/annotate/annotate.h"

#include "commands.h"
#include "output.h"
#include "prepare.h"
#include "read/readers.h"
#include "report/write_file.h"
#include "targets.h"

namespace dovetail::cli {
namespace {

Result<bool> annotate_one(const Review& review, const Target& target) {
  const auto& document = review.documents[target.document];
  if (document.kind != FileKind::docx)
    return fail(target.path + ": comments are written into Word documents (DOCX), and this is " + std::string(name_of(document.kind)) +
                "; 'dovetail check --report html=FILE' shows the findings of any document beside its text");
  const auto bytes = bytes_of_file(target.file);
  if (!bytes) return fail(bytes.error().message);
  const auto annotated = annotate_docx(review, target.document, *bytes);
  if (!annotated) return fail(target.path + ": " + annotated.error().message);
  if (auto good = write_file(target.out, annotated->bytes); !good) return good;
  const bool again = annotated->kept + annotated->removed != 0;
  mention(
      target.out + ": " + std::to_string(annotated->comments) + (again ? " new" : "") + (annotated->comments == 1 ? " comment" : " comments") +
      (again ? ", " + std::to_string(annotated->kept) + " that still hold, " + std::to_string(annotated->removed) + " taken out whose finding is gone"
             : "") +
      (annotated->without_place == 0 ? ""
                                     : "; findings about the file as a whole, with no place in it: " + std::to_string(annotated->without_place)));
  return true;
}

}  // namespace

int run_annotate(const Options& options) {
  if (auto good = expect_targets(options, "annotate"); !good) return complain(good.error().message);
  auto job = prepare(options);
  if (!job) return complain(job.error().message);
  job->keep_origins = true;
  job->new_only = true;
  const auto review = lint(std::move(*job));
  if (!review) return complain(review.error().message);
  mention_guesses(options, *review);
  const auto targets = targets_of(options, *review);
  if (!targets) return complain(targets.error().message);
  int status = 0;
  for (const auto& target : *targets)
    if (auto good = annotate_one(*review, target); !good) status = complain(good.error().message);
  return status;
}

}  // namespace dovetail::cli
