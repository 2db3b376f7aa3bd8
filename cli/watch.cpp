// Times are the machine's own business: they go to standard error and never into a report.
#include "watch.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "output.h"

namespace dovetail::cli {
namespace {

std::string seconds(std::chrono::steady_clock::duration time) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f s", std::chrono::duration<double>(time).count());
  return text;
}

std::string counts_of(const Review& review, std::size_t reused) {
  std::size_t paragraphs = 0, bytes = 0, provisions = 0, references = 0, atoms = 0;
  for (const auto& document : review.documents) {
    paragraphs += document.paragraphs.size();
    bytes += document.text.size();
  }
  for (const auto& unit : review.units) {
    provisions += unit.provisions.size();
    references += unit.references.size();
    atoms += unit.items.size();
  }
  const auto part = [](std::size_t count, const char* what) { return std::to_string(count) + " " + what; };
  return part(review.inputs.size(), "files, ") + part(reused, "of them from units, ") + part(bytes, "bytes of text, ") +
         part(paragraphs, "paragraphs, ") + part(provisions, "provisions, ") + part(references, "references, ") + part(atoms, "atoms, ") +
         part(review.rules.size(), "rules, ") + part(review.findings.size(), "findings");
}

}  // namespace

Watch::Watch(const Options& options)
    : stats_(options.stats),
      wanted_(options.progress == When::always || (options.progress == When::automatic && isatty(STDERR_FILENO) != 0 && !options.quiet)),
      at_once_(options.progress == When::always) {}

void Watch::show(std::string_view text) {
  shown_ = true;
  std::fprintf(stderr, "\r\x1b[K%.*s", static_cast<int>(text.size()), text.data());
  std::fflush(stderr);
}

void Watch::told(std::string_view step, std::size_t done, std::size_t all) {
  const auto now = Clock::now();
  if (done == 0) steps_.emplace_back(step, now);
  constexpr std::chrono::milliseconds patience{1000}, pause{100};
  if (!wanted_ || (!at_once_ && now - begun_ < patience) || (shown_ && done != 0 && now - last_ < pause)) return;
  last_ = now;
  show("dovetail: " + std::string(step) + (all > 1 ? " " + std::to_string(done) + " of " + std::to_string(all) : "") + " …");
}

void Watch::end(const Review& review) {
  const auto now = Clock::now();
  if (shown_) std::fputs("\r\x1b[K", stderr);
  if (!stats_) return;
  std::string line;
  for (std::size_t n = 0; n < steps_.size(); ++n)
    line += steps_[n].first + " " + seconds((n + 1 < steps_.size() ? steps_[n + 1].second : now) - steps_[n].second) + ", ";
  mention(line + "in all " + seconds(now - begun_));
  mention(counts_of(review, reused_));
}

}  // namespace dovetail::cli
