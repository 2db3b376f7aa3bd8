// The trace register's rows, each judged.
#include "link/trace_links.h"

#include <algorithm>
#include <array>

#include "link/atom_changes.h"
#include "link/releases.h"
#include "link/reviewed_text.h"
#include "link/taken_number.h"
#include "text/ids.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {

namespace {

constexpr std::array dead_link_states{"rejected", "withdrawn", "removed", "superseded", "deleted"};

template <std::size_t n>
bool is_one_of(std::string_view status, const std::array<const char*, n>& states) {
  return std::find(states.begin(), states.end(), fold_phrase(status)) != states.end();
}

/// What a row says of its link. Programmes have words of their own for a link that codifies ("implements", "direct"); only words that say less are
/// told apart from it.
std::string type_of(const Record& row) {
  static constexpr std::array none{"notcodified", "not_codified", "nocode", "notrequired", "outofscope", "waived"};
  static constexpr std::array mentions{"references", "reference", "refersto", "mentions", "related", "relatedto", "seealso", "informative"};
  static constexpr std::array follows{"consequential", "consequence", "consequentialchange"};
  const std::string type = name_key(row.field("link_type"));
  if (is_one_of(type, none) || fold_phrase(row.field("status")) == "waived") return "not_codified";
  if (is_one_of(type, mentions)) return "references";
  return is_one_of(type, follows) ? "consequential" : "codifies";
}

bool says_none(std::string_view atom) {
  const std::string folded = fold_phrase(atom);
  return folded.empty() || folded == "none" || folded == "-" || says_not_applicable(atom);
}

/// "BP901" of "BP901.040", "XP-BR-MS" of "XP-BR-MS-004": what ids of one list share.
std::string stem_of(const std::string& id) {
  const std::size_t cut = id.find_last_of(".-");
  return cut == std::string::npos ? std::string() : id.substr(0, cut);
}

bool is_unread(const Document& document) {
  return std::any_of(document.problems.begin(), document.problems.end(),
                     [](const Problem& p) { return p.rule == "input.unreadable" || p.rule == "input.encrypted"; });
}

/// Which ids the design would have if they were there.
class KnownIds {
 public:
  KnownIds(const Review& review, const std::map<std::string, In<Item>>& atoms) : atoms_(atoms) {
    for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
      if (review.inputs[n].role != InputRole::design) continue;
      const Unit& unit = review.units[Id<Unit>(n)];
      whole_ = whole_ && !unit.lost.text && !review.documents[unit.document].lost.text && !is_unread(review.documents[unit.document]);
      artefacts_.insert(unit.id);
      if (review.inputs[n].design != nullptr) artefacts_.insert(canonical_id(review.inputs[n].design->artefact).canonical);
      for (const Item& item : unit.items) {
        stems_.insert({item.kind, stem_of(item.id)});
        listed_.insert({item.kind, canonical_id(item.artefact).canonical});
        artefacts_.insert(canonical_id(item.artefact).canonical);
      }
    }
  }

  /// Whether an id is of a list that was read as a whole, and not in it.
  [[nodiscard]] bool lacks(const std::string& atom, const Record& row) const {
    if (!whole_ || atoms_.contains(atom) || artefacts_.contains(atom) || atom.find('/') != std::string::npos) return false;
    const std::string kind = fold_phrase(row.field("atom_kind"));
    const auto family = canonical_id(atom).family;
    if (family == "document" || family.empty()) return false;
    const std::string of_family = family == "flow" ? "" : std::string(family);
    const std::string expected = kind == "requirement" || kind == "bp_step" || kind == "interface" || kind == "data_item" ? kind : of_family;
    const std::string artefact = canonical_id(row.field("artefact")).canonical;
    if (!artefact.empty()) return listed_.contains({expected, artefact});
    const std::string stem = stem_of(atom);
    return !stem.empty() && stems_.contains({expected, stem});
  }

 private:
  const std::map<std::string, In<Item>>& atoms_;
  bool whole_ = true;
  std::set<std::string> artefacts_;
  std::set<std::pair<std::string, std::string>> stems_, listed_;  // kind and stem, kind and artefact
};

class Reader {
 public:
  Reader(const Review& review, const RoleNames& roles, const std::map<std::string, In<Item>>& atoms, NamedProvisions& names)
      : review_(review), roles_(roles), atoms_(atoms), names_(names), known_(review, atoms), changes_(review), releases_(review), texts_(review) {}

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
      if (row.kind == "trace" && !row.struck && !is_one_of(row.field("status"), dead_link_states)) read_row({id, Id<Record>(n)}, row);
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
        judge_reviewed(link, hash);
      else if (!is_of_this_version(link.unit, row))
        judge_taken(link);
      return;
    }
    const NamedProvisions::Spot before = names_.find(link.unit, View::baseline, link.label);
    link.text = TraceOutcome::orphaned;
    link.comparable = is_provision_label(link.label) && names_.has_numbers(link.unit);
    if (hashed)
      if (const Id<Provision> moved = texts_.with_hash(link.unit, View::proposed, hash)) return move(link, moved);
    if (link.atom.empty() && before.found) {  // the basis of taking it out
      link.text = TraceOutcome::covers;
      return;
    }
    if (before.provisions.size() != 1) return;
    const Provision& then = review_.units[link.unit].provisions[before.provisions.front()];
    if (then.views.proposed && !then.not_used[index(View::proposed)] && then.label[index(View::proposed)] != link.label)
      move(link, before.provisions.front());
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
    const Unit& unit = review_.units[link.unit];
    const Item& item = review_.units[atom->second.unit].items[atom->second.id];
    const Bearer nearer = nearer_bearer(roles_, texts_, item, link.unit, before.front(), link.provision);
    if (nearer == Bearer::now) return;
    const Provision& then = unit.provisions[before.front()];
    const bool stands = then.views.proposed && !then.not_used[index(View::proposed)] && !then.label[index(View::proposed)].empty();
    if (nearer == Bearer::unclear) {
      link.text = TraceOutcome::ambiguous;
      link.text_why = "other text bore " + link.label + " before this draft, and the register does not say which of the two it means";
    } else if (stands) {
      move(link, before.front());
    } else {
      link.text = TraceOutcome::orphaned;
      link.provision = {};
      link.text_why = "the text that bore this number is taken out, and other text bears it now";
    }
    link.likely = nearer == Bearer::before;
  }

  void judge_reviewed(TraceLink& link, std::string_view hash) {
    const Id<Provision> there = texts_.with_hash(link.unit, View::proposed, hash);
    if (there) return move(link, there);
    if (!texts_.differs_only_in_looks(link.unit, link.provision, hash)) link.text = TraceOutcome::suspect;
  }

  void move(TraceLink& link, Id<Provision> to) const {
    link.text = TraceOutcome::moved;
    link.provision = to;
    link.now = review_.units[link.unit].provisions[to].label[index(View::proposed)];
    link.comparable = true;
  }

  /// What the row pins, beside what the design has now and what the draft reflects.
  void judge_design(TraceLink& link, const Record& row) const {
    if (link.atom.empty()) return;
    const auto known = atoms_.find(link.atom);
    if (known == atoms_.end()) {
      if (known_.lacks(link.atom, row)) link.design = TraceOutcome::unwanted, link.why = "no artefact that was read has it";
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
    const std::string drafted = link.unit ? releases_.of(link.unit) : std::string();
    const std::string of(!trim(pin.release).empty() ? trim(pin.release) : std::string_view(pins_this ? item.release : std::string_view()));
    const auto order = compare_releases(of, drafted, review_.project.releases);
    return order && *order > 0 ? "that is of " + of + ", and " + document_id(review_.units[link.unit]) + " is drafted to " + drafted : std::string();
  }

  const Review& review_;
  const RoleNames& roles_;
  const std::map<std::string, In<Item>>& atoms_;
  NamedProvisions& names_;
  KnownIds known_;
  AtomChanges changes_;
  DraftReleases releases_;
  ReviewedText texts_;
  TraceRegister register_;
};

}  // namespace

TraceRegister read_trace_register(const Review& review, const RoleNames& roles, const std::map<std::string, In<Item>>& atoms,
                                  NamedProvisions& names) {
  return Reader(review, roles, atoms, names).run();
}

}  // namespace dovetail
