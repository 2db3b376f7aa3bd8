// term.undefined against texts that were marked by hand: precision and recall, code by code, for the texts the rule was tuned on and for those held
// out.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <map>
#include <set>
#include <sstream>

#include "help/linted.h"
#include "help/source.h"
#include "text/inflection.h"
#include "text/unicode.h"

using namespace dovetail;

namespace {

const std::string folder = help::source_folder() + "/fixtures/terms/";

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// A term without plural: a text may use it in either number.
std::string key_of(const std::string& term) {
  std::string key;
  const auto text = normalise(term);
  for (const auto span : words(text)) key += stem_of(slice(text, span)) + ' ';
  return key;
}

struct Code {
  std::string id, document, profile, glossary, glossary_profile;
};

/// Texts of other codes are read as any reader would who has no profile for them, with the definitions that they hold themselves.
const Code other{"X", "The Code", "generic", "", ""};

const std::map<std::string, Code> codes{{"bsc-section", {"XBSC", "Section W", "bsc-section", "Annex X-1", "bsc-annex"}},
                                        {"bscp", {"XBSC", "XBSCP551", "bscp", "Annex X-1", "bsc-annex"}},
                                        {"rec-schedule", {"XREC", "Schedule 84", "rec-schedule", "Schedule 1", "rec-schedule"}},
                                        {"dcusa", {"XDCUSA", "XDCUSA", "dcusa", "", ""}},
                                        {"sec", {"XSEC", "XSEC", "sec", "", ""}},
                                        {"cusc", {"XCUSC", "XCUSC Section 3", "cusc", "XCUSC Section 11", "cusc"}}};

Review checked(const std::string& set, const std::string& name) {
  const auto& code = codes.contains(name) ? codes.at(name) : other;
  std::string project = "project: T\ncodes:\n  - {id: " + code.id + "}\ndocuments:\n  - {path: text.txt, id: " + code.document +
                        ", code: " + code.id + ", profile: " + code.profile + "}\n";
  std::vector<std::pair<std::string, std::string>> files{{"text.txt", content(folder + set + "/" + name + ".txt")}};
  if (!code.glossary.empty()) {
    project += "  - {path: glossary.txt, id: " + code.glossary + ", code: " + code.id + ", profile: " + code.glossary_profile +
               ", glossary: code, role: live}\n";
    files.emplace_back("glossary.txt", content(folder + set + "/" + name + ".glossary.txt"));
  }
  files.insert(files.begin(), {"dovetail.yaml", project});
  return help::linted(files);
}

struct Count {
  std::size_t words = 0, marked = 0, found = 0, right = 0;
  [[nodiscard]] double precision() const { return found == 0 ? 1 : static_cast<double>(right) / static_cast<double>(found); }
  [[nodiscard]] double recall() const { return marked == 0 ? 1 : static_cast<double>(right) / static_cast<double>(marked); }
};

std::map<std::string, std::map<std::string, std::string>> marked_in(const std::string& set) {
  std::map<std::string, std::map<std::string, std::string>> marked;
  std::ifstream in(folder + set + "/marked.tsv");
  for (std::string line; std::getline(in, line);)
    if (const auto tab = line.find('\t'); tab != std::string::npos) marked[line.substr(0, tab)][key_of(line.substr(tab + 1))] = line.substr(tab + 1);
  return marked;
}

Count measure(const std::string& set, const std::string& name, const std::map<std::string, std::string>& marked, std::ostream& report) {
  Count count;
  count.words = words(content(folder + set + "/" + name + ".txt")).size();
  count.marked = marked.size();
  const auto review = checked(set, name);
  std::set<std::string> seen;
  for (const auto& finding : review.findings) {
    if (finding.rule != "term.undefined" || review.documents[finding.place.document].path.find("text.txt") == std::string::npos) continue;
    const auto key = key_of(finding.text);
    if (!seen.insert(key).second) continue;
    ++count.found;
    if (marked.contains(key))
      ++count.right;
    else
      report << "  invented: " << finding.label << ": " << finding.text << '\n';
  }
  for (const auto& [key, term] : marked)
    if (!seen.contains(key)) report << "  missed: " << term << '\n';
  return count;
}

void judge(const std::string& set, double least_precision, double least_recall) {
  std::ostringstream report;
  report << std::fixed << std::setprecision(3);
  Count all;
  for (const auto& [name, marked] : marked_in(set)) {
    std::ostringstream details;
    const auto count = measure(set, name, marked, details);
    report << set << ' ' << name << ": " << count.words << " words, " << count.marked << " marked, precision " << count.precision() << ", recall "
           << count.recall() << '\n'
           << details.str();
    all.words += count.words, all.marked += count.marked, all.found += count.found, all.right += count.right;
  }
  report << set << " in all: " << all.words << " words, " << all.marked << " marked, precision " << all.precision() << ", recall " << all.recall();
  WARN(report.str());
  CHECK(all.marked > 40);
  CHECK(all.precision() >= least_precision);
  CHECK(all.recall() >= least_recall);
}

}  // namespace

TEST_CASE("Undefined terms of texts marked by hand, which the rule was tuned on", "[check][measure]") { judge("tuned", 0.95, 0.95); }

// The first of gas, heat, water, rail and telecoms beside the codes' own styles: before anything was mended for them, precision 0.779 and recall
// 0.919.
TEST_CASE("Undefined terms of texts marked by hand, of other trades", "[check][measure]") { judge("vocabularies", 0.97, 0.96); }

// Written after that; before anything was mended for these, precision 0.845 and recall 0.817 (0.845 and 0.947 without the text that named ISO/IEC
// 27001 as where terms come from, and was not judged at all).
TEST_CASE("Undefined terms of texts marked by hand, of credit, theft, security, services, hydrogen", "[check][measure]") {
  judge("later", 0.95, 0.95);
}

// Written when the rule was as it is but for what these showed (days and places behind "in"): precision 0.906 and recall 0.980 before that.
TEST_CASE("Undefined terms of texts marked by hand, of disputes, switches, tariffs, ports", "[check][measure]") { judge("fresh", 0.95, 0.95); }

// Written before that; before anything was mended for these, precision 0.888 and recall 0.947.
TEST_CASE("Undefined terms of texts marked by hand, of agents, data access, flexibility, hubs, queues, charging", "[check][measure]") {
  judge("last", 0.95, 0.95);
}

// Written before the rule was looked at again; before anything was mended for these, precision 0.789 and recall 0.961.
TEST_CASE("Undefined terms of texts marked by hand, of a code of practice, formulas, a capacity market, forms, smart meters", "[check][measure]") {
  judge("annexes", 0.97, 0.95);
}

// Likewise; before anything was mended for these, precision 0.861 and recall 0.958.
TEST_CASE("Undefined terms of texts marked by hand, of a connection agreement, a licence, exceptions, rebates", "[check][measure]") {
  judge("agreements", 0.97, 0.95);
}

// Written after what those showed was mended; before anything was mended for these, precision 0.932 and recall 0.982.
TEST_CASE("Undefined terms of texts marked by hand, of data registration, assurance, tests", "[check][measure]") { judge("registers", 0.95, 0.95); }

// 14,600 words in five styles, marked before the rule was run on them; before anything was mended for these, precision 0.883 and recall 0.948. Most
// of what was invented a sentence explains without quotation marks ("…, being £5", "… is a Dormant Device"). The other sets counted some such phrases
// as undefined, and do not any more: 14 marks.
TEST_CASE("Undefined terms of texts marked by hand, of shared meters, prepayment, curtailed connections, queues, hubs", "[check][measure]") {
  judge("communities", 0.95, 0.95);
}

// Written when the rule had been tuned on the others; it then had precision 0.933 and recall 0.822 here. What it was mended for since (phrases of a
// defined word and another, bodies of the world outside) came from these texts, so their figures now are no measure of text that nobody has seen.
TEST_CASE("Undefined terms of texts marked by hand that were written after the rule", "[check][measure]") { judge("held-out", 0.95, 0.92); }
