// Marks where none should be: in protected text, outside what the draft declares, by another modification.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/change.h"
#include "check/make_finding.h"
#include "check/telling.h"
#include "text/label_holds.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

bool is_real(ProvisionFate fate) {
  return fate == ProvisionFate::changed || fate == ProvisionFate::moved || fate == ProvisionFate::added || fate == ProvisionFate::deleted;
}

/// All names of a provision and of those above it, in either view, folded.
std::vector<std::string> names_of(const Unit& unit, Id<Provision> id) {
  std::vector<std::string> names;
  for (const View view : both_views)
    for (auto at = id; at; at = unit.provisions[at].parent[index(view)]) {
      const Provision& provision = unit.provisions[at];
      names.push_back(fold_phrase(provision.label[index(view)]));
      names.push_back(fold_phrase(provision.heading[index(view)]));
      if (provision.scope[index(view)]) names.push_back(fold_phrase(unit.provisions[provision.scope[index(view)]].label[index(view)]));
    }
  return names;
}

bool stands_in(const Unit& unit, Id<Provision> id, const std::vector<std::string>& labels) {
  const auto names = names_of(unit, id);
  const Provision& provision = unit.provisions[id];
  return std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
    const std::string wanted = fold_phrase(label);
    return std::find(names.begin(), names.end(), wanted) != names.end() || label_holds(label, provision.label[0]) ||
           label_holds(label, provision.label[1]);
  });
}

/// Whether the project calls the document so: its id, title or another of its names.
bool is_called(const Unit& unit, const std::string& document) {
  const std::string wanted = fold_phrase(document);
  return fold_phrase(unit.id) == wanted || fold_phrase(unit.title) == wanted ||
         std::any_of(unit.aliases.begin(), unit.aliases.end(), [&](const std::string& alias) { return fold_phrase(alias) == wanted; });
}

// Text that says itself when it begins to count. A limit of time ("within five days after the date of the notice") says nothing of that.
bool has_commencement(const std::string& text) {
  static const Pattern condition = Pattern::literal(
      "(?i:with effect (?:on and )?from|(?:takes? effect|comes? into (?:force|effect)|(?:apply|applies|ha(?:ve|s) effect)) (?:only "
      ")?(?:from|on|after|when|"
      "once|until)\\b|on and (?:from|after)|on or after [0-9]|(?:from|after|until|before) the "
      "(?:end|expiry|start|commencement)\\b|(?:from|after|until) "
      "the (?:date|day) (?:on which|that|when) (?:this|these|the (?:amendment|change|modification|provision|transition))|commencement "
      "date|(?:from|after|"
      "until|during) (?:the )?(?:transition|migration)\\b)");
  // "after the end of each month" comes again and again; "after the end of the transition" once.
  static const Pattern recurring = Pattern::literal(" of (?:each|every|any|an?|that|the (?:day|week|month|quarter|year))\\b", true);
  for (auto found = condition.find(text); found; found = condition.find(text, found->span.end))
    if (!recurring.match_at(text, found->span.end)) return true;
  return false;
}

std::string first_words(const DraftChanges& draft, const DraftedProvision& provision) {
  for (const std::uint32_t n : provision.marks) {
    const MarkedChange& mark = draft.marks[n];
    if (mark.before == mark.after) continue;
    if (mark.before.empty()) return "inserts " + quoted(mark.after);
    return mark.after.empty() ? "takes out " + quoted(mark.before) : "puts " + quoted(mark.after) + " for " + quoted(mark.before);
  }
  return std::string(name_of(provision.fate));
}

// The words alone: quotation marks, dashes, capitals and full stops are no matter of substance.
std::string words_alone(const std::string& text) {
  std::string all;
  for (const Span word : words(text)) all += fold(slice(text, word)) + " ";
  return all;
}

bool is_substantive(const DraftChanges& draft, const DraftedProvision& provision) {
  return provision.marks.empty() || std::any_of(provision.marks.begin(), provision.marks.end(), [&](std::uint32_t n) {
           return draft.marks[n].moves || words_alone(draft.marks[n].before) != words_alone(draft.marks[n].after);
         });
}

Finding finding_at(const Review& review, const Rule& rule, const DraftChanges& draft, const DraftedProvision& provision) {
  Span span = review.units[draft.unit].provisions[provision.provision].span;
  for (const std::uint32_t n : provision.marks)
    if (draft.marks[n].before != draft.marks[n].after) {
      span = draft.marks[n].span;
      break;
    }
  const bool gone = provision.fate == ProvisionFate::deleted;
  Finding finding = make_finding(review, rule, draft.unit, span, {gone, !gone});
  finding.introduced = true;
  finding.label = provision.after_label.empty() ? provision.before_label : provision.after_label;
  return finding;
}

}  // namespace

void check_protected(const Review& review, const Rule& rule, Checked& checked) {
  for (const Protection& protection : review.project.protections)
    for (const DraftChanges& draft : review.corpus.changes) {
      const Unit& unit = review.units[draft.unit];
      if (!is_called(unit, protection.document)) continue;
      for (const DraftedProvision& provision : draft.provisions) {
        if (!is_real(provision.fate) || (!protection.labels.empty() && !stands_in(unit, provision.provision, protection.labels))) continue;
        const std::string text = words_in_view(review, draft.unit, unit.provisions[provision.provision].span, View::proposed);
        const bool conditional = has_commencement(text) || std::any_of(provision.marks.begin(), provision.marks.end(),
                                                                       [&](std::uint32_t n) { return has_commencement(draft.marks[n].after); });
        if (conditional || !is_substantive(draft, provision)) continue;
        Finding finding = finding_at(review, rule, draft, provision);
        finding.key = "protected " + finding.label;
        finding.message = fill(rule.message, {{"label", finding.label},
                                              {"what", first_words(draft, provision)},
                                              {"until", protection.until.empty() ? "" : " until " + protection.until},
                                              {"reason", protection.reason}});
        checked.findings.push_back(std::move(finding));
      }
    }
}

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

// "P092" and "P92" are one modification.
std::string change_key(const std::string& id) {
  std::string key = fold_phrase(id), digits;
  std::erase_if(key, [](char c) { return c == ' ' || c == '-'; });
  const auto digit = key.find_first_of("0123456789");
  if (digit == std::string::npos) return key;
  const auto real = key.find_first_not_of('0', digit);
  return key.substr(0, digit) + (real == std::string::npos ? "0" : key.substr(real));
}

void outside_parts(const Review& review, const Rule& rule, const DraftChanges& draft, const DocumentEntry& entry, Checked& checked) {
  const Unit& unit = review.units[draft.unit];
  Id<Provision> told;  // what stands below a provision that was told of is of one cause with it
  for (const DraftedProvision& provision : draft.provisions) {
    if (!is_real(provision.fate) || stands_in(unit, provision.provision, entry.changes)) continue;
    bool below = false;
    for (const View view : both_views)
      for (auto at = unit.provisions[provision.provision].parent[index(view)]; at && told; at = unit.provisions[at].parent[index(view)])
        below = below || at == told;
    if (below && provision.fate == ProvisionFate::added) continue;
    told = provision.provision;
    Finding finding = finding_at(review, rule, draft, provision);
    finding.key = "scope " + finding.label;
    finding.message =
        fill(rule.message, {{"label", finding.label},
                            {"what", "the draft " + first_words(draft, provision) + ", and declares that it changes " + joined(entry.changes)}});
    checked.findings.push_back(std::move(finding));
  }
}

void other_modifications(const Review& review, const Rule& rule, const DraftChanges& draft, const DocumentEntry& entry, Checked& checked) {
  std::set<std::string> own, told;
  for (const std::string& id : entry.change_ids) own.insert(change_key(id));
  for (const DraftedProvision& provision : draft.provisions)
    for (const std::string& id : provision.change_ids) {
      if (own.contains(change_key(id)) || !told.insert(change_key(id)).second) continue;
      Finding finding = finding_at(review, rule, draft, provision);
      finding.key = "modification " + id;
      finding.message =
          fill(rule.message, {{"label", finding.label}, {"what", "a mark is of " + id + ", and the draft is of " + joined(entry.change_ids)}});
      checked.findings.push_back(std::move(finding));
    }
}

}  // namespace

void check_out_of_scope(const Review& review, const Rule& rule, Checked& checked) {
  for (const DraftChanges& draft : review.corpus.changes) {
    const DocumentEntry* entry = review.inputs[draft.unit.value].entry;
    if (entry == nullptr) continue;
    if (!entry->changes.empty()) outside_parts(review, rule, draft, *entry, checked);
    if (!entry->change_ids.empty()) other_modifications(review, rule, draft, *entry, checked);
  }
}

}  // namespace dovetail
