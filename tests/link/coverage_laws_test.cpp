// What must hold of the coverage of any project, tried on many made by chance.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "help/coverage_world.h"
#include "help/linted.h"
#include "report/reporters.h"
#include "report/trace.h"

using namespace dovetail;

namespace {

constexpr std::uint32_t worlds = 12;

/// How much a status is worth: more links never make it less.
int rank(CoverageStatus s) {
  const std::vector<CoverageStatus> order{CoverageStatus::uncovered, CoverageStatus::pending,   CoverageStatus::waived, CoverageStatus::weak,
                                          CoverageStatus::partial,   CoverageStatus::contested, CoverageStatus::covered};
  return static_cast<int>(std::find(order.begin(), order.end(), s) - order.begin());
}

std::string key_of(const Review& review, const AtomCoverage& entry) {
  return review.units[entry.item.unit].items[entry.item.id].id + " " + entry.code;
}

std::map<std::string, CoverageStatus> statuses(const Review& review) {
  std::map<std::string, CoverageStatus> all;
  for (const AtomCoverage& entry : review.corpus.coverage) all[key_of(review, entry)] = entry.status;
  return all;
}

/// "L3 QRR-101 1.2": one link of the register.
std::string name_of_link(const Review& review, const TraceLink& link) {
  return std::string(review.units[link.row.unit].records[link.row.id].field("link_id")) + " " + link.atom + " " + link.label;
}

}  // namespace

TEST_CASE("in any project a link more never lowers coverage", "[link][laws]") {
  std::size_t rises = 0;
  for (std::uint32_t seed = 1; seed <= worlds; ++seed) {
    const help::CoverageWorld world(seed);
    auto before = statuses(help::linted(world.files(0)));
    for (std::size_t links = 1; links <= world.links(); ++links) {
      const auto now = statuses(help::linted(world.files(links)));
      REQUIRE(now.size() == before.size());
      for (const auto& [atom, status] : now) {
        if (status == CoverageStatus::not_owed) continue;
        INFO("seed " << seed << ", link " << links << ", " << atom << ": " << name_of(before[atom]) << " to " << name_of(status));
        CHECK(rank(status) >= rank(before[atom]));
        rises += rank(status) > rank(before[atom]) ? 1U : 0U;
      }
      before = now;
    }
  }
  CHECK(rises > worlds * 4);  // the links do something
}

TEST_CASE("in any project an atom that goes orphans its own links and no others", "[link][laws]") {
  std::size_t orphaned = 0;
  for (std::uint32_t seed = 1; seed <= worlds; ++seed) {
    const help::CoverageWorld world(seed);
    const auto whole = help::linted(world.files());
    for (std::size_t n = 0; n < world.atoms().size(); n += 2) {
      const std::string& gone = world.atoms()[n];
      const auto without = help::linted(world.without(gone));
      REQUIRE(whole.corpus.traces.size() == without.corpus.traces.size());
      for (std::size_t t = 0; t < whole.corpus.traces.size(); ++t) {
        const TraceLink &then = whole.corpus.traces[t], &now = without.corpus.traces[t];
        INFO("seed " << seed << ", without " << gone << ": " << name_of_link(whole, then));
        if (then.atom == gone) {
          CHECK(now.design == TraceOutcome::unwanted);
          ++orphaned;
        } else {
          CHECK(name_of(now.outcome()) == name_of(then.outcome()));
        }
      }
    }
  }
  CHECK(orphaned > worlds);
}

TEST_CASE("in any project an edit that only renumbers makes no link suspect, and each is followed", "[link][laws]") {
  std::size_t moved = 0;
  for (std::uint32_t seed = 1; seed <= 3 * worlds; ++seed) {
    help::CoverageWorld world(seed);
    world.review_all();
    const auto before = help::linted(world.files());
    for (const TraceLink& link : before.corpus.traces) {
      INFO("seed " << seed << ": " << name_of_link(before, link));
      CHECK(link.text == TraceOutcome::covers);
    }
    world.renumber(seed + 100);
    const auto after = help::linted(world.files());
    std::map<std::string, std::string> labels;
    for (const auto& [then, now] : world.labels()) labels[then] = now;
    REQUIRE(after.corpus.traces.size() == before.corpus.traces.size());
    for (const TraceLink& link : after.corpus.traces) {
      const std::string& expected = labels[link.document + " " + link.label];
      INFO("seed " << seed << ": " << name_of_link(after, link) << " is " << name_of(link.text) << ", now " << expected);
      CHECK(name_of(link.text) == name_of(expected == link.label ? TraceOutcome::covers : TraceOutcome::moved));
      if (expected != link.label) CHECK(link.now == expected);
      moved += expected != link.label ? 1U : 0U;
    }
    CHECK(statuses(after) == statuses(before));
  }
  CHECK(moved > worlds);
}

TEST_CASE("in any project the order of its files changes no byte of a report", "[link][laws]") {
  const ReportOptions options;
  for (std::uint32_t seed = 1; seed <= worlds; ++seed) {
    const help::CoverageWorld world(seed);
    const auto said = [&](const help::CoverageWorld::Files& files) {
      const auto review = help::linted(files);
      std::string all = trace_json(review, options) + trace_text(review, options) + trace_csv(review, options) + trace_html(review, options);
      for (const char* format : {"text", "json", "csv", "sarif", "html"}) all += report_as(format, review, options).value();
      return all;
    };
    const auto first = said(world.files());
    for (std::uint32_t order = 0; order < 3; ++order) {
      const auto again = said(world.reordered(seed * 7 + order));
      const auto differ = std::mismatch(first.begin(), first.end(), again.begin(), again.end());
      const auto begin = static_cast<std::size_t>(differ.first - first.begin());
      INFO("seed " << seed << ", order " << order << ": " << first.substr(begin - std::min<std::size_t>(begin, 80), 200) << "\nand\n"
                   << again.substr(begin - std::min<std::size_t>(begin, 80), 200));
      CHECK((again == first));
    }
  }
}
