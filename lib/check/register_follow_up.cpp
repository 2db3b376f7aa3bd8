// What the programme's registers promise of the text: changes taken up, comments applied, every change explained.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/atom_finding.h"
#include "check/make_finding.h"
#include "check/register.h"
#include "check/register_places.h"
#include "model/locate.h"
#include "model/standing.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {

namespace {

constexpr auto proposed = index(View::proposed);

bool has_records(const Review& review, std::string_view kind) {
  for (const Unit& unit : review.units)
    for (const Record& record : unit.records)
      if (record.kind == kind) return true;
  return false;
}

struct Carried {
  Id<Unit> unit;
  Id<Provision> provision;
  std::string name;  // "XBSCP901 3.1.4"
};

/// The provisions of drafts that carry an atom by themselves: by register, id or row.
std::vector<Carried> carriers_of(const Review& review, const std::string& atom) {
  std::vector<Carried> all;
  for (const AtomCoverage& entry : review.corpus.coverage) {
    if (review.units[entry.item.unit].items[entry.item.id].id != atom) continue;
    for (const CoverageTarget& target : entry.targets) {
      if (!target.via.empty() || target.evidence > Evidence::structured || target.label.empty()) continue;
      if (target.outcome == TraceOutcome::orphaned || target.outcome == TraceOutcome::ambiguous || target.outcome == TraceOutcome::unwanted) continue;
      const Id<Unit> unit(target.place.document.value);
      if (review.inputs[unit.value].role != InputRole::draft) continue;
      const Id<Provision> provision = provision_at(review.units[unit], View::proposed, target.place.span.begin);
      const auto is_it = [&](const Carried& c) { return c.unit == unit && c.provision == provision; };
      if (provision && std::none_of(all.begin(), all.end(), is_it)) all.push_back({unit, provision, target.document_id + " " + target.label});
    }
  }
  return all;
}

class Uplifts {
 public:
  Uplifts(const Review& review, const Rule& rule, Checked& checked) : review_(review), rule_(rule), checked_(checked), places_(review) {}

  void run() {
    for (std::uint32_t n = 0; n < review_.units.size(); ++n)
      for (const Record& change : review_.units[Id<Unit>(n)].records) {
        if (change.kind != "changes" || !is_agreed_change(change) || says_no_design_change(change)) continue;
        for (const std::string& atom : split_values(change.field("atom_ids"))) judge(Id<Unit>(n), change, atom);
      }
  }

 private:
  void judge(Id<Unit> where, const Record& change, const std::string& atom) {
    std::vector<std::string> unchanged;
    for (const Carried& carried : carriers_of(review_, atom)) {
      if (!places_.changes_known(carried.unit)) return;
      if (places_.is_touched(carried.unit, carried.provision)) return;
      if (!is_for(change, carried.unit) || is_confirmed(change, atom, carried)) return;
      unchanged.push_back(carried.name);
    }
    if (unchanged.empty()) return;
    Finding finding = table_finding(review_, rule_, where, change.span, row_id(change));
    finding.atom = atom;
    finding.key = finding.label + " " + atom;
    finding.message = fill(rule_.message, {{"label", finding.label}, {"atom", atom}, {"target", some_of(unchanged)}});
    for (const Carried& carried : carriers_of(review_, atom))
      finding.notes.push_back({{review_.units[carried.unit].document, review_.units[carried.unit].provisions[carried.provision].span},
                               review_.units[carried.unit].provisions[carried.provision].label[proposed],
                               "unchanged"});
    checked_.findings.push_back(std::move(finding));
  }

  /// A change of a later release than the draft reflects is not due yet.
  [[nodiscard]] bool is_for(const Record& change, Id<Unit> draft) const {
    const DocumentEntry* entry = review_.inputs[draft.value].entry;
    const std::string release = entry != nullptr && !entry->release.empty() ? entry->release : review_.project.release;
    const auto order = compare_releases(change.field("release"), release, review_.project.releases);
    return !order || *order <= 0;
  }

  /// Somebody looked at the provision with the change in mind, and approved the link.
  [[nodiscard]] bool is_confirmed(const Record& change, const std::string& atom, const Carried& carried) const {
    for (const TraceLink& link : review_.corpus.traces) {
      if (link.atom != atom || link.unit != carried.unit || link.provision != carried.provision) continue;
      const Record& row = review_.units[link.row.unit].records[link.row.id];
      const auto order = compare_versions(row.field("atom_version"), change.field("to_version"));
      const auto decided = trim(change.field("decided_on")), seen = trim(row.field("reviewed_on"));
      const bool approved = fold_phrase(row.field("status")) == "approved";
      if (approved && order && *order >= 0 && !decided.empty() && !seen.empty() && seen >= decided) return true;
    }
    return false;
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  RegisterPlaces places_;
};

}  // namespace

void check_missed_uplift(const Review& review, const Rule& rule, Checked& checked) {
  if (!has_records(review, "changes")) {
    checked.blocked.push_back({rule.id, "no change log"});
    return;
  }
  Uplifts(review, rule, checked).run();
}

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

namespace {

/// Which provisions of which drafts the registers speak of.
class Explained {
 public:
  explicit Explained(const Review& review) : review_(review), places_(review) {
    for (const Unit& unit : review.units)
      for (const Record& record : unit.records) {
        if (record.struck) continue;
        if (record.kind == "comments")
          for (const Id<Unit> text : places_.units(record.field("code_doc"), {})) add(text, record.field("provision"));
        if (record.kind == "changes")
          for (const std::string& atom : split_values(record.field("atom_ids"))) changed_.insert(atom);
        if (record.kind == "horizon")
          for (const std::string& document : split_values(record.field("docs_affected")))
            for (const Id<Unit> text : places_.units(document, record.field("code"))) add(text, record.field("provisions_affected"));
      }
  }

  /// Whether the registers keep a record of this text at all.
  [[nodiscard]] bool keeps(Id<Unit> unit) const { return spoken_of_.contains(unit); }

  [[nodiscard]] bool explains(const TracedText& text) const {
    if (text.basis != TextBasis::untraced) return true;
    const Unit& unit = review_.units[text.unit];
    for (auto at = text.provision; at; at = unit.provisions[at].parent[proposed])
      if (provisions_.contains({text.unit, at})) return true;
    const Document& document = review_.documents[unit.document];
    const Span span = unit.provisions[text.provision].span;
    return std::any_of(document.comments.begin(), document.comments.end(), [&](const Comment& comment) {
      return comment.anchor.overlaps(span) || (comment.anchor.begin >= span.begin && comment.anchor.begin < span.end);
    });
  }

 private:
  void add(Id<Unit> text, std::string_view cell) {
    for (const Id<Provision> provision : places_.provisions(text, cell)) {
      spoken_of_.insert(text);
      provisions_.insert({text, provision});
    }
  }

  const Review& review_;
  RegisterPlaces places_;
  std::set<Id<Unit>> spoken_of_;
  std::set<std::pair<Id<Unit>, Id<Provision>>> provisions_;
  std::set<std::string> changed_;
};

}  // namespace

void check_unexplained_change(const Review& review, const Rule& rule, Checked& checked) {
  if (!has_records(review, "comments") && !has_records(review, "changes")) {
    checked.blocked.push_back({rule.id, "no comment log and no change log"});
    return;
  }
  const Explained explained(review);
  std::set<std::pair<Id<Unit>, Id<Provision>>> told;
  for (const TracedText& text : review.corpus.traced_text) {
    const DocumentEntry* entry = review.inputs[text.unit.value].entry;
    if (entry != nullptr && !entry->change_ids.empty()) continue;  // the whole draft is one change with a name
    if (!explained.keeps(text.unit) || explained.explains(text) || !told.emplace(text.unit, text.under).second) continue;
    const Provision& provision = review.units[text.unit].provisions[text.under];
    Finding finding = make_finding(review, rule, text.unit, provision.span, {false, true});
    finding.introduced = true;
    finding.label = provision.label[proposed];
    finding.key = finding.label;
    finding.message = fill(rule.message, {{"label", finding.label}});
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
