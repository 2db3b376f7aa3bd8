// The trace register's rows, each judged.
#include "link/trace_links.h"

#include <algorithm>
#include <array>

#include "base/holds.h"
#include "link/atom_changes.h"
#include "link/cited_numbers.h"
#include "link/listed_ids.h"
#include "link/releases.h"
#include "link/reviewed_text.h"
#include "link/taken_number.h"
#include "text/ids.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {

namespace {

constexpr std::array dead_link_states{"rejected", "withdrawn", "removed", "superseded", "deleted"};

/// What a row says of its link. Programmes have words of their own for a link that codifies ("implements", "direct"); only words that say less are
/// told apart from it.
std::string type_of(const Record& row) {
  static constexpr std::array none{"notcodified", "not_codified", "nocode", "notrequired", "outofscope", "waived"};
  static constexpr std::array mentions{"references", "reference", "refersto", "mentions", "related", "relatedto", "seealso", "informative"};
  static constexpr std::array follows{"consequential", "consequence", "consequentialchange"};
  const std::string type = fold_phrase(name_key(row.field("link_type")));
  if (holds(none, type) || fold_phrase(row.field("status")) == "waived") return "not_codified";
  if (holds(mentions, type)) return "references";
  return holds(follows, type) ? "consequential" : "codifies";
}

bool says_none(std::string_view atom) {
  const std::string folded = fold_phrase(atom);
  return folded.empty() || folded == "none" || folded == "-" || says_not_applicable(atom);
}

class Reader {
 public:
  Reader(const Review& review, const Corpus& corpus, NamedProvisions& names)
      : review_(review),
        roles_(corpus.roles),
        atoms_(corpus.atoms),
        names_(names),
        listed_(review, corpus.atoms),
        changes_(review),
        releases_(review),
        texts_(review),
        numbers_(review, corpus) {}

  TraceRegister run() {
    for (std::uint32_t n = 0; n < review_.units.size(); ++n) read(Id<Unit>(n));
    return std::move(register_);
  }

 private:
  void read(Id<Unit> id) {
    const Unit& unit = review_.units[id];
    const bool is_trace = id.value < review_.inputs.size() && review_.inputs[id.value].register_kind == "trace";
    const auto unusable = [](const Problem& p) { return p.rule == "register.malformed" && !p.minor; };
    if (is_trace && unit.records.empty() && std::any_of(unit.problems.begin(), unit.problems.end(), unusable)) register_.unreadable = true;
    for (std::uint32_t n = 0; n < unit.records.size(); ++n) {
      const Record& row = unit.records[Id<Record>(n)];
      if (row.kind == "trace" && !row.struck && !holds(dead_link_states, fold_phrase(row.field("status")))) read_row({id, Id<Record>(n)}, row);
    }
  }

  void read_row(In<Record> in, const Record& row) {
    TraceLink link;
    link.row = in;
    link.type = type_of(row);
    link.basis = std::string(trim(row.field("basis")));
    link.reason = std::string(trim(row.field("rationale")));
    link.code = code_named(review_.project, row.field("code"));
    link.document = std::string(trim(row.field("code_doc")));
    link.full = fold_phrase(row.field("coverage")) == "full";
    std::vector<std::string> atoms = split_values(row.field("atom_id"));
    std::erase_if(atoms, says_none);
    if (atoms.empty()) atoms.emplace_back();
    for (const std::string& atom : atoms) {
      link.atom = atom;
      place(link, row);
    }
  }

  void place(const TraceLink& about, const Record& row) {
    const bool elsewhere = about.document.empty() && trim(row.field("provision")).empty();
    const std::vector<Id<Unit>> units = elsewhere ? std::vector<Id<Unit>>() : names_.units(about.document, about.code);
    if (units.empty()) {
      if (!about.document.empty() && !about.atom.empty() && about.type == "codifies") register_.not_loaded[about.atom].insert(about.document);
      TraceLink link = about;
      link.label = std::string(trim(row.field("provision")));
      link.comparable = false;
      judge_design(link, row);
      register_.links.push_back(std::move(link));
      return;
    }
    for (const Id<Unit> unit : units)
      for (std::string& label : names_.labels(unit, row.field("provision"))) {
        TraceLink link = about;
        link.unit = unit;
        link.label = std::move(label);
        if (link.code.empty()) link.code = code_named(review_.project, review_.units[unit].code);
        judge_text(link, row);
        judge_design(link, row);
        register_.links.push_back(std::move(link));
      }
  }

  /// Where the provision stands now, and whether its words are those that were reviewed.
  void judge_text(TraceLink& link, const Record& row) {
    if (link.label.empty()) return;
    const std::string_view hash = trim(row.field("provision_hash"));
    const bool hashed = ReviewedText::is_hash(hash);
    const NamedProvisions::Spot spot = names_.find(link.unit, View::proposed, link.label);
    if (spot.found && spot.provisions.empty()) return;  // a row that is no provision
    if (spot.found) {
      link.provision = spot.provisions.front();
      if (hashed) {
        const auto fitting = std::find_if(spot.provisions.begin(), spot.provisions.end(),
                                          [&](Id<Provision> p) { return texts_.fits(link.unit, View::proposed, p, hash); });
        if (fitting != spot.provisions.end()) {
          link.provision = *fitting;
          return;
        }
      }
      if (spot.provisions.size() > 1)
        link.text = TraceOutcome::ambiguous;
      else if (hashed)
        link.text = follow_reviewed(link, hash) ? link.text : TraceOutcome::suspect;
      else if (!is_of_this_version(link.unit, row))
        judge_taken(link);
      return;
    }
    const NamedProvisions::Spot before = names_.find(link.unit, View::baseline, link.label);
    link.text = TraceOutcome::orphaned;
    link.comparable = is_provision_label(link.label) && names_.has_numbers(link.unit);
    if (hashed && follow_reviewed(link, hash)) return;
    if (link.atom.empty() && before.found) {  // the basis of taking it out
      link.text = TraceOutcome::covers;
      return;
    }
    if (before.provisions.size() != 1) return;
    if (!stands(link.unit, before.provisions.front())) return;
    move(link, before.provisions.front());
    if (hashed) link.text = TraceOutcome::suspect;
  }

  /// Whether the row says that it names the provisions of the draft as it is now.
  [[nodiscard]] bool is_of_this_version(Id<Unit> unit, const Record& row) const {
    const Input& input = review_.inputs[unit.value];
    const std::string named = input.entry == nullptr || input.entry->version.empty() ? version_in_file_name(input.path) : input.entry->version;
    const auto order = compare_versions(row.field("draft_version"), named);
    return order && *order == 0;
  }

  /// Other text had the number before the draft, and nothing says when the row was written: the words of the atom do, where they are clear.
  void judge_taken(TraceLink& link) {
    const auto before = names_.find(link.unit, View::baseline, link.label).provisions;
    const auto atom = atoms_.find(link.atom);
    if (before.size() != 1 || before.front() == link.provision || atom == atoms_.end()) return;
    const Item& item = review_.units[atom->second.unit].items[atom->second.id];
    const Bearer nearer = nearer_bearer(roles_, texts_, item, link.unit, before.front(), link.provision);
    if (nearer == Bearer::now) return;
    if (nearer == Bearer::unclear) {
      link.text = TraceOutcome::ambiguous;
      link.text_why = "other text bore " + link.label + " before this draft, and the register does not say which of the two it means";
    } else if (stands(link.unit, before.front())) {
      move(link, before.front());
    } else {
      link.text = TraceOutcome::orphaned;
      link.provision = {};
      link.text_why = "the text that bore this number is taken out, and other text bears it now";
    }
    link.likely = nearer == Bearer::before;
  }

  /// Follows words that were reviewed to where they stand now: the same words, or what has become of them, whatever number that bears. It is another
  /// text unless it differs in looks alone, or in the numbers of what it cites. False where they stand in no text that was read.
  bool follow_reviewed(TraceLink& link, std::string_view hash) {
    if (const Id<Provision> there = texts_.with_hash(link.unit, View::proposed, hash)) return move(link, there), true;
    bool followed = false;
    for (const ReviewedText::Then& then : texts_.behind(link.unit, hash, link.label)) {
      const Id<Provision> now = numbers_.in_draft(link.unit, then.unit, then.provision);
      if (!now || !stands(link.unit, now)) continue;
      const bool same = says_the_same(then, {link.unit, View::proposed, now});
      if (followed && !same) continue;
      move(link, now);
      followed = true;
      if (same) return true;
      link.text = TraceOutcome::suspect;
    }
    return followed;
  }

  [[nodiscard]] bool stands(Id<Unit> unit, Id<Provision> id) const {
    const Provision& provision = review_.units[unit].provisions[id];
    return provision.views.proposed && !provision.not_used[index(View::proposed)] && !provision.label[index(View::proposed)].empty();
  }

  /// Whether what was reviewed says what stands there now.
  bool says_the_same(const ReviewedText::Then& then, const CitedNumbers::Text& now) {
    const std::string was = texts_.words(then.unit, then.view, then.provision), is = texts_.words(now.unit, now.view, now.provision);
    return bare_words(was) == bare_words(is) || numbers_.alone_differ({then.unit, then.view, then.provision}, was, now, is);
  }

  void move(TraceLink& link, Id<Provision> to) const {
    const std::string& label = review_.units[link.unit].provisions[to].label[index(View::proposed)];
    const bool here = label == link.label;
    link.text = here ? TraceOutcome::covers : TraceOutcome::moved;
    link.provision = to;
    link.now = here ? std::string() : label;
    link.comparable = true;
  }

  /// What the row pins, beside what the design has now and what the draft reflects.
  void judge_design(TraceLink& link, const Record& row) const {
    if (link.atom.empty()) return;
    const auto known = atoms_.find(link.atom);
    if (known == atoms_.end()) {
      if (listed_.lacks(link.atom, row)) link.design = TraceOutcome::unwanted, link.why = "no artefact that was read has it";
      return;
    }
    const Item& item = review_.units[known->second.unit].items[known->second.id];
    if (is_withdrawn(item)) {
      link.design = TraceOutcome::unwanted;
      link.why = "it is " + (item.status.empty() ? std::string("struck through") : fold_phrase(item.status));
      return;
    }
    if (link.type == "not_codified") return;
    const Pin pin{row.field("atom_version"), row.field("release"), row.field("reviewed_on")};
    const auto order = compare_versions(pin.version, item.version);
    if (order && *order > 0) {
      link.design = TraceOutcome::predated;
      link.why = "the design that was read has " + item.version;
    } else if (order && *order < 0) {
      const AtomChange change = changes_.since(item, pin);
      link.design = TraceOutcome::outdated;
      link.changed = change.changed;
      link.changes = change.ids;
    } else if (const std::string later = later_release(link, item, pin, order.has_value()); !later.empty()) {
      link.design = TraceOutcome::predated;
      link.why = later;
    }
  }

  /// That what is pinned is of a later release than the draft says it reflects.
  [[nodiscard]] std::string later_release(const TraceLink& link, const Item& item, const Pin& pin, bool pins_this) const {
    const std::string of(!trim(pin.release).empty() ? trim(pin.release) : std::string_view(pins_this ? item.release : std::string_view()));
    if (of.empty() || !link.unit) return {};
    const std::string drafted = releases_.of(link.unit);
    const auto order = compare_releases(of, drafted, review_.project.releases);
    return order && *order > 0 ? "that is of " + of + ", and " + document_id(review_.units[link.unit]) + " is drafted to " + drafted : std::string();
  }

  const Review& review_;
  const RoleNames& roles_;
  const std::map<std::string, In<Item>>& atoms_;
  NamedProvisions& names_;
  ListedIds listed_;
  AtomChanges changes_;
  DraftReleases releases_;
  ReviewedText texts_;
  CitedNumbers numbers_;
  TraceRegister register_;
};

}  // namespace

TraceRegister read_trace_register(const Review& review, const Corpus& corpus, NamedProvisions& names) { return Reader(review, corpus, names).run(); }

}  // namespace dovetail
