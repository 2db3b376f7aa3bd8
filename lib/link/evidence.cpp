// What stands in code text for each atom of the design.
#include "link/evidence.h"

#include <algorithm>
#include <array>

#include "link/provisions.h"
#include "link/role_table.h"
#include "model/locate.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {

namespace {

constexpr std::array dead_link_states{"rejected", "withdrawn", "removed", "superseded", "deleted"};
constexpr auto proposed = index(View::proposed);

bool is_dead(std::string_view status) {
  const std::string folded = fold_phrase(status);
  return std::find(dead_link_states.begin(), dead_link_states.end(), folded) != dead_link_states.end();
}

std::string document_id(const Unit& unit) { return unit.id.empty() ? unit.path : unit.id; }

/// Collects evidence unit by unit.
class Collector {
 public:
  Collector(const Review& review, const DocumentIndex& documents) : review_(review), documents_(documents), roles_(review) {
    for (std::uint32_t n = 0; n < review_.units.size() && n < review_.inputs.size(); ++n)
      if (stands_for_itself(review_.inputs[n]) && review_.units[Id<Unit>(n)].has_body) texts_.push_back(Id<Unit>(n));
    for (const Unit& unit : review_.units)
      for (const Item& item : unit.items) atoms_.try_emplace(item.id, &item);
  }

  EvidenceTable run() {
    for (std::uint32_t n = 0; n < review_.units.size(); ++n) read_register(Id<Unit>(n));
    for (const Id<Unit> unit : texts_) find_citations(unit);
    find_rows();
    for (auto& [atom, found] : table_.found)
      std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.target.evidence < b.target.evidence; });
    return std::move(table_);
  }

 private:
  void read_register(Id<Unit> id) {
    const Unit& unit = review_.units[id];
    const bool is_trace = id.value < review_.inputs.size() && review_.inputs[id.value].register_kind == "trace";
    const auto unusable = [](const Problem& p) { return p.rule == "register.malformed" && !p.minor; };
    if (is_trace && unit.records.empty() && std::any_of(unit.problems.begin(), unit.problems.end(), unusable)) table_.trace_unreadable = true;
    for (const Record& record : unit.records)
      if (record.kind == "trace" && !record.struck) read_link(record);
  }

  void read_link(const Record& link) {
    const std::string type = name_key(link.field("link_type")), status = fold_phrase(link.field("status"));
    const bool waived = type == "notcodified" || type == "not_codified" || status == "waived";
    const std::string code = code_named(review_.project, link.field("code"));
    for (const std::string& atom : split_values(link.field("atom_id"))) {
      if (says_not_applicable(atom)) continue;
      if (waived) {
        const std::string_view reason = link.field("rationale");
        table_.waivers[atom].push_back({code, reason.empty() ? "not codified, as the trace register says" : std::string(reason)});
      } else if ((type.empty() || type == "codifies") && !is_dead(status)) {
        declare(atom, code, link);
      }
    }
  }

  void declare(const std::string& atom, const std::string& code, const Record& link) {
    const std::string_view document = link.field("code_doc");
    const auto units = units_named(document, code);
    if (units.empty() && !trim(document).empty()) table_.not_loaded[atom].insert(std::string(document));
    for (const Id<Unit> unit : units)
      for (const std::string& label : labels_of(unit, link.field("provision"))) {
        Found found = at_label(unit, label);
        found.partial = fold_phrase(link.field("coverage")) == "partial";
        const auto item = atoms_.find(atom);
        if (found.target.outcome == TraceOutcome::covers && item != atoms_.end())
          if (const auto order = compare_versions(link.field("atom_version"), item->second->version); order && *order < 0)
            found.target.outcome = TraceOutcome::outdated;
        table_.found[atom].push_back(std::move(found));
      }
  }

  /// The texts that a register means by a document's name: those of the code it names, or of any where it names none.
  [[nodiscard]] std::vector<Id<Unit>> units_named(std::string_view document, const std::string& code) const {
    const std::string wanted = name_key(document), with_code = name_key(code + " " + std::string(document));
    std::vector<Id<Unit>> units;
    for (const Id<Unit> id : texts_) {
      const Unit& unit = review_.units[id];
      if (!code.empty() && !unit.code.empty() && code_named(review_.project, unit.code) != code) continue;
      std::vector<std::string> names{name_key(unit.id)};
      for (const std::string& alias : unit.aliases) names.push_back(name_key(alias));
      const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& n) { return !n.empty() && (n == wanted || n == with_code); });
      if (named || (wanted.empty() && !code.empty() && documents_.of_code(code).size() == 1)) units.push_back(id);
    }
    return units;
  }

  const LabelIndex& labels(Id<Unit> unit) {
    const auto found = labels_.find(unit);
    return found != labels_.end() ? found->second : labels_.emplace(unit, LabelIndex(review_.units[unit], View::proposed)).first->second;
  }

  /// The labels in a cell: "3.1.4; 3.1.5", "2.1(b) and 2.2". A text that is a label as a whole is one.
  std::vector<std::string> labels_of(Id<Unit> unit, std::string_view cell) {
    static const Pattern joint = Pattern::literal(R"(\s*(?:,|&|\band\b)\s*)");
    std::vector<std::string> found;
    for (const std::string& value : split_values(cell)) {
      std::string text = normalise(value);
      while (text.ends_with('.')) text.pop_back();
      std::size_t at = 0;
      for (auto match = joint.find(text); match && places(unit, text).empty(); match = joint.find(text, at)) {
        found.emplace_back(trim(std::string_view(text).substr(at, match->span.begin - at)));
        at = match->span.end;
      }
      found.emplace_back(trim(std::string_view(text).substr(at)));
    }
    if (found.empty()) found.emplace_back();
    return found;
  }

  /// The provisions of a label: in the document itself first; then with its keyword left out, or in the division it names ("Appendix 1, 2.3").
  std::vector<Id<Provision>> places(Id<Unit> unit, const std::string& label) {
    const LabelIndex& all = labels(unit);
    if (const auto& own = all.find({}, label); !own.empty()) return own;
    if (const auto& any = all.anywhere(label); !any.empty()) return any;
    const std::size_t space = label.rfind(' ');
    if (space == std::string::npos) return {};
    const std::string last = label.substr(space + 1);
    std::string head = label.substr(0, space);
    while (head.ends_with(',') || head.ends_with(' ')) head.pop_back();
    for (const Id<Provision> division : all.anywhere(head))
      if (const auto& inside = all.find(division, last); !inside.empty()) return inside;
    const bool keyword_only = std::none_of(head.begin(), head.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!keyword_only) return {};
    if (const auto& own = all.find({}, last); !own.empty()) return own;
    return all.anywhere(last);
  }

  Found at_label(Id<Unit> id, const std::string& label) {
    const Unit& unit = review_.units[id];
    Found found{
        code_named(review_.project, unit.code), {document_id(unit), label, {unit.document, {}}, Evidence::declared, TraceOutcome::covers, {}}, false};
    if (label.empty()) return found;
    if (const TimetableRow* row = row_named(unit, label)) {
      found.target.place.span = row->ref.span;
      return found;
    }
    const auto where = places(id, label);
    if (where.empty()) {
      found.target.outcome = TraceOutcome::orphaned;
      return found;
    }
    const Provision& provision = unit.provisions[where.front()];
    found.target.place.span = provision.span;
    if (provision.not_used[proposed])
      found.target.outcome = TraceOutcome::orphaned;
    else if (where.size() > 1)
      found.target.outcome = TraceOutcome::ambiguous;
    return found;
  }

  static const TimetableRow* row_named(const Unit& unit, const std::string& ref) {
    for (const TimetableRow& row : unit.timetable)
      if (row.views.proposed && row.ref.text == ref && !(row.provision && unit.provisions[row.provision].not_used[proposed])) return &row;
    return nullptr;
  }

  /// Ids of atoms that stand in the body of a text.
  void find_citations(Id<Unit> id) {
    const Unit& unit = review_.units[id];
    if (!unit.views[proposed]) return;
    const Projection& view = unit.projection(View::proposed);
    std::set<std::pair<std::string, std::string>> told;
    for (const IdInText& cited : ids_in_text(view.text)) {
      if (!atoms_.contains(cited.id.canonical)) continue;
      const auto line = line_at(view, cited.span.begin);
      const auto provision = line ? provision_of_line(unit, View::proposed, *line) : Id<Provision>();
      if (!provision || unit.provisions[provision].not_used[proposed]) continue;
      const std::string& label = unit.provisions[provision].label[proposed];
      if (!told.emplace(cited.id.canonical, label).second) continue;
      const Place place{unit.document, view.to_source(cited.span)};
      table_.found[cited.id.canonical].push_back(
          {code_named(review_.project, unit.code), {document_id(unit), label, place, Evidence::cited, TraceOutcome::covers, {}}, false});
    }
  }

  /// Rows of timetables that name a step's interface, from its role to its receivers.
  void find_rows() {
    std::map<std::string, std::vector<std::pair<Id<Unit>, const TimetableRow*>>> rows;
    for (const Id<Unit> id : texts_)
      for (const TimetableRow& row : review_.units[id].timetable) {
        if (!row.views.proposed) continue;
        std::set<std::string> named;
        for (const IdInText& cited : ids_in_text(row.information.text)) named.insert(cited.id.canonical);
        for (const std::string& interface_id : named) rows[interface_id].emplace_back(id, &row);
      }
    for (const Unit& unit : review_.units)
      for (const Item& item : unit.items)
        if (item.kind == "bp_step" && !item.record.field("lane_role").empty())
          for (const std::string& interface_id : split_values(item.record.field("interface_ids")))
            if (const auto known = rows.find(interface_id); known != rows.end())
              for (const auto& [text, row] : known->second) join(item, text, *row);
  }

  void join(const Item& step, Id<Unit> id, const TimetableRow& row) {
    if (!roles_.names(row.from.text, step.record.field("lane_role"))) return;
    const auto receivers = roles_.meant_by(split_values(step.record.field("to_roles")), step.record.field("lane_role"));
    const auto named = std::count_if(receivers.begin(), receivers.end(), [&](const std::string& role) { return roles_.names(row.to.text, role); });
    if (!receivers.empty() && named == 0) return;
    const Unit& unit = review_.units[id];
    const bool partial = static_cast<std::size_t>(named) < receivers.size();
    const std::string label = row.provision ? unit.provisions[row.provision].label[proposed] : row.ref.text;
    table_.found[step.id].push_back({code_named(review_.project, unit.code),
                                     {document_id(unit), label, {unit.document, row.ref.span}, Evidence::structured, TraceOutcome::covers, {}},
                                     partial});
  }

  const Review& review_;
  const DocumentIndex& documents_;
  RoleTable roles_;
  std::vector<Id<Unit>> texts_;
  std::map<std::string, const Item*> atoms_;
  std::map<Id<Unit>, LabelIndex> labels_;
  EvidenceTable table_;
};

}  // namespace

EvidenceTable collect_evidence(const Review& review, const DocumentIndex& documents) { return Collector(review, documents).run(); }

bool carries(const Found& found) {
  return found.target.outcome != TraceOutcome::orphaned && found.target.outcome != TraceOutcome::ambiguous &&
         found.target.outcome != TraceOutcome::unwanted;
}

std::string code_named(const Project& project, std::string_view name) {
  const std::string wanted = name_key(name);
  for (const CodeEntry& code : project.codes) {
    if (name_key(code.id) == wanted || name_key(code.name) == wanted) return code.id;
    for (const std::string& alias : code.aliases)
      if (name_key(alias) == wanted) return code.id;
  }
  return std::string(trim(name));
}

}  // namespace dovetail
