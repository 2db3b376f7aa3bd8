// dovetail impact: what a topic, an artefact, an atom or a provision touches.
#include "report/impact.h"

#include "commands.h"
#include "link/candidates.h"
#include "output.h"
#include "prepare.h"

namespace dovetail::cli {

int run_impact(const Options& options) {
  const std::vector<const std::string*> asked{&options.topic, &options.artefact, &options.atom, &options.provision};
  std::size_t named = 0;
  for (const auto* one : asked) named += one->empty() ? 0U : 1U;
  if (named != 1) return complain("impact takes one of --topic, --artefact, --atom and --provision (--help shows how)");
  const auto review = linked(options);
  if (!review) return complain(review.error().message);
  const auto candidates = suggest(*review, {}, 1);
  if (!candidates) return complain(candidates.error().message);
  const auto impact = !options.topic.empty()      ? impact_of_topic(*review, options.topic, *candidates)
                      : !options.artefact.empty() ? impact_of_artefact(*review, options.artefact, *candidates)
                      : !options.atom.empty()     ? impact_of_atom(*review, options.atom, *candidates)
                                                  : impact_of_provision(*review, options.provision);
  if (!impact) return complain(impact.error().message);
  return print(options.format == "json" ? impact_json(*impact, report_options(options)) : impact_text(*impact, report_options(options)));
}

}  // namespace dovetail::cli
