// Hand-made tables of what every reference of fixtures/references means, against what is found and understood there.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "config/config.h"
#include "help/source.h"
#include "lint.h"
#include "model/locate.h"
#include "text/unicode.h"

using namespace dovetail;

namespace {

const std::string folder = help::source_folder() + "/fixtures/references";

struct Expected {
  std::string place, form, document, target, outcome;
};

struct Found {
  std::string place, text, document, target, outcome;
};

Review linked() {
  Job job;
  job.paths = {folder};
  job.rules_folder = help::source_folder() + "/rules";
  auto catalogue = load_catalogue(job.rules_folder);
  REQUIRE(catalogue);
  job.catalogue = *catalogue;
  job.threads = 1;
  job.as_of = "2026-01-31";
  auto review = lint(std::move(job));
  INFO((review ? "" : review.error().message));
  REQUIRE(review);
  return std::move(*review);
}

std::vector<Expected> table_of(const std::string& path) {
  std::vector<Expected> rows;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);  // the heads
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    Expected row;
    for (auto* field : {&row.place, &row.form, &row.document, &row.target, &row.outcome}) std::getline(cells, *field, '\t');
    rows.push_back(row);
  }
  return rows;
}

/// The label, with the division inside the document that it is counted in: "Appendix 1, 1.2".
std::string label_of(const Unit& unit, Id<Provision> id) {
  const auto& p = unit.provisions[id];
  const auto scope = p.scope[1];
  const bool own = !scope || fold(unit.id).ends_with(fold(unit.provisions[scope].label[1]));
  return own ? p.label[1] : unit.provisions[scope].label[1] + ", " + p.label[1];
}

std::vector<Found> found_in(const Review& review, Id<Unit> id) {
  std::vector<Found> all;
  const auto& unit = review.units[id];
  const auto& links = review.corpus.references[id.value][1];
  for (std::size_t r = 0; r < links.size(); ++r) {
    const auto& reference = unit.references[Table<Reference>::id_at(r)];
    if (!reference.views.proposed) continue;
    Found found{label_at(unit, View::proposed, reference.span.begin), reference.text, {}, {}, std::string(name_of(links[r].outcome))};
    const auto& other = review.units[links[r].unit];
    found.document = links[r].unit == id ? "" : other.id;
    if (links[r].outcome == Outcome::not_loaded || links[r].outcome == Outcome::unknown || links[r].outcome == Outcome::retired)
      found.document = reference.document;
    if (!links[r].targets.empty()) found.target = label_of(other, links[r].targets.front().id);
    all.push_back(found);
  }
  return all;
}

bool names(const std::string& text, const std::string& form) {
  for (auto at = text.find(form); at != std::string::npos; at = text.find(form, at + 1)) {
    const auto end = at + form.size();
    if ((at == 0 || at_word_edge(text, at)) && (end == text.size() || at_word_edge(text, end)) && (end >= text.size() || text[end] != '.'))
      return true;
  }
  return false;
}

struct Score {
  std::size_t expected = 0, found = 0, matched = 0, understood = 0;
};

/// Whether what was found means what the table says; of a resolved reference the provision, of the others the document is compared where it is known.
bool means(const Found& found, const Expected& row) {
  if (found.outcome != row.outcome) return false;
  if (row.outcome == "not_used") return true;
  if (row.outcome != "resolved") return row.outcome != "missing" || row.document.empty() || found.document == row.document;
  if (found.document != row.document) return false;
  if (row.target.starts_with("?")) return true;  // in the running text of that provision
  return row.target.empty() || fold(found.target) == fold(row.target) ||
         (found.target.empty() && row.target.find_first_of("0123456789") == std::string::npos);
}

std::string shown(const Found& f) { return f.place + " | " + f.text + " -> " + f.document + " " + f.target + " " + f.outcome; }
std::string shown(const Expected& e) { return e.place + " | " + e.form + " -> " + e.document + " " + e.target + " " + e.outcome; }

Score compare(std::vector<Found> found, const std::vector<Expected>& rows, std::string& report) {
  Score score{rows.size(), found.size(), 0, 0};
  for (const auto& row : rows) {
    const auto at = std::find_if(found.begin(), found.end(), [&](const Found& f) { return f.place == row.place && names(f.text, row.form); });
    if (at == found.end()) {
      report += "  not found: " + shown(row) + "\n";
      continue;
    }
    ++score.matched;
    if (means(*at, row))
      ++score.understood;
    else
      report += "  otherwise: " + shown(row) + "  BUT  " + shown(*at) + "\n";
    found.erase(at);
  }
  for (const auto& more : found) report += "  beside: " + shown(more) + "\n";
  return score;
}

double share(std::size_t part, std::size_t whole) { return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole); }

}  // namespace

TEST_CASE("References in the styles of all codes are found and understood", "[link][references]") {
  const auto review = linked();
  Score all;
  std::string report;
  std::size_t tables = 0;
  for (std::size_t n = 0; n < review.units.size(); ++n) {
    const auto id = Table<Unit>::id_at(n);
    auto path = folder + "/" + review.inputs[n].path;
    path.replace(path.size() - 3, 3, "tsv");
    REQUIRE(std::filesystem::exists(path));
    ++tables;
    std::string here;
    const auto score = compare(found_in(review, id), table_of(path), here);
    if (!here.empty()) report += review.units[id].id + "\n" + here;
    all.expected += score.expected;
    all.found += score.found;
    all.matched += score.matched;
    all.understood += score.understood;
  }
  CHECK(tables >= 10);
  std::ostringstream figures;
  figures << all.expected << " references: detection precision " << share(all.matched, all.found) << ", recall " << share(all.matched, all.expected)
          << "; resolution precision " << share(all.understood, all.matched) << ", recall " << share(all.understood, all.expected);
  WARN(figures.str() << "\n" << report);
  CHECK(all.expected >= 400);
  CHECK(share(all.matched, all.found) >= 0.99);
  CHECK(share(all.matched, all.expected) >= 0.99);
  CHECK(share(all.understood, all.matched) >= 0.99);
  CHECK(share(all.understood, all.expected) >= 0.99);
}
