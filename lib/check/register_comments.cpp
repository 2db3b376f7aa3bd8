// Comments that were closed as done and were not, or are open at the end.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "check/atom_finding.h"
#include "check/make_finding.h"
#include "check/register.h"
#include "check/register_places.h"
#include "model/standing.h"
#include "text/ids.h"
#include "text/label_holds.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {
namespace {

/// Whether a closed comment says that the text was changed.
bool says_updated(const Record& comment) {
  static const std::set<std::string> taken{"accepted",     "accept",  "accepted in part", "partially accepted",
                                           "updated",      "agreed",  "applied",          "implemented",
                                           "incorporated", "changed", "amended",          "done",
                                           "resolved",     "closed"};
  static const Pattern words = Pattern::literal(
      "(?i:\\b(?:text|drafting|wording|paragraph|clause|section|provision|table|row)?\\s*(?:has been |was |is |now "
      ")*(?:updated|amended|changed|corrected|"
      "revised|applied|redrafted|reworded|incorporated)\\b)");
  static const Pattern refused = Pattern::literal("(?i:\\b(?:no change|not (?:been )?(?:changed|amended|updated)|unchanged|will (?:be )?)\\b)");
  const std::string disposition = fold_phrase(comment.field("disposition")), response = normalise(comment.field("response"));
  if (refused.find(response) || disposition == "rejected" || disposition == "noted") return false;
  if (disposition == "updated" || disposition == "amended" || disposition == "changed" || disposition == "applied") return true;
  const bool said = words.find(response).has_value();
  return taken.contains(disposition) && (said || !trim(comment.field("change_made_in")).empty());
}

class Comments {
 public:
  Comments(const Review& review, const Rule& rule, Checked& checked) : review_(review), rule_(rule), checked_(checked), places_(review) {}

  void run() {
    for (std::uint32_t n = 0; n < review_.units.size(); ++n)
      for (const Record& comment : review_.units[Id<Unit>(n)].records) {
        if (comment.kind != "comments" || comment.struck) continue;
        if (is_open_comment(comment))
          judge_open(Id<Unit>(n), comment);
        else if (says_updated(comment))
          judge_closed(Id<Unit>(n), comment);
      }
  }

 private:
  void judge_open(Id<Unit> where, const Record& comment) {
    const auto texts = places_.units(comment.field("code_doc"), {});
    const std::string stage = texts.empty() ? review_.project.stage : stage_of(review_, texts.front());
    if (stage != "final") return;
    report(where, comment, "it is still open, and this is the final stage");
  }

  void judge_closed(Id<Unit> where, const Record& comment) {
    for (const Id<Unit> draft : places_.units(comment.field("code_doc"), {})) {
      if (review_.inputs[draft.value].role != InputRole::draft) continue;
      const Comparison* then = earlier(draft, comment.field("draft_version"));
      if (then == nullptr || !is_due(draft, comment.field("change_made_in"))) continue;
      const std::vector<std::string> labels = labels_in_cell(comment.field("provision"));
      const std::vector<const ProvisionChange*> named = named_in(*then, labels);
      if (named.empty() || named.size() < labels.size() ||
          std::any_of(named.begin(), named.end(), [&](const ProvisionChange* change) { return was_changed(*then, *change); }))
        continue;
      const std::string made(trim(comment.field("change_made_in")));
      Finding& finding = report(where, comment,
                                document_name(review_.units[draft]) + " " + named.front()->before_label + " is the same in " +
                                    std::string(trim(comment.field("draft_version"))) + " and in " + (made.empty() ? "this draft" : made));
      for (const ProvisionChange* change : named)
        finding.notes.push_back(
            {{review_.units[draft].document, review_.units[draft].provisions[change->after].span}, change->after_label, "unchanged"});
    }
  }

  /// The comparison of a draft with its earlier version.
  [[nodiscard]] const Comparison* earlier(Id<Unit> draft, std::string_view version) const {
    for (const Comparison& comparison : review_.corpus.companions) {
      const Input& input = review_.inputs[comparison.before.value];
      if (comparison.after != draft || input.companion_as != ComparedAs::earlier || input.entry == nullptr) continue;
      const auto order = compare_versions(input.entry->history[input.history].version, version);
      if (order && *order == 0) return &comparison;
    }
    return nullptr;
  }

  /// Whether the change was to be in a version that is no later than this draft.
  [[nodiscard]] bool is_due(Id<Unit> draft, std::string_view made_in) const {
    const DocumentEntry* entry = review_.inputs[draft.value].entry;
    if (trim(made_in).empty() || entry == nullptr) return true;
    const std::string version = entry->version.empty() ? version_in_file_name(entry->path) : entry->version;
    const auto order = compare_versions(made_in, version);
    return order && *order <= 0;
  }

  [[nodiscard]] std::vector<const ProvisionChange*> named_in(const Comparison& then, const std::vector<std::string>& labels) const {
    std::vector<const ProvisionChange*> named;
    for (const std::string& label : labels) {
      const std::size_t space = label.rfind(' ');
      const std::string bare = space == std::string::npos ? label : label.substr(space + 1);
      for (const ProvisionChange& change : then.provisions)
        if (change.before && change.after && (change.before_label == label || change.before_label == bare)) {
          named.push_back(&change);
          break;
        }
    }
    return named;
  }

  /// Whether the provision or anything below it is another, or something was put in or taken out there.
  [[nodiscard]] bool was_changed(const Comparison& then, const ProvisionChange& about) const {
    for (const ProvisionChange& change : then.provisions) {
      const bool below = label_holds(about.before_label, change.before_label) || label_holds(about.after_label, change.after_label);
      const bool same = change.fate == ProvisionFate::same || change.fate == ProvisionFate::renumbered || change.fate == ProvisionFate::cosmetic;
      if (below && !same) return true;
    }
    return false;
  }

  Finding& report(Id<Unit> where, const Record& comment, const std::string& what) {
    Finding finding = table_finding(review_, rule_, where, comment.span, row_id(comment));
    finding.key = finding.label + " " + std::string(comment.field("code_doc"));
    finding.message = fill(rule_.message, {{"label", finding.label}, {"what", what}});
    checked_.findings.push_back(std::move(finding));
    return checked_.findings.back();
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  RegisterPlaces places_;
};

}  // namespace

void check_comment_not_applied(const Review& review, const Rule& rule, Checked& checked) {
  if (!has_records(review, "comments")) {
    checked.blocked.push_back({rule.id, "no comment log"});
    return;
  }
  Comments(review, rule, checked).run();
}

}  // namespace dovetail
