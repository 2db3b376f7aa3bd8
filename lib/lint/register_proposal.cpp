// The trace register as it could be.
#include "lint/register_proposal.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

#include "base/sha256.h"
#include "link/named_provisions.h"
#include "link/reviewed_text.h"
#include "lint/written_rows.h"
#include "model/locate.h"

namespace dovetail {
namespace {

constexpr std::array columns{"link_id",   "atom_kind", "atom_id",  "atom_version",  "artefact",       "release",
                             "link_type", "code",      "code_doc", "draft_version", "provision",      "coverage",
                             "basis",     "rationale", "owner",    "reviewed_on",   "provision_hash", "status"};
enum Column {
  link_id,
  atom_kind,
  atom_id,
  atom_version,
  artefact,
  release,
  link_type,
  code,
  code_doc,
  draft_version,
  provision,
  coverage,
  basis,
  rationale,
  owner,
  reviewed_on,
  provision_hash,
  status
};

class Proposer {
 public:
  Proposer(const Review& review, std::string day) : review_(review), day_(std::move(day)), texts_(review) {
    for (const TraceLink& link : review.corpus.traces) {
      links_[link.row].push_back(&link);
      if (!link.atom.empty() && link.unit) linked_.insert({link.atom, link.unit});
    }
  }

  RegisterProposal run() {
    RegisterProposal made;
    made.columns.assign(columns.begin(), columns.end());
    for (std::uint32_t n = 0; n < review_.units.size() && n < review_.inputs.size(); ++n) {
      const Unit& unit = review_.units[Id<Unit>(n)];
      const auto written = written_rows(review_, Id<Unit>(n), "trace");
      for (std::uint32_t r = 0; r < unit.records.size(); ++r) {
        const Record& record = unit.records[Id<Record>(r)];
        if (record.kind != "trace") continue;
        const auto row = written.find(record.span.begin);
        if (record.struck) made.struck.push_back(made.rows.size());
        made.rows.push_back(as_it_is({Id<Unit>(n), Id<Record>(r)}, row == written.end() ? nullptr : &row->second, made));
      }
    }
    for (const AtomCoverage& entry : review_.corpus.coverage) propose(entry, made);
    for (auto& row : made.rows) row.resize(made.columns.size());
    return made;
  }

 private:
  [[nodiscard]] std::string hash_of(Id<Unit> unit, Id<Provision> id) const {
    const std::string words = texts_.words(unit, View::proposed, id);
    return words.empty() ? std::string() : sha256_hex(words).substr(0, 8);
  }

  /// The words of the people who keep the register, where the source is a table; else what was read of them.
  std::vector<std::string> as_it_is(In<Record> in, const WrittenRow* written, RegisterProposal& made) {
    const Record& record = review_.units[in.unit].records[in.id];
    std::vector<std::string> row;
    for (const char* column : columns) {
      const bool has = written != nullptr && written->fields.contains(column);
      row.push_back(has ? written->fields.at(column) : std::string(record.field(column)));
    }
    if (written != nullptr)
      for (const auto& [head, words] : written->others) put(head, words, row, made);
    ids_.insert(row[link_id]);
    ids_.insert(std::string(record.field("link_id")));
    const auto links = links_.find(in);
    if (links == links_.end() || links->second.size() != 1) return row;
    const TraceLink& link = *links->second.front();
    const bool stands = link.provision && link.outcome() == TraceOutcome::covers && !link.atom.empty();
    if (stands && row[provision_hash].empty() && row[reviewed_on].empty())
      row[provision_hash] = hash_of(link.unit, link.provision), row[reviewed_on] = day_;
    return row;
  }

  static void put(const std::string& head, const std::string& words, std::vector<std::string>& row, RegisterProposal& made) {
    const auto known = std::find(made.columns.begin() + columns.size(), made.columns.end(), head);
    const auto column = static_cast<std::size_t>(known - made.columns.begin());
    if (known == made.columns.end()) made.columns.push_back(head);
    row.resize(std::max(row.size(), column + 1));
    if (row[column].empty()) row[column] = words;
  }

  void propose(const AtomCoverage& entry, RegisterProposal& made) {
    const Item& item = review_.units[entry.item.unit].items[entry.item.id];
    if (entry.status == CoverageStatus::not_owed) return;
    for (const CoverageTarget& target : entry.targets) {
      if (!target.via.empty() || !target.place.document || target.outcome != TraceOutcome::covers) continue;
      if (target.evidence != Evidence::cited && target.evidence != Evidence::structured) continue;
      const Id<Unit> unit(target.place.document.value);
      if (!linked_.insert({item.id, unit}).second) continue;
      const Id<Provision> where = provision_at(review_.units[unit], View::proposed, target.place.span.begin);
      const DocumentEntry* text = review_.inputs[unit.value].entry;
      std::vector<std::string> row(columns.size());
      row[link_id] = fresh_id();
      row[atom_kind] = item.kind;
      row[atom_id] = item.id;
      row[atom_version] = item.version;
      row[artefact] = item.artefact;
      row[release] = item.release;
      row[link_type] = "codifies";
      row[code] = code_named(review_.project, review_.units[unit].code);
      row[code_doc] = target.document_id;
      row[draft_version] = text != nullptr ? text->version : std::string();
      row[provision] = target.label;
      row[coverage] = entry.status == CoverageStatus::partial ? "partial" : "full";
      row[basis] = "design";
      row[rationale] = target.evidence == Evidence::cited ? "its id stands in the text" : "the row has its interface and roles";
      row[reviewed_on] = day_;
      row[provision_hash] = where ? hash_of(unit, where) : std::string();
      row[status] = "Proposed";
      made.rows.push_back(std::move(row));
      ++made.proposed;
    }
  }

  std::string fresh_id() {
    char id[16];
    do {
      std::snprintf(id, sizeof id, "P-%04u", ++last_);
    } while (!ids_.insert(id).second);
    return id;
  }

  const Review& review_;
  std::string day_;
  ReviewedText texts_;
  std::map<In<Record>, std::vector<const TraceLink*>> links_;
  std::set<std::pair<std::string, Id<Unit>>> linked_;
  std::set<std::string> ids_;
  unsigned last_ = 0;
};

}  // namespace

RegisterProposal propose_register(const Review& review, const std::string& day) { return Proposer(review, day).run(); }

}  // namespace dovetail
