// coverage.obligation-differs, coverage.actor-differs and coverage.wording-diverges: an atom against the text that its links lead to.
#include "check/duty_check.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/carriage.h"
#include "check/duties.h"
#include "check/linked_text.h"
#include "check/make_finding.h"
#include "check/timetable_rows.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t least_words = 5;   // an atom of fewer content words has too little to compare
constexpr double least_share = 1.0 / 3;  // of them in the text
constexpr std::size_t most_kept = 4096;  // texts whose content is kept for the atoms to come

/// A duty of a linked text.
struct LinkedDuty {
  const LinkedText* text = nullptr;
  Duty duty;
  std::size_t shared = 0;  // content words that the atom and the sentence have in common, roles apart
};

std::set<std::string> without_roles(std::set<std::string> content) {
  std::erase_if(content, [](const std::string& word) { return word.starts_with('@'); });
  return content;
}

/// What the rules share: the atoms with links, their texts and duties.
class LinkedAtoms {
 public:
  LinkedAtoms(const Review& review, const Rule& rule, Checked& checked)
      : review_(review), rule_(rule), checked_(checked), roles_(review.corpus.roles), texts_(review) {}

 protected:
  /// A duty and the content of its sentence.
  struct Said {
    Duty duty;
    std::set<std::string> content;
  };

  [[nodiscard]] const Item& item(const AtomCoverage& entry) const { return review_.units[entry.item.unit].items[entry.item.id]; }

  // Prose that somebody says carries the atom itself.
  [[nodiscard]] std::vector<LinkedText> prose(const AtomCoverage& entry) const {
    auto texts = texts_.of(entry);
    std::erase_if(texts, [&](const LinkedText& text) {
      return text.row != nullptr || text.likely || !text.via.empty() ||
             review_.units[text.unit].provisions[text.provision].kind == ProvisionKind::row;
    });
    return texts;
  }

  // The duties of the sentences that have something in common with the atom; all where a text has but one.
  [[nodiscard]] std::vector<LinkedDuty> duties(const Item& atom, const std::vector<LinkedText>& texts) {
    std::vector<LinkedDuty> found;
    if (texts.empty()) return found;
    const auto wanted = without_roles(content_of(atom.text, roles_));
    for (const LinkedText& text : texts)
      for (const Said& said : duties_of(text))
        if (const std::size_t common = shared(wanted, said.content); common > 0) found.push_back({&text, said.duty, common});
    return found;
  }

  // What a text binds to, read once however many atoms it carries; texts that nobody asks for again do not fill the memory.
  const std::vector<Said>& duties_of(const LinkedText& text) {
    if (said_.size() > most_kept) said_.clear();
    const auto [place, fresh] = said_.try_emplace({text.unit, text.lines});
    if (fresh) {
      const std::string_view words = texts_.words(text);
      for (Duty& duty : duties_in(words, roles_)) {
        auto content = without_roles(content_of(slice(words, duty.sentence), roles_));
        place->second.push_back({std::move(duty), std::move(content)});
      }
    }
    return place->second;
  }

  [[nodiscard]] Parties actor_of(const Item& atom) const {
    return roles_.of_design(atom.record.field(atom.kind == "bp_step" ? "lane_role" : "actor_role"));
  }

  [[nodiscard]] std::string name(const Item& atom) const { return atom.id + (atom.version.empty() ? "" : " v" + atom.version); }

  Finding finding_at(const LinkedDuty& duty) const {
    const Unit& unit = review_.units[duty.text->unit];
    const Span in_text{duty.text->lines.begin + duty.duty.words.begin, duty.text->lines.begin + duty.duty.words.end};
    const Span source = unit.projection(View::proposed).to_source(in_text);
    const bool before =
        words_in_view(review_, duty.text->unit, source, View::baseline) == words_in_view(review_, duty.text->unit, source, View::proposed);
    return make_finding(review_, rule_, duty.text->unit, source, {before, true});
  }

  void report(Finding finding, const AtomCoverage& entry, std::map<std::string, std::string> values) {
    const Item& atom = item(entry);
    values.emplace("label", finding.label);
    values.emplace("atom", name(atom));
    finding.message = fill(rule_.message, values);
    finding.atom = atom.id;
    finding.key = atom.id;
    finding.notes.push_back(
        {{review_.units[entry.item.unit].document, atom.record.span}, atom.id, name(atom) + " says \"" + squeeze(atom.text) + "\""});
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
  LinkedTexts texts_;

 private:
  std::map<std::pair<Id<Unit>, Span>, std::vector<Said>> said_;  // by text
};

class ObligationChecker : LinkedAtoms {
 public:
  using LinkedAtoms::LinkedAtoms;

  void check() {
    if (blocked_without_links()) return;
    for (const AtomCoverage& entry : review_.corpus.coverage)
      if (item(entry).kind == "requirement") judge(entry);
  }

 private:
  // The obligation column, else the modal of its text where it has but one.
  [[nodiscard]] Strength wanted(const Item& atom) const {
    const Strength said = strength_named(atom.record.field("obligation"));
    const auto duties = duties_in(squeeze(normalise(atom.text)), roles_);
    std::set<Strength> in_text;
    for (const Duty& duty : duties) in_text.insert(duty.strength);
    // What a text denies no column can say: "must" beside "must not" is a duty not to.
    const bool denied = in_text.contains(Strength::must_not) || in_text.contains(Strength::need_not);
    if (said != Strength::none) return !denied ? said : in_text == std::set{Strength::need_not} ? Strength::need_not : Strength::none;
    return in_text.size() == 1 ? *in_text.begin() : Strength::none;
  }

  void judge(const AtomCoverage& entry) {
    const Strength design = wanted(item(entry));
    if (design != Strength::must && design != Strength::may && design != Strength::need_not) return;
    const auto texts = prose(entry);
    if (texts.empty() || texts_.of(entry).size() != texts.size()) return;  // a row that carries it too says so by its imperative
    const Parties actor = actor_of(item(entry));
    const LinkedDuty* first = nullptr;
    const auto found = duties(item(entry), texts);
    const auto is_opposite = [&](Strength told) {
      return design == Strength::must ? told == Strength::may || told == Strength::need_not : told == Strength::must;
    };
    for (const LinkedDuty& duty : found) {
      if (actor.roles.empty() || duty.duty.actors.empty() ||
          std::any_of(actor.roles.begin(), actor.roles.end(), [&](const auto& r) { return duty.duty.actors.contains(r); })) {
        if (!is_opposite(duty.duty.strength)) return;
        if (first == nullptr) first = &duty;
      }
    }
    // "may" of nobody in particular is not the duty's opposite.
    if (first == nullptr || (!actor.everyone && !actor.roles.empty() && first->duty.actors.empty())) return;
    report(finding_at(*first), entry, {{"design", std::string(name_of(design))}, {"text", std::string(name_of(first->duty.strength))}});
  }
};

class ActorChecker : LinkedAtoms {
 public:
  ActorChecker(const Review& review, const Rule& rule, Checked& checked) : LinkedAtoms(review, rule, checked), carriages_(review, roles_) {}

  void check() {
    if (blocked_without_links()) return;
    for (const AtomCoverage& entry : review_.corpus.coverage) {
      const Parties actor = actor_of(item(entry));
      if ((item(entry).kind != "requirement" && item(entry).kind != "bp_step") || actor.everyone || actor.roles.empty() || !actor.unknown.empty())
        continue;
      judge_prose(entry, actor);
      if (item(entry).kind == "bp_step") judge_rows(entry, actor);
    }
  }

 private:
  void judge_prose(const AtomCoverage& entry, const Parties& actor) {
    const auto texts = prose(entry);
    auto found = duties(item(entry), texts);
    std::size_t most = 0;
    for (const LinkedDuty& duty : found) most = std::max(most, duty.shared);
    // Sentences that share least with the atom are about something else.
    std::erase_if(found, [&](const LinkedDuty& duty) { return duty.shared * 2 < most; });
    if (found.empty() || most < 2) return;
    for (const LinkedDuty& duty : found) {
      if (duty.duty.actors.empty()) return;
      if (std::any_of(actor.roles.begin(), actor.roles.end(), [&](const auto& role) { return duty.duty.actors.contains(role); })) return;
    }
    const LinkedDuty& first = *std::max_element(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.shared < b.shared; });
    const std::vector<std::string> roles(first.duty.actors.begin(), first.duty.actors.end());
    report(finding_at(first), entry, {{"text", shown(roles)}, {"design", shown(actor.roles)}});
  }

  // A row with an interface is the catalogue's to judge.
  void judge_rows(const AtomCoverage& entry, const Parties& actor) {
    for (const LinkedText& text : texts_.of(entry)) {
      if (text.row == nullptr || text.likely || !text.via.empty()) continue;
      const auto ids = ids_in_text(text.row->information.text);
      if (std::any_of(ids.begin(), ids.end(), [&](const IdInText& id) { return carriages_.find(id.id.canonical) != nullptr; })) continue;
      const Parties from = roles_.read(text.row->from.text);
      if (from.roles.empty() || from.everyone || from.unclear || !from.unknown.empty()) continue;
      if (std::any_of(actor.roles.begin(), actor.roles.end(), [&](const auto& role) { return from.has(role); })) continue;
      report(row_finding(review_, rule_, {text.unit, text.row_id}, &TimetableRow::from), entry,
             {{"text", shown(from.roles)}, {"design", shown(actor.roles)}});
    }
  }

  Carriages carriages_;
};

class WordingChecker : LinkedAtoms {
 public:
  using LinkedAtoms::LinkedAtoms;

  void check() {
    if (blocked_without_links()) return;
    for (const AtomCoverage& entry : review_.corpus.coverage)
      if (item(entry).kind == "requirement" || item(entry).kind == "bp_step") judge(entry);
  }

 private:
  void judge(const AtomCoverage& entry) {
    const auto texts = prose(entry);
    const std::string text = squeeze(normalise(item(entry).text));
    const auto wanted = content_of(text, roles_);
    if (texts.empty() || wanted.size() < least_words) return;
    std::set<std::string> standing;
    for (const LinkedText& linked : texts_.of(entry)) {
      const auto& content = content_of_text(linked);
      standing.insert(content.begin(), content.end());
    }
    const std::size_t common = shared(wanted, standing);
    if (static_cast<double>(common) >= least_share * static_cast<double>(wanted.size())) return;
    const LinkedText& first = texts.front();
    const Unit& unit = review_.units[first.unit];
    Finding finding = make_finding(review_, rule_, first.unit, unit.provisions[first.provision].span, unit.provisions[first.provision].views);
    report(std::move(finding), entry,
           {{"shared", std::to_string(common)}, {"count", std::to_string(wanted.size())}, {"words", missing_words(text, standing)}});
  }

  // What a text says, read once however many atoms it carries.
  const std::set<std::string>& content_of_text(const LinkedText& text) {
    if (contents_.size() > most_kept) contents_.clear();
    const auto [place, fresh] = contents_.try_emplace({text.unit, text.lines});
    if (fresh) place->second = content_of(texts_.words(text), roles_);
    return place->second;
  }

  // The atom's words that the text lacks, as the atom writes them.
  [[nodiscard]] std::string missing_words(const std::string& text, const std::set<std::string>& standing) const {
    std::string missing;
    std::set<std::string> told;
    for (const Span span : words(text)) {
      const auto key = content_of(slice(text, span), roles_);
      if (key.empty() || standing.contains(*key.begin()) || !told.insert(*key.begin()).second) continue;
      missing += (missing.empty() ? "" : ", ") + std::string(slice(text, span));
    }
    return missing;
  }

  std::map<std::pair<Id<Unit>, Span>, std::set<std::string>> contents_;  // by text
};

}  // namespace

void check_obligation_differs(const Review& review, const Rule& rule, Checked& checked) { ObligationChecker(review, rule, checked).check(); }
void check_actor_differs(const Review& review, const Rule& rule, Checked& checked) { ActorChecker(review, rule, checked).check(); }
void check_wording_diverges(const Review& review, const Rule& rule, Checked& checked) { WordingChecker(review, rule, checked).check(); }

}  // namespace dovetail
