// Which provision carries which design atom, and the reverse.
#include <map>

#include "report/escape.h"
#include "report/html/elements.h"
#include "report/html/sections.h"
#include "report/html/views.h"
#include "report/trace_tables.h"
#include "report/wording.h"

namespace dovetail::html {
namespace {

using Statuses = StatusCounts;

// One bar: a stretch for each status, as wide as its share; the figures stand beside it for who cannot see it.
std::string bar_of(const Statuses& statuses) {
  std::size_t all = 0;
  for (const auto count : statuses) all += count;
  std::string out = "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">";
  std::size_t before = 0;
  for (std::size_t n = 0; n < coverage_status_count; ++n) {
    const auto at = [&](std::size_t part) { return std::to_string(100 * part / all); };
    const auto width = 100 * (before + statuses[n]) / all - 100 * before / all;
    if (statuses[n] != 0)
      out += "<rect class=\"" + std::string(name_of(static_cast<CoverageStatus>(n))) + "\" x=\"" + at(before) + "\" width=\"" +
             std::to_string(width) + "\" height=\"8\"/>";
    before += statuses[n];
  }
  return out + "</svg>";
}

std::string figures_of(const Statuses& statuses) {
  std::string out;
  for (std::size_t n = 0; n < coverage_status_count; ++n)
    if (statuses[n] != 0) out += (out.empty() ? "" : ", ") + std::to_string(statuses[n]) + " " + words_of(static_cast<CoverageStatus>(n));
  return out;
}

std::string bars_of(const Review& review) {
  const StatusGroups kinds = trace_tables(review).by_kind;
  std::string out = "<table><caption>Coverage by kind of atom, counted for each code that an atom is for</caption>" +
                    heads({"Kind", "Share", "Atoms"}) + "<tbody>\n";
  for (const auto& [kind, statuses] : kinds)
    out += "<tr>" + element("th", kind, "scope=\"row\"") + "<td>" + bar_of(statuses) + "</td>" + element("td", figures_of(statuses)) + "</tr>\n";
  return scrolling("Coverage by kind of atom", out + "</tbody></table>");
}

/// The tables of `dovetail trace`, but for those that stand elsewhere on the page.
std::string tables_of(const Review& review) {
  std::string out;
  for (const TableView& view : trace_views(review, nullptr))
    if (view.id != "kinds" && view.id != "conflicts" && view.id != "text") out += element("h3", view.title) + "\n" + table_of(view);
  return out;
}

std::string evidence_of(const CoverageTarget& target) {
  std::string text(name_of(target.evidence));
  if (target.outcome != TraceOutcome::covers) text.append(", ").append(name_of(target.outcome));
  if (!target.via.empty()) text += ", through " + target.via;
  return text;
}

std::string targets_of(const Review& review, const AtomCoverage& atom) {
  std::string out;
  for (const auto& target : atom.targets) {
    const auto label = target.document_id + " " + (target.label.empty() ? std::string("(whole document)") : target.label);
    out += (out.empty() ? "" : "<br>") + link(anchor_of(review, target.place), label) + " " + element("small", evidence_of(target));
  }
  return "<td>" + out + "</td>";
}

std::string design_to_code(const Review& review) {
  std::string out = "<table><caption>Design to code</caption>" + heads({"Atom", "Kind", "Text", "Code", "Status", "Provisions"}) + "<tbody>\n";
  for (const auto& atom : review.corpus.coverage) {
    const auto& item = item_of(review, atom);
    out += "<tr>" + element("th", item.id, "scope=\"row\"") + element("td", words_of_kind(item.kind)) + element("td", item.text) +
           element("td", atom.code) + element("td", words_of(atom.status) + (atom.reason.empty() ? "" : ": " + atom.reason)) +
           targets_of(review, atom) + "</tr>\n";
  }
  return scrolling("Design to code", out + "</tbody></table>");
}

std::string code_to_design(const Review& review) {
  std::map<std::pair<std::string, Place>, std::map<std::string, std::string>> carried;  // by document and place: atom, evidence
  std::map<Place, std::string> labels;
  for (const auto& atom : review.corpus.coverage)
    for (const auto& target : atom.targets) {
      carried[{target.document_id, target.place}].emplace(item_of(review, atom).id, evidence_of(target));
      labels.emplace(target.place, target.label);
    }
  std::string out = "<table><caption>Code to design</caption>" + heads({"Document", "Provision", "Atoms"}) + "<tbody>\n";
  for (const auto& [where, atoms] : carried) {
    const auto& label = labels[where.second];
    std::string list;
    for (const auto& [id, evidence] : atoms) list += (list.empty() ? "" : "<br>") + html_safe(id) + " " + element("small", evidence);
    out += "<tr>" + element("td", where.first) + "<th scope=\"row\">" +
           link(anchor_of(review, where.second), label.empty() ? "whole document" : std::string_view(label)) + "</th><td>" + list + "</td></tr>\n";
  }
  return scrolling("Code to design", out + "</tbody></table>");
}

}  // namespace

std::string coverage_section(const Review& review, const Tally&) {
  if (review.corpus.coverage.empty()) return {};
  return section("coverage", "Coverage of the design", bars_of(review) + tables_of(review) + design_to_code(review) + code_to_design(review));
}

}  // namespace dovetail::html
