// What a source could not give silences the rules that need it, and no others.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "help/linted.h"

using namespace dovetail;

namespace {

const std::string project =
    "codes: [{id: XBSC, name: X Balancing and Settlement Code}]\n"
    "documents:\n  - {path: draft.html, id: XBSCP901, code: XBSC, profile: bscp, baseline: baseline.txt}\n";

const std::string baseline =
    "1 General\n1.1 The Supplier shall send the report.\n1.2 The Agent shall load it.\n1.3 This is subject to paragraph 1.2.\n2 Reports\n"
    "2.1 The report is monthly.\n2.2 The Agent shall keep it.\n2.3 The Agent shall publish it.\n3 Notices\n3.1 Notices are in writing.\n"
    "3.2 The Supplier shall give notice.\n3.3 The Agent shall answer.\n";

/// The baseline as a page, with a reference to what is not there and a change that nothing marks.
std::string page(const std::string& head, const std::string& tail = {}) {
  std::string html = "<html><head><title>XBSCP901</title>" + head + "</head><body>";
  for (std::size_t at = 0; at < baseline.size();) {
    const auto end = baseline.find('\n', at);
    html += "<p>" + baseline.substr(at, end - at) + "</p>\n";
    at = end + 1;
  }
  const auto replace = [&](const std::string& old, const std::string& words) { html.replace(html.find(old), old.size(), words); };
  replace("subject to paragraph 1.2", "subject to <ins>paragraph 9.4 and </ins>paragraph 1.2");
  replace("monthly", "weekly");
  return html + tail + "</body></html>";
}

struct Said {
  std::size_t missing, unmarked, lossy, blocked;
  friend bool operator==(const Said&, const Said&) = default;
};

std::ostream& operator<<(std::ostream& out, const Said& said) {
  return out << said.missing << " missing, " << said.unmarked << " unmarked, " << said.lossy << " lossy, " << said.blocked << " blocked";
}

Said said_of(const std::string& html) {
  const auto review = help::linted({{"dovetail.yaml", project}, {"draft.html", html}, {"baseline.txt", baseline}});
  const auto count = [&](const std::string& rule) {
    return static_cast<std::size_t>(std::count_if(review.findings.begin(), review.findings.end(), [&](const Finding& f) { return f.rule == rule; }));
  };
  return {count("reference.missing"), count("change.unmarked"), count("input.lossy-source"), count("input.blocked")};
}

}  // namespace

TEST_CASE("Typed numbers and elements of changes are judged in a web page as anywhere", "[check]") {
  CHECK(said_of(page("")) == Said{1, 1, 1, 0});
  CHECK(said_of(page("<link rel=stylesheet href=portal.css><script src=statistics.js></script>")) == Said{1, 1, 1, 0});
}

TEST_CASE("A page that numbers by style sheet has no missing numbers", "[check]") {
  CHECK(said_of(page("<style>h2::before { content: counters(part, '.') }</style>")) == Said{0, 1, 1, 0});
}

TEST_CASE("A page that marks by classes is not compared, and says so", "[check]") {
  CHECK(said_of(page("", "<p>3.4 The <span class=inserted>new</span> Agent.</p>")) == Said{1, 0, 1, 1});
}

TEST_CASE("A page that is not all of its text is neither compared nor searched for numbers", "[check]") {
  CHECK(said_of(page("", "<iframe src=annex.html></iframe>")) == Said{0, 0, 1, 1});
}
