// coverage.codes-differ: one atom in two codes, and what their texts say otherwise.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/amounts.h"
#include "check/duties.h"
#include "check/duty_check.h"
#include "check/linked_text.h"
#include "check/make_finding.h"
#include "check/timetable_rows.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// What one code says for an atom.
struct Said {
  const LinkedText* text = nullptr;
  std::vector<Amount> amounts;
  std::set<std::string> actors;  // empty: not known, or several duties on several roles
};

class CodesChecker {
 public:
  CodesChecker(const Review& review, const Rule& rule, Checked& checked)
      : review_(review), rule_(rule), checked_(checked), roles_(review.corpus.roles), texts_(review) {}

  void check() {
    std::map<In<Item>, std::vector<const AtomCoverage*>> by_atom;
    for (const AtomCoverage& entry : review_.corpus.coverage)
      if (!entry.code.empty() && !entry.targets.empty()) by_atom[entry.item].push_back(&entry);
    if (by_atom.empty()) return checked_.blocked.push_back({rule_.id, "no text is linked to the design"});
    for (auto& [atom, entries] : by_atom) {
      std::stable_sort(entries.begin(), entries.end(), [&](const AtomCoverage* a, const AtomCoverage* b) { return rank(a->code) < rank(b->code); });
      for (std::size_t n = 1; n < entries.size(); ++n) compare(*entries.front(), *entries[n]);
    }
  }

 private:
  // The code that leads: that of a document that says so, else the first of the project.
  [[nodiscard]] std::size_t rank(const std::string& code) const {
    const auto& documents = review_.project.documents;
    const bool leads = std::any_of(documents.begin(), documents.end(), [&](const DocumentEntry& d) { return d.lead && d.code == code; });
    const auto& codes = review_.project.codes;
    const auto place = std::find_if(codes.begin(), codes.end(), [&](const CodeEntry& c) { return c.id == code; });
    return (leads ? 0 : 1000) + static_cast<std::size_t>(place - codes.begin());
  }

  [[nodiscard]] Said said_by(const LinkedText& text) const {
    Said said{&text, {}, {}};
    if (text.row != nullptr) {
      for (Amount& amount : amounts_in(normalise(text.row->when.text), roles_)) said.amounts.push_back(std::move(amount));
      const Parties from = roles_.read(text.row->from.text);
      if (!from.everyone && !from.unclear && from.unknown.empty()) said.actors.insert(from.roles.begin(), from.roles.end());
      return said;
    }
    const std::string_view words = texts_.words(text);
    said.amounts = amounts_in(words, roles_);
    const auto duties = duties_in(words, roles_);
    for (const Duty& duty : duties) {
      if (duty.actors.empty() || (!said.actors.empty() && duty.actors != said.actors)) return said.actors.clear(), said;
      said.actors = duty.actors;
    }
    return said;
  }

  // One text on each side, so that one value answers the other.
  void compare(const AtomCoverage& lead, const AtomCoverage& other) {
    auto of_lead = texts_.of(lead), of_other = texts_.of(other);
    const auto likely = [](const LinkedText& text) { return text.likely; };
    std::erase_if(of_lead, likely);
    std::erase_if(of_other, likely);
    if (of_lead.size() != 1 || of_other.size() != 1) return;
    const Said first = said_by(of_lead.front()), second = said_by(of_other.front());
    compare_amounts(lead, first, other, second);
    compare_actors(lead, first, other, second);
  }

  void compare_amounts(const AtomCoverage& lead, const Said& first, const AtomCoverage& other, const Said& second) {
    for (const auto& [one, two] : differing_amounts(first.amounts, second.amounts)) report(lead, first, one->words, other, second, two->words);
  }

  void compare_actors(const AtomCoverage& lead, const Said& first, const AtomCoverage& other, const Said& second) {
    if (first.actors.size() != 1 || second.actors.size() != 1 || first.actors == second.actors) return;
    const bool rows = first.text->row != nullptr && second.text->row != nullptr;
    const bool prose = first.text->row == nullptr && second.text->row == nullptr;
    if (!rows && !prose) return;  // a row's FROM sends, and a provision may be about who receives
    if (is_fault_of_lead(lead, first, second)) return;
    Finding finding = begin(*second.text, {});
    tell(std::move(finding), lead, *first.text, roles_.shown(*first.actors.begin()), other, roles_.shown(*second.actors.begin()));
  }

  // Whether the design's actor stands in the other code and not in the one that leads: coverage.actor-differs says so where it is to be put right.
  [[nodiscard]] bool is_fault_of_lead(const AtomCoverage& lead, const Said& first, const Said& second) const {
    const bool told = std::any_of(review_.rules.begin(), review_.rules.end(), [](const Rule& rule) { return rule.id == "coverage.actor-differs"; });
    const Item& atom = review_.units[lead.item.unit].items[lead.item.id];
    const Parties actor = roles_.of_design(atom.record.field(atom.kind == "bp_step" ? "lane_role" : "actor_role"));
    const auto acts = [&](const Said& said) { return actor.has(*said.actors.begin()); };
    return told && first.text->row == nullptr && !actor.everyone && actor.unknown.empty() && acts(second) && !acts(first);
  }

  // `words` are of the WHEN cell of a row, or of the provision's text; empty: the whole.
  [[nodiscard]] Finding begin(const LinkedText& text, Span words) const {
    const Unit& unit = review_.units[text.unit];
    if (text.row != nullptr) return row_finding(review_, rule_, {text.unit, text.row_id}, words.empty() ? &TimetableRow::from : &TimetableRow::when);
    const Span in_text = words.empty() ? Span{text.lines.begin, text.lines.end} : Span{text.lines.begin + words.begin, text.lines.begin + words.end};
    const Span source = words.empty() ? unit.provisions[text.provision].span : unit.projection(View::proposed).to_source(in_text);
    const bool before = words_in_view(review_, text.unit, source, View::baseline) == words_in_view(review_, text.unit, source, View::proposed);
    return make_finding(review_, rule_, text.unit, source, {before, true});
  }

  [[nodiscard]] std::string quoted_words(const LinkedText& text, Span words) const {
    return "\"" + std::string(text.row != nullptr ? std::string_view(text.row->when.text) : slice(texts_.words(text), words)) + "\"";
  }

  void report(const AtomCoverage& lead, const Said& first, Span one, const AtomCoverage& other, const Said& second, Span two) {
    tell(begin(*second.text, two), lead, *first.text, quoted_words(*first.text, one), other, quoted_words(*second.text, two));
  }

  [[nodiscard]] std::string where(const LinkedText& text) const {
    const Unit& unit = review_.units[text.unit];
    return document_name(unit) + " " + unit.provisions[text.provision].label[index(View::proposed)];
  }

  void tell(Finding finding, const AtomCoverage& lead, const LinkedText& leading, const std::string& its, const AtomCoverage& other,
            const std::string& own) {
    const Item& atom = review_.units[lead.item.unit].items[lead.item.id];
    finding.message = fill(rule_.message, {{"label", finding.label},
                                           {"atom", atom.id},
                                           {"code", other.code},
                                           {"text", own},
                                           {"lead", lead.code},
                                           {"place", where(leading)},
                                           {"says", its}});
    finding.atom = atom.id;
    finding.key = atom.id + " " + other.code + " " + fold_phrase(own);
    const Unit& unit = review_.units[leading.unit];
    finding.notes.push_back({{unit.document, unit.provisions[leading.provision].span},
                             unit.provisions[leading.provision].label[index(View::proposed)],
                             lead.code + " says " + its});
    finding.notes.push_back({{review_.units[lead.item.unit].document, atom.record.span}, atom.id, "what both carry"});
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  const RoleNames& roles_;
  LinkedTexts texts_;
};

}  // namespace

void check_codes_differ(const Review& review, const Rule& rule, Checked& checked) { CodesChecker(review, rule, checked).check(); }

}  // namespace dovetail
