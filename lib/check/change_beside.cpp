// A draft beside other texts: its twin, what was approved, and other drafts of the same text.
#include <algorithm>
#include <map>
#include <string>

#include "check/change.h"
#include "check/label_in.h"
#include "check/make_finding.h"
#include "check/telling.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

// Twins may say on their covers which of the two they are.
bool only_names_the_twin(const Difference& difference) {
  static const Pattern which =
      Pattern::literal("(?i:[\\[(]?(?:clean|red-?line[d]?|tracked|marked|changes? marked|version|copy|[ \\-\\x{2013}()\\[\\]:])*[\\])]?)");
  return which.matches(difference.before_words) && which.matches(difference.after_words);
}

std::string file_name(const std::string& path) {
  const auto slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

}  // namespace

void check_twin(const Review& review, const Rule& rule, Checked& checked) {
  for (const Comparison& comparison : review.corpus.companions) {
    if (comparison.as != ComparedAs::twin) continue;
    const Unit& twin = review.units[comparison.before];
    for (const Difference& difference : comparison.differences) {
      if (only_names_the_twin(difference)) continue;
      Finding finding = make_finding(review, rule, comparison.after, difference.after, {false, true});
      if (difference.cosmetic) finding.severity = std::min(finding.severity, Severity::warning);
      finding.introduced = true;
      finding.text = difference.after_words.empty() ? difference.before_words : difference.after_words;
      if (difference.kind == DifferenceKind::deleted) finding.label = label_in(review, comparison.before, View::proposed, difference.before.begin);
      const Telling telling = telling_of(review, comparison, difference, file_name(twin.path));
      finding.message = fill(rule.message, {{"label", finding.label}, {"what", telling.what + telling.reads}, {"twin", file_name(twin.path)}});
      finding.key = difference.before_words + " => " + difference.after_words;
      finding.notes.push_back(
          {{twin.document, difference.before}, label_in(review, comparison.before, View::proposed, difference.before.begin), "the twin"});
      checked.findings.push_back(std::move(finding));
    }
  }
}

namespace {

bool is_settled(const std::string& status) { return status == "approved" || status == "legal-reviewed"; }

/// The comparison with the last version of each settled status, of each draft.
std::vector<const Comparison*> last_settled(const Review& review) {
  std::map<std::pair<Id<Unit>, std::string>, const Comparison*> last;
  for (const Comparison& comparison : review.corpus.companions) {
    const Input& input = review.inputs[comparison.before.value];
    if (comparison.as != ComparedAs::earlier || input.entry == nullptr || input.history >= input.entry->history.size()) continue;
    const HistoryEntry& entry = input.entry->history[input.history];
    if (is_settled(entry.status)) last[{comparison.after, entry.status}] = &comparison;
  }
  std::vector<const Comparison*> all;
  for (const auto& [key, comparison] : last) all.push_back(comparison);
  return all;
}

std::string what_became(const Review& review, const Comparison& comparison, const ProvisionChange& change) {
  if (change.fate == ProvisionFate::added) return quoted(change.after_text) + " is new";
  if (change.fate == ProvisionFate::deleted) return quoted(change.before_text) + " is gone";
  if (change.fate == ProvisionFate::renumbered) return "it was " + change.before_label;
  for (const std::uint32_t n : change.differences) {
    const Difference& difference = comparison.differences[n];
    if (difference.cosmetic && change.fate != ProvisionFate::cosmetic) continue;
    return telling_of(review, comparison, difference, "that version").what + (change.differences.size() > 1 ? ", and more" : "");
  }
  return "it is " + std::string(name_of(change.fate));
}

Span place_of(const Comparison& comparison, const ProvisionChange& change) {
  for (const std::uint32_t n : change.differences)
    if (change.fate != ProvisionFate::added) return comparison.differences[n].after;
  return change.after_span;
}

}  // namespace

void check_since_approval(const Review& review, const Rule& rule, Checked& checked) {
  for (const Comparison* comparison : last_settled(review)) {
    const Input& input = review.inputs[comparison->before.value];
    const HistoryEntry& entry = input.entry->history[input.history];
    for (const ProvisionChange& change : comparison->provisions) {
      if (change.fate == ProvisionFate::same || (!change.before && !change.after)) continue;
      Finding finding = make_finding(review, rule, comparison->after, place_of(*comparison, change), {false, true});
      if (change.fate == ProvisionFate::renumbered || change.fate == ProvisionFate::cosmetic) finding.severity = Severity::note;
      finding.introduced = true;
      finding.label = change.after_label.empty() ? change.before_label : change.after_label;
      const std::string status = entry.status == "approved" ? "approved" : "legally reviewed";
      finding.key = entry.status + " " + finding.label;
      finding.message = fill(rule.message, {{"label", finding.label},
                                            {"what", what_became(review, *comparison, change)},
                                            {"version", entry.version.empty() ? file_name(entry.path) : "version " + entry.version},
                                            {"status", status}});
      const Unit& before = review.units[comparison->before];
      if (change.before) finding.notes.push_back({{before.document, change.before_span}, change.before_label, "as it was " + status});
      checked.findings.push_back(std::move(finding));
    }
  }
}

void check_collision(const Review& review, const Rule& rule, Checked& checked) {
  for (const Collision& collision : review.corpus.collisions) {
    const Unit& other = review.units[collision.second];
    Finding finding = make_finding(review, rule, collision.first, collision.first_span, {false, true});
    if (collision.kind == CollisionKind::same_provision) finding.severity = std::min(finding.severity, Severity::warning);
    finding.introduced = true;
    finding.key = other.path + " " + collision.label;
    const std::string name = file_name(other.path);
    std::string what;
    switch (collision.kind) {
      case CollisionKind::same_provision:
        what = "this draft " + collision.first_words + ", and in the same provision " + name + " " + collision.second_words;
        break;
      case CollisionKind::same_words:
        what = "this draft " + collision.first_words + ", and of the same words " + name + " " + collision.second_words;
        break;
      case CollisionKind::same_number:
        what = "both this draft and " + name + " insert a " + collision.label + ", which there reads " + quoted(collision.second_words);
        break;
      case CollisionKind::same_term:
        what = "\"" + collision.label + "\" is defined here as " + quoted(collision.first_words) + " and in " + name + " as " +
               quoted(collision.second_words);
        break;
    }
    finding.message = fill(rule.message, {{"label", finding.label}, {"what", what}, {"other", name}});
    finding.notes.push_back(
        {{other.document, collision.second_span}, label_at(other, View::proposed, collision.second_span.begin), "the other draft"});
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
