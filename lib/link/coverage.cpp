// What has become of each atom of the design in each code: evidence, then steps, then requirements from their steps and children.
#include "link/coverage.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "link/evidence.h"
#include "link/pending.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

constexpr std::array dead_states{"withdrawn", "superseded", "retired", "deleted", "obsolete", "rejected", "removed", "struck"};

bool is_withdrawn(const Item& item) {
  const std::string status = fold_phrase(item.status);
  return item.record.struck || std::find(dead_states.begin(), dead_states.end(), status) != dead_states.end();
}

bool has_value(std::string_view field) { return !trim(field).empty() && !says_not_applicable(field); }

/// An atom in one code, while its status is worked out.
struct Slot {
  In<Item> item;
  const Item* atom = nullptr;
  std::string code;
  CoverageStatus status = CoverageStatus::uncovered;
  std::string reason;
  std::vector<CoverageTarget> targets;
  bool own = false;  // some evidence of its own carries it whole
};

class Coverage {
 public:
  Coverage(const Review& review, const DocumentIndex& documents, const std::map<std::string, In<Item>>& atoms)
      : review_(review), atoms_(atoms), evidence_(collect_evidence(review, documents)), pending_(review, evidence_) {}

  std::vector<AtomCoverage> run() {
    collect();
    for (auto& [key, slot] : slots_) take_own_evidence(slot);
    for (const auto& key : children_first()) take_parts(slots_.at(key));
    for (auto& [key, slot] : slots_) take_from_requirements(slot);
    for (auto& [key, slot] : slots_) settle(slot);
    return result();
  }

 private:
  using Key = std::pair<std::string, std::string>;  // atom, code

  [[nodiscard]] bool is_owed(const std::string& kind) const {
    if (kind == "requirement" || kind == "bp_step") return true;
    return std::any_of(review_.project.expectations.begin(), review_.project.expectations.end(),
                       [&](const Expectation& e) { return e.kind == kind; });
  }

  const Item& item(In<Item> in) const { return review_.units[in.unit].items[in.id]; }

  void collect() {
    for (const auto& [id, in] : atoms_) {
      const Item& atom = item(in);
      for (const std::string& step : split_values(atom.record.field("bp_steps")))
        if (atom.kind == "requirement" && !is_withdrawn(atom)) requirements_of_[step].insert(id);
      for (const std::string& requirement : split_values(atom.record.field("requirement_ids")))
        if (atom.kind == "bp_step") requirements_of_[id].insert(requirement);
      if (atom.kind == "requirement" && !atom.parent.empty() && atom.parent != id && !is_withdrawn(atom)) children_of_[atom.parent].insert(id);
    }
    for (const auto& [step, requirements] : requirements_of_)
      for (const std::string& requirement : requirements) steps_of_[requirement].insert(step);
    for (const auto& [id, in] : atoms_) {
      const Item& atom = item(in);
      if (!is_owed(atom.kind) || is_withdrawn(atom)) {
        add_not_owed(in, atom);
        continue;
      }
      for (const std::string& code : codes_of(id, atom)) slots_[{id, code}] = Slot{in, &atom, code, CoverageStatus::uncovered, {}, {}, false};
    }
  }

  void add_not_owed(In<Item> in, const Item& atom) {
    AtomCoverage entry{in, {}, CoverageStatus::not_owed, is_withdrawn(atom) ? "withdrawn" : "not expected in code text by itself", {}};
    if (const auto found = evidence_.found.find(atom.id); found != evidence_.found.end())
      for (const Found& f : found->second) entry.targets.push_back(f.target);
    not_owed_.push_back(std::move(entry));
  }

  /// The codes an atom is for: as it says, else as its parent or (a step) the requirements it carries say; one empty code where nobody says.
  [[nodiscard]] std::set<std::string> codes_of(const std::string& id, const Item& atom) const {
    std::set<std::string> codes = said_codes(atom);
    if (codes.empty() && atom.kind == "bp_step")
      if (const auto carried = requirements_of_.find(id); carried != requirements_of_.end())
        for (const std::string& requirement : carried->second)
          if (const auto known = atoms_.find(requirement); known != atoms_.end()) codes.merge(inherited_codes(item(known->second)));
    if (codes.empty() && atom.kind == "requirement") codes = inherited_codes(atom);
    for (const Expectation& expectation : review_.project.expectations)
      if (codes.empty() && expectation.kind == atom.kind) codes.insert(expectation.codes.begin(), expectation.codes.end());
    if (codes.empty()) codes.insert(std::string());
    return codes;
  }

  [[nodiscard]] std::set<std::string> said_codes(const Item& atom) const {
    std::set<std::string> codes;
    for (const std::string& name : split_values(atom.record.field("target_codes"))) {
      if (says_not_applicable(name)) continue;
      if (fold(name) == "all")
        for (const CodeEntry& code : review_.project.codes) codes.insert(code.id);
      else
        codes.insert(code_named(review_.project, name));
    }
    return codes;
  }

  [[nodiscard]] std::set<std::string> inherited_codes(const Item& atom) const {
    const Item* at = &atom;
    for (int level = 0; level < 20; ++level) {  // deeper requirement trees do not occur; a cycle ends here too
      auto codes = said_codes(*at);
      if (!codes.empty()) return codes;
      const auto parent = atoms_.find(at->parent);
      if (parent == atoms_.end()) break;
      at = &item(parent->second);
    }
    return {};
  }

  void take_own_evidence(Slot& slot) {
    const auto found = evidence_.found.find(slot.atom->id);
    if (found == evidence_.found.end()) return;
    bool some = false, unclear = false;
    for (const Found& f : found->second) {
      if (!slot.code.empty() && f.code != slot.code) continue;
      slot.targets.push_back(f.target);
      if (carries(f)) (f.partial ? some : slot.own) = true;
      if (f.target.outcome == TraceOutcome::ambiguous) unclear = true;
    }
    if (slot.own)
      slot.status = CoverageStatus::covered;
    else if (some)
      slot.status = CoverageStatus::partial, slot.reason = "only part of it is carried";
    else if (unclear)
      slot.status = CoverageStatus::weak, slot.reason = "the provision that is named stands more than once";
  }

  /// Requirements so that children come before their parents; those in a cycle come in any fixed order.
  [[nodiscard]] std::vector<Key> children_first() const {
    std::vector<std::pair<int, Key>> order;
    for (const auto& [key, slot] : slots_) {
      if (slot.atom->kind != "requirement") continue;
      int depth = 0;
      for (auto parent = atoms_.find(slot.atom->parent); parent != atoms_.end() && depth < 20; parent = atoms_.find(item(parent->second).parent))
        ++depth;
      order.emplace_back(-depth, key);
    }
    std::sort(order.begin(), order.end());
    std::vector<Key> keys;
    for (auto& [depth, key] : order) keys.push_back(std::move(key));
    return keys;
  }

  /// What its steps and children carry: all of them makes it covered, some partial.
  void take_parts(Slot& slot) {
    if (slot.own) return;
    std::size_t parts = 0, whole = 0;
    bool some = slot.status == CoverageStatus::partial;
    const auto take = [&](const std::set<std::string>& ids) {
      for (const std::string& id : ids) {
        const auto part = slots_.find({id, slot.code});
        if (part == slots_.end()) continue;
        ++parts;
        const CoverageStatus status = part->second.status;
        if (status == CoverageStatus::covered) ++whole;
        some = some || status == CoverageStatus::covered || status == CoverageStatus::partial;
        for (CoverageTarget target : part->second.targets) {
          if (target.via.empty()) target.via = id;
          slot.targets.push_back(std::move(target));
        }
      }
    };
    if (const auto steps = steps_of_.find(slot.atom->id); steps != steps_of_.end()) take(steps->second);
    if (const auto children = children_of_.find(slot.atom->id); children != children_of_.end()) take(children->second);
    if (parts > 0 && whole == parts) {
      slot.status = CoverageStatus::covered;
      slot.reason.clear();
    } else if (some) {
      slot.status = CoverageStatus::partial;
      if (parts > 0) slot.reason = std::to_string(whole) + " of " + std::to_string(parts) + " parts are carried";
    }
  }

  /// A step without text of its own whose requirements are all carried directly: weak, through them.
  void take_from_requirements(Slot& slot) {
    if (slot.atom->kind != "bp_step" || slot.status != CoverageStatus::uncovered) return;
    const auto carried = requirements_of_.find(slot.atom->id);
    if (carried == requirements_of_.end()) return;
    std::vector<CoverageTarget> targets;
    for (const std::string& requirement : carried->second) {
      const auto above = slots_.find({requirement, slot.code});
      if (above == slots_.end() || !above->second.own) return;
      for (CoverageTarget target : above->second.targets) {
        target.via = requirement;
        targets.push_back(std::move(target));
      }
    }
    slot.status = CoverageStatus::weak;
    slot.reason = "carried through its requirement alone";
    slot.targets = std::move(targets);
  }

  /// What is still uncovered may be waived, or not to be judged yet.
  void settle(Slot& slot) {
    if (slot.status != CoverageStatus::uncovered) return;
    if (const std::string reason = waiver(slot.atom->id, slot.code); !reason.empty()) {
      slot.status = CoverageStatus::waived;
      slot.reason = reason;
    } else if (const std::string through = waived_through(slot); !through.empty()) {
      slot.status = CoverageStatus::waived;
      slot.reason = through;
    } else if (const std::string why = pending_.reason(*slot.atom, slot.code, codes_of(slot.atom->id, *slot.atom)); !why.empty()) {
      slot.status = CoverageStatus::pending;
      slot.reason = why;
    }
  }

  [[nodiscard]] std::string waiver(const std::string& atom, const std::string& code) const {
    if (const auto known = evidence_.waivers.find(atom); known != evidence_.waivers.end())
      for (const TraceWaiver& w : known->second)
        if (w.code.empty() || code.empty() || w.code == code) return w.reason;
    for (const Waiver& w : review_.project.waivers) {
      const bool expired = !w.until.empty() && !review_.project.as_of.empty() && w.until < review_.project.as_of;
      if (!expired && (w.rule == "coverage.uncovered" || w.rule == "coverage") && !w.atom.empty() && canonical_id(w.atom).canonical == atom)
        return w.reason;
    }
    return {};
  }

  /// A step that sends something is waived with the requirements it carries; an internal one is only ever a note.
  [[nodiscard]] std::string waived_through(const Slot& slot) const {
    if (slot.atom->kind != "bp_step" || !has_value(slot.atom->record.field("interface_ids"))) return {};
    const auto carried = requirements_of_.find(slot.atom->id);
    if (carried == requirements_of_.end()) return {};
    std::string reason;
    for (const std::string& requirement : carried->second) {
      const std::string why = waiver(requirement, slot.code);
      if (why.empty()) return {};
      reason = requirement + ": " + why;
    }
    return reason;
  }

  std::vector<AtomCoverage> result() {
    std::vector<AtomCoverage> all = std::move(not_owed_);
    for (auto& [key, slot] : slots_) all.push_back({slot.item, slot.code, slot.status, std::move(slot.reason), std::move(slot.targets)});
    std::sort(all.begin(), all.end(), [&](const AtomCoverage& a, const AtomCoverage& b) {
      const Item &left = item(a.item), &right = item(b.item);
      return std::tie(left.kind, left.id, a.code) < std::tie(right.kind, right.id, b.code);
    });
    return all;
  }

  const Review& review_;
  const std::map<std::string, In<Item>>& atoms_;
  EvidenceTable evidence_;
  PendingReasons pending_;
  std::map<std::string, std::set<std::string>> requirements_of_, steps_of_, children_of_;
  std::map<Key, Slot> slots_;
  std::vector<AtomCoverage> not_owed_;
};

}  // namespace

std::map<std::string, In<Item>> link_atoms(const Review& review) {
  std::map<std::string, In<Item>> atoms;
  for (std::uint32_t u = 0; u < review.units.size(); ++u) {
    if (u < review.inputs.size() && (review.inputs[u].role == InputRole::baseline || review.inputs[u].role == InputRole::companion)) continue;
    const Unit& unit = review.units[Id<Unit>(u)];
    for (std::uint32_t i = 0; i < unit.items.size(); ++i) {
      const In<Item> in{Id<Unit>(u), Id<Item>(i)};
      const auto [place, fresh] = atoms.try_emplace(unit.items[in.id].id, in);
      const bool kept_is_dead = !fresh && is_withdrawn(review.units[place->second.unit].items[place->second.id]);
      if (kept_is_dead && !is_withdrawn(unit.items[in.id])) place->second = in;
    }
  }
  return atoms;
}

std::vector<AtomCoverage> link_coverage(const Review& review, const DocumentIndex& documents, const std::map<std::string, In<Item>>& atoms) {
  return Coverage(review, documents, atoms).run();
}

}  // namespace dovetail
