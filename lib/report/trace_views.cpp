// One function a table.
#include "report/trace_views.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "report/tally.h"
#include "report/trace_tables.h"
#include "report/wording.h"

namespace dovetail {
namespace {

TableView counts_of(std::string id, std::string title, std::string head, const StatusGroups& groups) {
  TableView view{std::move(id), std::move(title), "Atoms, counted for each code that they are for", {std::move(head)}, {}};
  StatusCounts totals{};
  for (const auto& [name, counts] : groups)
    for (std::size_t n = 0; n < counts.size(); ++n) totals[n] += counts[n];
  for (std::size_t n = 0; n < totals.size(); ++n)
    if (totals[n] != 0) view.heads.push_back(words_of(static_cast<CoverageStatus>(n)));
  view.heads.emplace_back("all");
  const auto add = [&](const std::string& name, const StatusCounts& counts) {
    std::vector<ViewCell> row{name};
    std::size_t sum = 0;
    for (std::size_t n = 0; n < counts.size(); ++n) {
      sum += counts[n];
      if (totals[n] != 0) row.emplace_back(counts[n]);
    }
    row.emplace_back(sum);
    view.rows.push_back(std::move(row));
  };
  for (const auto& [name, counts] : groups) add(name, counts);
  if (groups.size() > 1) add("all", totals);
  return view;
}

TableView matrix_of(const TraceTables& tables) {
  TableView view{
      "matrix", "Artefacts and documents", "Atoms of each artefact, and how many of them each document carries", {"Artefact", "Atoms"}, {}};
  std::set<std::string> documents;
  for (const auto& [artefact, carried] : tables.matrix)
    for (const auto& [document, count] : carried) documents.insert(document);
  view.heads.insert(view.heads.end(), documents.begin(), documents.end());
  for (const auto& [artefact, count] : tables.atoms_of) {
    std::vector<ViewCell> row{artefact, count};
    const auto carried = tables.matrix.find(artefact);
    for (const auto& document : documents)
      row.emplace_back(carried == tables.matrix.end() || !carried->second.contains(document) ? std::size_t{0} : carried->second.at(document));
    view.rows.push_back(std::move(row));
  }
  return view;
}

TableView evidence_of(const TraceTables& tables) {
  TableView view{"evidence", "Evidence", "Covered atoms by their strongest evidence, in each code", {"Evidence"}, {}};
  std::set<std::string> codes;
  for (const auto& [grade, by_code] : tables.evidence)
    for (const auto& [code, count] : by_code) codes.insert(code);
  for (const auto& code : codes) view.heads.push_back(code.empty() ? "(no code)" : code);
  for (const auto& [grade, by_code] : tables.evidence) {
    std::vector<ViewCell> row{grade};
    for (const auto& code : codes) row.emplace_back(by_code.contains(code) ? by_code.at(code) : std::size_t{0});
    view.rows.push_back(std::move(row));
  }
  return view;
}

TableView drafted_of(const TraceTables& tables) {
  TableView view{"drafts",
                 "Before and after",
                 "Atoms that text carries, wholly or in part, before the drafts and as proposed, counted for each code that they are for",
                 {"Code", "Carried before", "Carried now", "Added", "Lost"},
                 {}};
  DraftedCounts all;
  for (const auto& [code, counts] : tables.drafted) {
    view.rows.push_back({code, counts.before, counts.now, counts.added, counts.lost});
    all.before += counts.before, all.now += counts.now, all.added += counts.added, all.lost += counts.lost;
  }
  if (tables.drafted.size() > 1) view.rows.push_back({"all", all.before, all.now, all.added, all.lost});
  return view;
}

TableView turned_of(const Review& review, const TraceTables& tables) {
  TableView view{"turned",
                 "Atoms added and lost",
                 "Atoms that text carries since the drafts, and those that it carries no more",
                 {"Atom", "Kind", "Text", "Code", "Before", "Now", "Provision"},
                 {}};
  for (const AtomCoverage* entry : tables.turned) {
    const Item& item = item_of(review, *entry);
    view.rows.push_back(
        {item.id, words_of_kind(item.kind), item.text, entry->code, words_of(entry->before), words_of(entry->status), bearer_of(*entry)});
  }
  return view;
}

TableView thresholds_view(const Review& review) {
  TableView view{"thresholds",
                 "Thresholds",
                 "What the project expects, and what is so",
                 {"Kind", "Code", "Topic area", "Obligation", "Carried", "Judged", "Share", "Asked for", "Reached"},
                 {}};
  const auto percent = [](double share) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f%%", share * 100);
    return std::string(text);
  };
  for (const CoverageThreshold& t : review.corpus.thresholds)
    view.rows.push_back({words_of_kind(t.kind), t.code, t.topic, t.obligation, t.carried, t.judged,
                         percent(t.judged == 0 ? 1 : static_cast<double>(t.carried) / static_cast<double>(t.judged)), percent(t.minimum),
                         t.reached() ? "yes" : "no"});
  return view;
}

std::vector<ViewCell> entry_row(const Review& review, const AtomCoverage& entry) {
  const Item& item = item_of(review, entry);
  return {item.id, words_of_kind(item.kind), item.text, item.artefact, entry.code, words_of(entry.status), entry.reason};
}

const std::vector<std::string> entry_heads{"Atom", "Kind", "Text", "Artefact", "Code", "Status", "Why"};

TableView gaps_of(const Review& review, const TraceTables& tables, const TraceBefore* before) {
  TableView view{"gaps", "Gaps by owner", "Atoms that are not wholly covered, by who has to see to them", {"Owner"}, {}};
  view.heads.insert(view.heads.end(), entry_heads.begin(), entry_heads.end());
  if (before != nullptr) view.heads.emplace_back("Since");
  for (const auto& [owner, entries] : tables.gaps)
    for (const AtomCoverage* entry : entries) {
      auto row = entry_row(review, *entry);
      row.insert(row.begin(), owner);
      if (before != nullptr) row.emplace_back(since_then(review, *entry, *before));
      view.rows.push_back(std::move(row));
    }
  return view;
}

TableView waived_of(const Review& review, const TraceTables& tables) {
  TableView view{"waived-atoms", "Waived atoms", "Atoms that need no text, and why", entry_heads, {}};
  for (const AtomCoverage* entry : tables.waived) view.rows.push_back(entry_row(review, *entry));
  return view;
}

TableView fixed_of(const Review& review, const TraceBefore* before) {
  TableView view{"fixed", "Fixed since", "Gaps of the earlier run that are none now", entry_heads, {}};
  if (before == nullptr) return view;
  for (const AtomCoverage& entry : review.corpus.coverage)
    if (since_then(review, entry, *before) == "fixed") view.rows.push_back(entry_row(review, entry));
  return view;
}

TableView since_of(const Review& review, const TraceBefore* before) {
  TableView view{"since", "Since the earlier run", "Gaps that are new, fixed and unchanged", {"Gaps", "Count"}, {}};
  if (before == nullptr) return view;
  const SinceCounts counts = count_since(review, *before);
  view.rows = {{"new", counts.fresh}, {"fixed", counts.fixed}, {"unchanged", counts.unchanged}};
  return view;
}

TableView stale_of(const Review& review, const TraceTables& tables) {
  TableView view{"stale",
                 "Stale links",
                 "Links of the trace register that do more than cover",
                 {"Link", "Atom", "Document", "Provision", "Outcome", "Now", "Why"},
                 {}};
  for (const TraceLink* link : tables.stale) {
    const Record& row = review.units[link->row.unit].records[link->row.id];
    const std::string why = link->design == TraceOutcome::outdated ? (link->changed ? "it changed" : "it did not change") : link->why;
    view.rows.push_back({row.field("link_id"), link->atom.empty() ? std::string("text") : link->atom, link->document, link->label,
                         name_of(link->outcome()), link->now, why});
  }
  return view;
}

TableView conflicts_of(const Review& review) {
  TableView view{"conflicts", "Conflicts in the design", "What the artefacts say of one atom, where they differ", {"Atom", "What", "Difference"}, {}};
  std::vector<std::string> sources;
  for (const auto& conflict : review.corpus.conflicts)
    for (const auto& said : conflict.said)
      if (std::find(sources.begin(), sources.end(), said.source) == sources.end()) sources.push_back(said.source);
  view.heads.insert(view.heads.end(), sources.begin(), sources.end());
  for (const auto& conflict : review.corpus.conflicts) {
    std::vector<ViewCell> row{conflict.atom, conflict.aspect, conflict.difference};
    for (const auto& source : sources) {
      const auto said = std::find_if(conflict.said.begin(), conflict.said.end(), [&](const SourceValue& s) { return s.source == source; });
      row.emplace_back(said == conflict.said.end() ? std::string() : said->value);
    }
    view.rows.push_back(std::move(row));
  }
  return view;
}

TableView text_of(const Review& review) {
  TableView view{"text", "Changed text", "Changed provisions, and what they rest on", {"Document", "Provision", "Change", "Rests on"}, {}};
  for (const TracedText& text : review.corpus.traced_text) {
    if (text.basis == TextBasis::not_owed) continue;
    view.rows.push_back({id_or_path(review.units[text.unit]), text.label, name_of(text.fate), words_of_basis(text)});
  }
  return view;
}

}  // namespace

std::vector<TableView> trace_views(const Review& review, const TraceBefore* before) {
  const TraceTables tables = trace_tables(review);
  std::vector<TableView> views;
  const auto add = [&](TableView view) {
    if (!view.rows.empty()) views.push_back(std::move(view));
  };
  add(since_of(review, before));
  add(counts_of("kinds", "By kind of atom", "Kind of atom", tables.by_kind));
  add(counts_of("codes", "By code", "Code", tables.by_code));
  add(counts_of("topics", "By topic area", "Topic area", tables.by_topic));
  add(matrix_of(tables));
  add(evidence_of(tables));
  add(drafted_of(tables));
  add(turned_of(review, tables));
  add(thresholds_view(review));
  add(gaps_of(review, tables, before));
  add(fixed_of(review, before));
  add(waived_of(review, tables));
  add(stale_of(review, tables));
  add(conflicts_of(review));
  add(text_of(review));
  return views;
}

TableView atoms_view(const Review& review, const TraceBefore* before) {
  TableView view{"atoms", "Design to code", "Every atom in every code that it is for, and what carries it", entry_heads, {}};
  view.heads.insert(view.heads.end(), {"Version", "Topic area", "Provisions", "Evidence"});
  if (before != nullptr) view.heads.emplace_back("Since");
  view.rows.reserve(review.corpus.coverage.size());
  for (const AtomCoverage& entry : review.corpus.coverage) {
    auto row = entry_row(review, entry);
    std::string provisions, evidence;
    for (const auto& target : entry.targets) {
      provisions += (provisions.empty() ? "" : "; ") + target.document_id + (target.label.empty() ? "" : " " + target.label);
      evidence += (evidence.empty() ? "" : "; ") + std::string(name_of(target.evidence));
      if (target.outcome != TraceOutcome::covers) evidence += " " + std::string(name_of(target.outcome));
    }
    row.insert(row.end(), {item_of(review, entry).version, entry.topic, std::move(provisions), std::move(evidence)});
    if (before != nullptr) row.emplace_back(since_then(review, entry, *before));
    view.rows.push_back(std::move(row));
  }
  return view;
}

std::string trace_closing(const Review& review) {
  const auto tally = count(review);
  std::string filters;
  for (const auto& filter : review.filters) filters += (filters.empty() ? ", filtered by " : ", ") + filter;
  return "Traced " + counted(tally.atoms, "atom") + " into " + counted(tally.documents.size(), "document") + " with " +
         counted(tally.provisions, "provision") + filters;
}

}  // namespace dovetail
