// coverage.obligation-differs, coverage.actor-differs and coverage.wording-diverges: an atom against the text that its links lead to.
#include "check/duty_check.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/carriage.h"
#include "check/linked_duties.h"
#include "check/make_finding.h"
#include "check/shared.h"
#include "check/timetable_rows.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr double least_share = 1.0 / 3;  // of the atom's content words in the text

/// A duty of a linked text.
struct LinkedDuty {
  const LinkedText* text = nullptr;
  const Duty* duty = nullptr;
  std::size_t shared = 0;  // content words that the atom and the sentence have in common, roles apart
};

/// What the rules share: the atoms with links, their texts and duties.
class LinkedAtoms {
 public:
  LinkedAtoms(const Review& review, const Rule& rule, Checked& checked)
      : review_(review), rule_(rule), checked_(checked), roles_(review.corpus.roles), linked_(shared_work(review, checked).linked_duties()) {}

 protected:
  // The duties of the sentences that have something in common with the atom, in `found`.
  void find_duties(const LinkedAtom& atom, std::vector<LinkedDuty>& found) const {
    found.clear();
    for (const std::uint32_t n : atom.prose)
      for (const SaidDuty& said : linked_.reading(atom, n).duties)
        if (const std::size_t common = shared(atom.atom.content, said.content); common > 0) found.push_back({&atom.texts[n], &said.duty, common});
  }

  [[nodiscard]] static std::string name(const Item& atom) { return atom.id + (atom.version.empty() ? "" : " v" + atom.version); }

  Finding finding_at(const LinkedDuty& duty) const {
    const Unit& unit = review_.units[duty.text->unit];
    const Span in_text{duty.text->lines.begin + duty.duty->words.begin, duty.text->lines.begin + duty.duty->words.end};
    const Span source = unit.projection(View::proposed).to_source(in_text);
    const bool before =
        words_in_view(review_, duty.text->unit, source, View::baseline) == words_in_view(review_, duty.text->unit, source, View::proposed);
    return make_finding(review_, rule_, duty.text->unit, source, {before, true});
  }

  void report(Finding finding, const LinkedAtom& linked, std::map<std::string, std::string> values) {
    const Item& atom = *linked.item;
    values.emplace("label", finding.label);
    values.emplace("atom", name(atom));
    finding.message = fill(rule_.message, values);
    finding.atom = atom.id;
    finding.key = atom.id;
    finding.notes.push_back(
        {{review_.units[linked.entry->item.unit].document, atom.record.span}, atom.id, name(atom) + " says \"" + squeeze(atom.text) + "\""});
    checked_.findings.push_back(std::move(finding));
  }

  [[nodiscard]] std::string shown(const std::vector<std::string>& roles) const {
    std::string text;
    for (const std::string& role : roles) text += (text.empty() ? "" : ", ") + roles_.shown(role);
    return text;
  }

  bool blocked_without_links() {
    const bool any =
        std::any_of(review_.corpus.coverage.begin(), review_.corpus.coverage.end(), [](const AtomCoverage& entry) { return !entry.targets.empty(); });
    if (!any) checked_.blocked.push_back({rule_.id, review_.corpus.atoms.empty() ? "no design was read" : "no text is linked to the design"});
    return !any;
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  const RoleNames& roles_;
  const LinkedDuties& linked_;
};

bool names_one_of(const std::set<std::string>& actors, const Parties& parties) {
  return std::any_of(parties.roles.begin(), parties.roles.end(), [&](const std::string& role) { return actors.contains(role); });
}

class ObligationChecker : LinkedAtoms {
 public:
  using LinkedAtoms::LinkedAtoms;

  void check() {
    if (blocked_without_links()) return;
    for (const LinkedAtom& atom : linked_.atoms())
      // A row that carries the atom too says so by its imperative.
      if (atom.atom.strength != Strength::none && atom.prose.size() == atom.texts.size()) judge(atom);
  }

 private:
  void judge(const LinkedAtom& atom) {
    const Strength design = atom.atom.strength;
    const Parties& actor = atom.atom.actor;
    const LinkedDuty* first = nullptr;
    find_duties(atom, found_);
    const auto is_opposite = [&](Strength told) {
      return design == Strength::must ? told == Strength::may || told == Strength::need_not : told == Strength::must;
    };
    for (const LinkedDuty& duty : found_) {
      if (!actor.roles.empty() && !duty.duty->actors.empty() && !names_one_of(duty.duty->actors, actor)) continue;
      if (!is_opposite(duty.duty->strength)) return;
      if (first == nullptr) first = &duty;
    }
    // "may" of nobody in particular is not the duty's opposite.
    if (first == nullptr || (!actor.everyone && !actor.roles.empty() && first->duty->actors.empty())) return;
    report(finding_at(*first), atom, {{"design", std::string(name_of(design))}, {"text", std::string(name_of(first->duty->strength))}});
  }

  std::vector<LinkedDuty> found_;
};

class ActorChecker : LinkedAtoms {
 public:
  ActorChecker(const Review& review, const Rule& rule, Checked& checked) : LinkedAtoms(review, rule, checked), carriages_(review, roles_) {}

  void check() {
    if (blocked_without_links()) return;
    for (const LinkedAtom& atom : linked_.atoms()) {
      const Parties& actor = atom.atom.actor;
      if (actor.everyone || actor.roles.empty() || !actor.unknown.empty()) continue;
      judge_prose(atom, actor);
      if (atom.item->kind == "bp_step") judge_rows(atom, actor);
    }
  }

 private:
  void judge_prose(const LinkedAtom& atom, const Parties& actor) {
    find_duties(atom, found_);
    std::size_t most = 0;
    for (const LinkedDuty& duty : found_) most = std::max(most, duty.shared);
    // Sentences that share least with the atom are about something else.
    std::erase_if(found_, [&](const LinkedDuty& duty) { return duty.shared * 2 < most; });
    if (found_.empty() || most < 2) return;
    for (const LinkedDuty& duty : found_)
      if (duty.duty->actors.empty() || names_one_of(duty.duty->actors, actor)) return;
    const LinkedDuty& first = *std::max_element(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.shared < b.shared; });
    const std::vector<std::string> roles(first.duty->actors.begin(), first.duty->actors.end());
    report(finding_at(first), atom, {{"text", shown(roles)}, {"design", shown(actor.roles)}});
  }

  // A row with an interface is the catalogue's to judge.
  void judge_rows(const LinkedAtom& atom, const Parties& actor) {
    for (const LinkedText& text : atom.texts) {
      if (text.row == nullptr || text.likely || !text.via.empty()) continue;
      const auto ids = ids_in_text(text.row->information.text);
      if (std::any_of(ids.begin(), ids.end(), [&](const IdInText& id) { return carriages_.find(id.id.canonical) != nullptr; })) continue;
      const Parties from = roles_.read(text.row->from.text);
      if (from.roles.empty() || from.everyone || from.unclear || !from.unknown.empty()) continue;
      if (std::any_of(actor.roles.begin(), actor.roles.end(), [&](const auto& role) { return from.has(role); })) continue;
      report(row_finding(review_, rule_, {text.unit, text.row_id}, &TimetableRow::from), atom,
             {{"text", shown(from.roles)}, {"design", shown(actor.roles)}});
    }
  }

  Carriages carriages_;
  std::vector<LinkedDuty> found_;
};

class WordingChecker : LinkedAtoms {
 public:
  using LinkedAtoms::LinkedAtoms;

  void check() {
    if (blocked_without_links()) return;
    for (const LinkedAtom& atom : linked_.atoms())
      if (!atom.prose.empty() && atom.atom.content.size() >= LinkedDuties::least_words) judge(atom);
  }

 private:
  void judge(const LinkedAtom& atom) {
    const Content& wanted = atom.atom.content;
    const Content* standing = &linked_.reading(atom, 0).content;
    Content all;
    if (atom.texts.size() > 1) {
      for (std::size_t n = 0; n < atom.texts.size(); ++n) join(all, linked_.reading(atom, n).content);
      standing = &all;
    }
    const std::size_t common = shared(wanted, *standing);
    if (static_cast<double>(common) >= least_share * static_cast<double>(wanted.size())) return;
    const LinkedText& first = atom.texts[atom.prose.front()];
    const Unit& unit = review_.units[first.unit];
    Finding finding = make_finding(review_, rule_, first.unit, unit.provisions[first.provision].span, unit.provisions[first.provision].views);
    report(std::move(finding), atom, {{"shared", std::to_string(common)}, {"count", std::to_string(wanted.size())}, {"words", missing_words(atom)}});
  }

  // The atom's words that its texts lack, as the atom writes them.
  [[nodiscard]] std::string missing_words(const LinkedAtom& atom) {
    Content told;
    for (const LinkedText& text : atom.texts) join(told, words_.of(linked_.words(text)));
    std::string missing;
    for (const Span span : words(atom.atom.text)) {
      const Content word = words_.of(slice(atom.atom.text, span));
      if (shared(word, told) == word.size()) continue;
      missing += (missing.empty() ? "" : ", ") + std::string(slice(atom.atom.text, span));
      join(told, word);
    }
    return missing;
  }

  ContentWords words_{roles_};  // its numbers are others than those of linked_
};

}  // namespace

void check_obligation_differs(const Review& review, const Rule& rule, Checked& checked) { ObligationChecker(review, rule, checked).check(); }
void check_actor_differs(const Review& review, const Rule& rule, Checked& checked) { ActorChecker(review, rule, checked).check(); }
void check_wording_diverges(const Review& review, const Rule& rule, Checked& checked) { WordingChecker(review, rule, checked).check(); }

}  // namespace dovetail
