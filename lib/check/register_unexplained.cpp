// Changed text that no comment, change or note stands behind.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "check/atom_finding.h"
#include "check/make_finding.h"
#include "check/register.h"
#include "check/register_places.h"
#include "model/own_comment.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
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
    for (auto at = text.provision; at; at = unit.provisions[at].parent[index(View::proposed)])
      if (provisions_.contains({text.unit, at})) return true;
    const Document& document = review_.documents[unit.document];
    const Span span = unit.provisions[text.provision].span;
    return std::any_of(document.comments.begin(), document.comments.end(), [&](const Comment& comment) {
      return !is_own(comment) && (comment.anchor.overlaps(span) || (comment.anchor.begin >= span.begin && comment.anchor.begin < span.end));
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
    finding.label = provision.label[index(View::proposed)];
    finding.key = finding.label;
    finding.message = fill(rule.message, {{"label", finding.label}});
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
