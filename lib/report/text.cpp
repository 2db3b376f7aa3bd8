// For a person at a terminal.
#include <algorithm>

#include "report/changes.h"
#include "report/escape.h"
#include "report/excerpt.h"
#include "report/formats.h"
#include "report/tally.h"
#include "report/wording.h"
#include "report/wrap.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t indent = 10;  // "  Correct "

struct Paint {
  bool colour;
  [[nodiscard]] std::string operator()(const char* code, const std::string& text) const {
    return colour ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
  }
};

const char* colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "1;31";
    case Severity::warning:
      return "1;33";
    case Severity::note:
      break;
  }
  return "1;36";
}

// The sentence, with the words at fault underlined by a terminal or by carets below them.
void write_excerpt(const Review& review, const Finding& finding, const ReportOptions& options, std::string& out) {
  const std::size_t room = options.width == 0 ? 160 : std::max<std::size_t>(options.width, 40) - indent;
  const auto excerpt = excerpt_of(review, finding, room);
  if (excerpt.empty()) return;
  const auto before = terminal_safe(excerpt.before);
  const auto words = terminal_safe(excerpt.words);
  const Paint paint{options.colour};
  const std::string margin(indent, ' ');
  out += margin + before + paint("4", words) + terminal_safe(excerpt.after) + "\n";
  if (!options.colour) out += margin + std::string(characters(before), ' ') + std::string(std::max<std::size_t>(characters(words), 1), '^') + "\n";
}

void write_finding(const Review& review, const Finding& finding, const ReportOptions& options, std::string& out) {
  const Paint paint{options.colour};
  auto word = std::string(imperative_of(finding.severity));
  const std::string pad(indent - 2 - word.size(), ' ');
  const auto message = wrapped(terminal_safe(finding.message) + " [" + finding.rule + "]", options.width, indent);
  out += "  " + paint(colour_of(finding.severity), word) + pad + message + "\n";
  write_excerpt(review, finding, options, out);
  const std::string margin(indent, ' ');
  for (const auto& note : finding.notes) out += margin + wrapped(terminal_safe(note_line(review, finding, note)), options.width, indent) + "\n";
  if (finding.fix) out += margin + wrapped("Suggested text: " + terminal_safe(finding.fix->replace), options.width, indent) + "\n";
}

void write_document(const Review& review, std::vector<const Finding*> findings, const ReportOptions& options, std::string& out) {
  const Paint paint{options.colour};
  const auto document = findings.front()->place.document;
  const auto& unit = review.units[Id<Unit>(document.value)];
  out += paint("1", terminal_safe(review.documents[document].path)) + (unit.id.empty() ? "" : " (" + terminal_safe(unit.id) + ")") + "\n";
  const auto old = std::stable_partition(findings.begin(), findings.end(), [](const Finding* f) { return f->introduced; });
  for (auto finding = findings.begin(); finding != findings.end(); ++finding) {
    if (finding == old) out += "  Already in the baseline:\n";
    write_finding(review, **finding, options, out);
  }
  out += "\n";
}

}  // namespace

std::string report_text(const Review& review, const ReportOptions& options) {
  std::string out;
  std::vector<const Finding*> group;
  const auto flush = [&] {
    if (!group.empty()) write_document(review, group, options, out);
    group.clear();
  };
  for (const auto& finding : review.findings) {
    if (!finding.waived.empty()) continue;
    if (!group.empty() && first_of_file(review, group.front()->place.document) != first_of_file(review, finding.place.document)) flush();
    group.push_back(&finding);
  }
  flush();
  if (!options.closing) return out;
  for (const auto& summary : summarise_changes(review)) {
    const auto& unit = review.units[summary.draft->unit];
    out += wrapped(terminal_safe("Changes of " + id_or_path(unit) + ": " + change_line(summary)), options.width, 0) + "\n";
  }
  return out + wrapped(terminal_safe(closing_line(review)), options.width, 0) + "\n";
}

}  // namespace dovetail
