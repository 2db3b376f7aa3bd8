// Marks that say nothing or too much: no-effect, wholesale, formatting-only, unknown authors, two schemes in one text.
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/change.h"
#include "check/make_finding.h"
#include "check/telling.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t many = 5;          // from so many on, they are one finding for the document
constexpr std::size_t most_places = 20;  // places shown of such a finding
constexpr std::uint32_t long_text = 12;  // words from which on retyping is worth a word

const Document& document_of(const Review& review, Id<Unit> unit) { return review.documents[review.units[unit].document]; }

bool touches_field(const Document& document, Span span) {
  return std::any_of(document.fields.begin(), document.fields.end(), [&](const Field& field) { return field.result.overlaps(span); });
}

/// Findings of one document that become one when they are many.
void add_few_or_one(std::vector<Finding> findings, const std::string& what, Checked& checked) {
  if (findings.size() < many) {
    std::move(findings.begin(), findings.end(), std::back_inserter(checked.findings));
    return;
  }
  Finding first = std::move(findings.front());
  first.message += "; the first of " + std::to_string(findings.size()) + " " + what;
  for (std::size_t n = 1; n < findings.size() && n <= most_places; ++n)
    first.notes.push_back({findings[n].place, findings[n].label, "also here: " + quoted(findings[n].text)});
  checked.findings.push_back(std::move(first));
}

/// Whether some mark of words touches the span; marks stand in order and apart.
bool is_marked(const DraftChanges& draft, Span span) {
  const auto after = std::lower_bound(draft.marks.begin(), draft.marks.end(), span.end,
                                      [](const MarkedChange& mark, std::uint32_t end) { return mark.span.begin < end; });
  return after != draft.marks.begin() && std::prev(after)->span.end > span.begin;
}

bool starts_paragraph(const Document& document, std::uint32_t offset) {
  const auto at = paragraph_at(document, offset);
  return at &&
         trim(std::string_view(document.text).substr(document.paragraphs[at].span.begin, offset - document.paragraphs[at].span.begin)).size() < 12;
}

}  // namespace

void check_no_effect(const Review& review, const Rule& rule, Checked& checked) {
  for (const DraftChanges& draft : review.corpus.changes) {
    std::vector<Finding> findings;
    for (const MarkedChange& mark : draft.marks) {
      if (mark.moves || mark.looks_differ || mark.before.empty() || mark.before != mark.after) continue;
      if (touches_field(document_of(review, draft.unit), mark.span)) continue;
      Finding finding = make_finding(review, rule, draft.unit, mark.span, {true, true});
      finding.introduced = true;
      finding.text = mark.after;
      finding.key = mark.after;
      finding.message = fill(rule.message, {{"label", finding.label}, {"words", quoted(mark.after)}});
      findings.push_back(std::move(finding));
    }
    if (!findings.empty()) add_few_or_one(std::move(findings), "marks that change nothing", checked);
  }
}

void check_wholesale(const Review& review, const Rule& rule, Checked& checked) {
  for (const DraftChanges& draft : review.corpus.changes)
    for (const MarkedChange& mark : draft.marks) {
      const std::uint32_t most = std::max(mark.before_words, mark.after_words);
      if (mark.moves || mark.before == mark.after || std::min(mark.before_words, mark.after_words) < long_text) continue;
      if ((most - mark.common_words) * 5 >= most || mark.minimal.empty()) continue;
      if (!starts_paragraph(document_of(review, draft.unit), mark.span.begin)) continue;
      Finding finding = make_finding(review, rule, draft.unit, mark.span, {false, true});
      finding.introduced = true;
      finding.key = mark.minimal;
      const std::string share = std::to_string(most - mark.common_words) + " of " + std::to_string(most);
      finding.message = fill(rule.message, {{"label", finding.label}, {"share", share}, {"redline", mark.minimal}});
      checked.findings.push_back(std::move(finding));
    }
}

void check_formatting_only(const Review& review, const Rule& rule, Checked& checked) {
  for (const DraftChanges& draft : review.corpus.changes) {
    const Document& document = document_of(review, draft.unit);
    std::set<Id<Paragraph>> told;
    std::vector<Finding> findings;
    for (const FormatChange& change : document.format_changes) {
      const auto at = paragraph_at(document, change.span.begin);
      const bool has_words = is_marked(draft, change.span);
      if (!at || has_words || document.paragraphs[at].part == Part::comment || !told.insert(at).second) continue;
      const Paragraph& paragraph = document.paragraphs[at];
      if (paragraph.number[0].empty() != paragraph.number[1].empty()) continue;  // it gets or loses a number, which is no matter of looks
      Finding finding = make_finding(review, rule, draft.unit, change.span, {true, true});
      finding.introduced = true;
      finding.key = "format " + finding.text;
      finding.message = fill(rule.message, {{"label", finding.label}, {"words", finding.text.empty() ? "the paragraph" : quoted(finding.text)}});
      findings.push_back(std::move(finding));
    }
    if (!findings.empty()) add_few_or_one(std::move(findings), "paragraphs where formatting alone is marked", checked);
  }
}

namespace {

/// Says what is odd about who made a revision.
class AuthorCheck {
 public:
  explicit AuthorCheck(const Document& document) : any_(document.marking == nullptr || document.marking->authors.empty()) {
    if (any_) return;
    for (const std::string& expression : document.marking->authors)
      if (auto pattern = Pattern::compile(expression)) expected_.push_back(std::move(*pattern));
  }

  /// Why the author is not one that is expected; empty where it is.
  [[nodiscard]] std::string doubt_about(const Revision& revision) const {
    const std::string author = fold_phrase(revision.author);
    if (author.empty() || author == "author" || author == "unknown" || author == "unknown author") return "a revision has no author";
    if (!any_ && std::none_of(expected_.begin(), expected_.end(), [&](const Pattern& pattern) { return pattern.matches(revision.author); }))
      return "\"" + revision.author + "\" is none of the authors that the marking scheme lists";
    return revision.date.empty() ? "a revision by " + revision.author + " has no date" : "";
  }

 private:
  bool any_;
  std::vector<Pattern> expected_;
};

void authors_of(const Review& review, const Rule& rule, const DraftChanges& draft, Checked& checked) {
  const Document& document = document_of(review, draft.unit);
  const AuthorCheck authors(document);
  std::set<Id<Revision>> met;
  std::vector<std::pair<std::string, Span>> doubts;  // in order of the text
  for (const MarkedChange& mark : draft.marks)
    for (const auto id : mark.revisions) {
      if (!met.insert(id).second || document.revisions[id].scheme == Scheme::manual) continue;
      const std::string doubt = authors.doubt_about(document.revisions[id]);
      const bool told = std::any_of(doubts.begin(), doubts.end(), [&](const auto& known) { return known.first == doubt; });
      if (!doubt.empty() && !told) doubts.emplace_back(doubt, mark.span);
    }
  if (doubts.empty()) return;
  std::string what;
  for (const auto& [doubt, span] : doubts) what += (what.empty() ? "" : "; ") + doubt;
  Finding finding = make_finding(review, rule, draft.unit, doubts.front().second, {true, true});
  finding.introduced = true;
  finding.key = what;
  finding.message = fill(rule.message, {{"label", finding.label}, {"what", what}});
  checked.findings.push_back(std::move(finding));
}

}  // namespace

void check_unknown_author(const Review& review, const Rule& rule, Checked& checked) {
  for (const DraftChanges& draft : review.corpus.changes) {
    const FileKind kind = document_of(review, draft.unit).kind;
    if (kind == FileKind::docx || kind == FileKind::odt) authors_of(review, rule, draft, checked);  // other formats have no authors
  }
}

void check_mixed_marks(const Review& review, const Rule& rule, Checked& checked) {
  for (const DraftChanges& draft : review.corpus.changes) {
    const Document& document = document_of(review, draft.unit);
    if (document.marking == nullptr || document.marking->mixed) continue;
    std::array<std::vector<const MarkedChange*>, 2> marks;  // tracked, manual
    for (const MarkedChange& mark : draft.marks)
      for (const auto id : mark.revisions) marks[document.revisions[id].scheme == Scheme::manual ? 1 : 0].push_back(&mark);
    if (marks[0].empty() || marks[1].empty()) continue;
    const auto& fewer = marks[1].size() <= marks[0].size() ? marks[1] : marks[0];
    Finding finding = make_finding(review, rule, draft.unit, fewer.front()->span, {true, true});
    finding.introduced = true;
    finding.key = "mixed";
    finding.message =
        fill(rule.message, {{"label", finding.label}, {"tracked", std::to_string(marks[0].size())}, {"manual", std::to_string(marks[1].size())}});
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
