// The family design: ways out of a process that no text speaks of.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "check/atom_finding.h"
#include "check/design.h"
#include "check/make_finding.h"
#include "text/inflection.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_yes(std::string_view folded) {
  constexpr std::array<std::string_view, 9> words{"yes", "y", "true", "ok", "valid", "accepted", "accept", "pass", "passed"};
  return one_of(folded, words);
}

bool is_no(std::string_view folded) {
  constexpr std::array<std::string_view, 5> words{"no", "n", "false", "otherwise", "else"};
  return one_of(folded, words);
}

/// What a text says when something does not go well, as verb_root_of leaves it.
bool is_negative(std::string_view folded) {
  constexpr std::array<std::string_view, 16> begins{"reject", "refus",    "declin",    "fail",      "invalid", "unable", "unsuccess", "error",
                                                    "cannot", "unaccept", "incorrect", "incomplet", "dispute", "late",   "no",        "not"};
  return std::any_of(begins.begin(), begins.end(), [&](std::string_view b) { return b.size() <= 3 ? folded == b : folded.starts_with(b); });
}

bool is_small(std::string_view folded) {
  constexpr std::array<std::string_view, 25> words{"if", "the", "a",    "an",   "is",  "are",  "be",    "to", "of",  "in",   "on",  "by",  "and",
                                                   "or", "has", "have", "been", "was", "when", "where", "it", "for", "with", "its", "then"};
  return one_of(folded, words);
}

struct Line {
  std::set<std::string> roots, folded;
};

std::vector<std::string> content(std::string_view text, bool as_roots) {
  std::vector<std::string> found;
  const std::string normal = normalise(text);
  for (const Span word : words(normal)) {
    const std::string one = fold(slice(normal, word));
    if (!is_small(one)) found.push_back(as_roots ? verb_root_of(slice(normal, word)) : one);
  }
  return found;
}

class Branches {
 public:
  Branches(const Review& review, const Rule& rule, Checked& checked) : review_(review), rule_(rule), checked_(checked) {}

  void run() {
    for (std::uint32_t u = 0; u < review_.units.size(); ++u) {
      const Unit& unit = review_.units[Id<Unit>(u)];
      if (unit.branches.empty()) continue;
      if (linked_.empty()) learn();
      learn_order(unit);
      for (const Branch& branch : unit.branches)
        if (leads_away(branch) && !is_expressed(branch)) report(Id<Unit>(u), branch);
    }
  }

 private:
  /// Which units' text carries which step.
  void learn() {
    for (const AtomCoverage& entry : review_.corpus.coverage) {
      const Item& item = review_.units[entry.item.unit].items[entry.item.id];
      if (item.kind != "bp_step") continue;
      for (const CoverageTarget& target : entry.targets)
        if (target.outcome != TraceOutcome::orphaned && target.place.document) linked_[item.id].insert(target.place.document.value);
    }
  }

  void learn_order(const Unit& unit) {
    order_.clear();
    for (const Item& item : unit.items)
      if (item.kind == "bp_step") order_.emplace(item.id, order_.size());
  }

  /// The process ends here, or goes back: no step behind the branch can speak for it.
  [[nodiscard]] bool leads_away(const Branch& branch) const {
    if (branch.from.empty() || is_yes(fold_phrase(branch.condition))) return false;
    const auto place = [&](const std::string& id) {
      const auto found = order_.find(id);
      return found == order_.end() ? order_.size() : found->second;
    };
    const std::size_t from = place(branch.from.front());
    return std::all_of(branch.to.begin(), branch.to.end(), [&](const std::string& id) { return place(id) <= from; });
  }

  [[nodiscard]] std::set<std::uint32_t> texts(const Branch& branch) const {
    std::set<std::uint32_t> all;
    for (const auto* steps : {&branch.from, &branch.to})
      for (const std::string& step : *steps)
        if (const auto found = linked_.find(step); found != linked_.end()) all.insert(found->second.begin(), found->second.end());
    return all;
  }

  const std::vector<Line>& lines_of(std::uint32_t document) {
    const auto [place, fresh] = lines_.try_emplace(document);
    if (!fresh || document >= review_.units.size()) return place->second;
    const Projection& text = review_.units[Id<Unit>(document)].projection(View::proposed);
    for (const auto& line : text.lines) {
      Line made;
      const auto words = slice(text.text, line.span);
      for (auto& root : content(words, true)) made.roots.insert(std::move(root));
      for (auto& word : content(words, false)) made.folded.insert(std::move(word));
      place->second.push_back(std::move(made));
    }
    return place->second;
  }

  /// Some line of the linked texts has most of the branch's words; of a bare "No" what is decided, and a word for that it fails.
  bool is_expressed(const Branch& branch) {
    const auto documents = texts(branch);
    if (documents.empty()) return true;  // no text is linked: coverage speaks of that
    const bool no = is_no(fold_phrase(branch.condition));
    const auto wanted = content(no ? branch.gateway : branch.condition, true);
    if (wanted.empty()) return true;
    return std::any_of(documents.begin(), documents.end(), [&](std::uint32_t document) {
      const auto& lines = lines_of(document);
      return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
        const auto met =
            static_cast<std::size_t>(std::count_if(wanted.begin(), wanted.end(), [&](const auto& root) { return line.roots.contains(root); }));
        const bool negative = std::any_of(line.folded.begin(), line.folded.end(), [](const std::string& word) { return is_negative(word); });
        if (no) return negative && met > 0;
        return met * 2 >= wanted.size() && met > 0 && (met == wanted.size() || negative || wanted.size() > 2);
      });
    });
  }

  void report(Id<Unit> unit, const Branch& branch) {
    const std::string& step = branch.from.front();
    Finding finding = table_finding(review_, rule_, unit, branch.span, step);
    finding.atom = step;
    finding.key = step + " " + branch.gateway + " " + branch.condition;
    const std::string name = branch.gateway.empty() ? "\"" + branch.condition + "\"" : "\"" + branch.condition + "\" of \"" + branch.gateway + "\"";
    const std::string end = branch.to.empty() ? "ends the process" : "leads back to " + branch.to.front();
    finding.message = fill(rule_.message, {{"label", step}, {"atom", step}, {"branch", name}, {"what", end}});
    for (const std::uint32_t document : texts(branch))
      finding.notes.push_back({{Id<Document>(document), {}}, {}, document_name(review_.units[Id<Unit>(document)]) + " carries the step"});
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  std::map<std::string, std::set<std::uint32_t>> linked_;  // documents by step
  std::map<std::string, std::size_t> order_;
  std::map<std::uint32_t, std::vector<Line>> lines_;
};

}  // namespace

void check_uncodified_branch(const Review& review, const Rule& rule, Checked& checked) { Branches(review, rule, checked).run(); }

}  // namespace dovetail
