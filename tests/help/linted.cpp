// The shipped rules, on texts of a test.
#include "help/linted.h"

#include <stdexcept>

#include "config/config.h"
#include "help/program.h"
#include "help/source.h"
#include "model/locate.h"

namespace help {

using namespace dovetail;

namespace {

Job job_of() {
  static const auto catalogue = load_catalogue(help::source_folder() + "/rules");
  if (!catalogue) throw std::runtime_error(catalogue.error().message);
  Job job;
  job.rules_folder = help::source_folder() + "/rules";
  job.catalogue = *catalogue;
  job.threads = 1;
  job.today = "2026-01-31";
  return job;
}

Review run(Job job) {
  auto review = lint(std::move(job));
  if (!review) throw std::runtime_error(review.error().message);
  return std::move(*review);
}

/// "1.2", or "Appendix 1, 1.2" inside one that begins again at 1.
std::string label_in_division(const Unit& unit, Id<Provision> provision, View view) {
  const auto whole = full_label(unit, provision, view);
  return whole.starts_with("Appendix") || whole.starts_with("SCHEDULE 3") || whole.starts_with("Schedule 3")
             ? whole
             : unit.provisions[provision].label[index(view)];
}

}  // namespace

Review linted(const std::vector<std::pair<std::string, std::string>>& files) {
  const TemporaryFolder folder;
  for (const auto& [name, content] : files) folder.write(name, content);
  auto job = job_of();
  job.paths = {folder.path()};
  return run(std::move(job));
}

Review linted(const std::string& text, const std::string& profile) {
  auto job = job_of();
  job.paths = {"-"};
  job.alone = true;
  job.profile = profile;
  job.format_in = "marked_text";
  job.standard_input = text;
  return run(std::move(job));
}

std::vector<std::string> outcomes(const Review& review, const std::string& document, View view) {
  std::vector<std::string> shown;
  for (std::size_t u = 0; u < review.units.size(); ++u) {
    const auto& unit = review.units[Table<Unit>::id_at(u)];
    if (unit.id != document) continue;
    const auto& links = review.corpus.references[u][index(view)];
    for (std::size_t r = 0; r < links.size(); ++r) {
      const auto& reference = unit.references[Table<Reference>::id_at(r)];
      if (!reference.views.has(view)) continue;
      auto line = reference.text + ": " + std::string(name_of(links[r].outcome));
      if (!links[r].targets.empty()) {
        const auto& target = links[r].targets.front();
        const auto& other = review.units[target.unit];
        line += " " + (other.id == document ? "" : other.id + " ") + (label_in_division(other, target.id, view));
      }
      shown.push_back(line);
    }
  }
  return shown;
}

std::vector<std::string> said_by(const Review& review, const std::string& rule) {
  std::vector<std::string> said;
  for (const auto& finding : review.findings)
    if (finding.rule == rule) said.push_back(finding.label + ": " + finding.text);
  return said;
}

}  // namespace help
