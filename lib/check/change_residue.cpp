// change.residue: what must not go out with a text, and what may stay until a later stage.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "check/change.h"
#include "check/make_finding.h"
#include "check/shared.h"
#include "model/own_comment.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

// Placeholders, broken references and drafting notes; [No heading], [Not presently used] and names of parties are live forms.
constexpr const char* residues =
    "(\\[ +\\]|\\[ ?/ ?\\]|\\[ ?[\xE2\x80\xA2\xE2\x97\x8F] ?\\]|\\[ ?_{2,} ?\\]|\\[ ?\\?+ ?\\]|\\[ ?(?i:TB[ACD]) ?\\]|\\b(?:TB[CD]|tb[cd])\\b|"
    "\\bt\\.b\\.[cd]\\.|\\[ ?(?i:insert|placeholder)\\b[^\\n\\[\\]]*\\]|\\[ ?(?i:to (?:follow|come)) ?\\]|"
    "\\[[^\\n\\[\\]]{0,40}\\b(?i:to be (?:confirmed|determined|inserted|agreed|completed|added|drafted|advised))\\b[^\\n\\[\\]]*\\]|"
    "<<[^<>\\n]{2,60}>>|\\?\\?\\?|(?:\\b[Xx]{2,}|\\[ ?[Xx]{1,3} ?\\]|_{2,}) (?:Working Days?|WD|[Hh]ours?|[Dd]ays?|[Mm]onths?)\\b|"
    "(?i:\\b(?:paragraph|section|clause)s? )(?:[Xx]\\.[Xx]\\b|\\[ ?[Xx]{1,3} ?\\])|\\b(?:P|CP|DCP|R|CMP)[0-9]{0,3}[Xx]{2,3}\\b|"
    "Error! (?:Reference source not found|Bookmark not defined|No text of specified style in document)\\.?)|"
    "(?i:\\[(?:drafting|drafters?'?s?) notes?[^\\n\\]]*\\]|\\[note: [^\\n\\]]*\\]|\\[note to (?:the "
    ")?(?:drafters?|draft)\\b[^\\n\\]]*\\]|\\bdrafting note:[^\\n]*)|"
    "\\[(?:DN|(?i:(?:[a-z']+ ){0,2}(?:drafting|author(?:'s)? note|comment))): [^\\n\\[\\]]*\\]|"
    "\\[[A-Z]{2,3}: [^\\n\\[\\]]*\\?\\]|"  // "[AB: is this right?]"
    "\\[[A-Z][^\\n\\[\\]]{30,}[.;] ?\\]";  // a whole sentence that is still to be settled

Severity severity_at(const std::string& stage) {
  if (stage == "final") return Severity::error;
  if (stage == "consultation" || stage == "mop-up" || stage == "consistency") return Severity::warning;
  return Severity::note;
}

struct Match {
  Span source;
  bool note = false;  // a drafting note, which weighs as the stage says
};

/// Spans in any order that may hold one another; asks in logarithmic time.
class SpanSet {
 public:
  void add(Span span) { spans_.push_back(span); }
  /// After the last add, before the first question.
  void close() {
    std::sort(spans_.begin(), spans_.end());
    std::uint32_t furthest = 0;
    for (const Span span : spans_) ends_.push_back(furthest = std::max(furthest, span.end));
  }
  [[nodiscard]] bool overlap(Span span) const {
    const auto after = std::lower_bound(spans_.begin(), spans_.end(), span.end, [](Span s, std::uint32_t end) { return s.begin < end; });
    return after != spans_.begin() && ends_[static_cast<std::size_t>(after - spans_.begin()) - 1] > span.begin;
  }

 private:
  std::vector<Span> spans_;
  std::vector<std::uint32_t> ends_;  // the furthest end of the spans so far
};

/// Looks through one draft.
class ResidueFinder {
 public:
  ResidueFinder(const Review& review, const Rule& rule, Id<Unit> unit, const Input& input, Checked& checked)
      : review_(review),
        rule_(rule),
        id_(unit),
        unit_(review.units[unit]),
        document_(review.documents[unit_.document]),
        checked_(checked),
        stage_(input.entry != nullptr && !input.entry->stage.empty() ? input.entry->stage : review.project.stage) {
    for (const Field& field : document_.fields) {
      const bool index = field.kind == "XE" || field.kind == "TC" || field.kind == "TA" || field.kind == "RD";
      (index ? index_fields_ : fields_).add(field.result);
    }
    fields_.close();
    index_fields_.close();
  }

  void find() {
    typed();
    typed_.close();
    hidden_and_highlighted();
    comments();
  }

 private:
  static const Pattern& pattern() {
    static const Pattern compiled = Pattern::literal(residues);
    return compiled;
  }

  /// "[ ] New [ ] Change", or "[ ] Continues …" below "[x] Expires …": boxes of a form, each with its words, at the start of their line.
  static bool is_tick_box(const Projection& projection, Span match) {
    static const Pattern box = Pattern::literal("\\[ *(?:[xX]|\xE2\x9C\x93|\xE2\x9C\x94)? *\\] ?\\p{Lu}");
    static const Pattern line_of_boxes = Pattern::literal(
        "^ *(?:[^\\[\\]]{0,80}: ?)?(?:\\[ *(?:[xX]|\xE2\x9C\x93|\xE2\x9C\x94)? *\\] ?\\p{Lu}|\\[ *(?:[xX]|\xE2\x9C\x93|\xE2\x9C\x94) *\\] )");
    const auto line = line_at(projection, match.begin);
    if (!line || projection.text[match.begin] != '[' || !box.match_at(projection.text, match.begin)) return false;
    const auto text_of = [&](std::uint32_t n) { return slice(projection.text, projection.lines[n].span); };
    const auto begins_with_box = [&](std::uint32_t n) { return n < projection.lines.size() && line_of_boxes.find(text_of(n)).has_value(); };
    if (!begins_with_box(*line)) return false;
    const auto first = box.find(text_of(*line));
    return begins_with_box(*line + 1) || (*line > 0 && begins_with_box(*line - 1)) || (first && box.find(text_of(*line), first->span.end));
  }

  /// "this ____ day of ____": who signs a deed writes the date by hand.
  static bool is_date_to_write(const Projection& projection, Span match) {
    const std::string_view rest = std::string_view(projection.text).substr(match.end);
    return projection.text[match.begin] == '_' && slice(projection.text, match).ends_with("day") && rest.starts_with(" of");
  }

  /// Those of one line, added to `found`.
  void match_line(const Projection& projection, const Line& line, std::vector<Match>& found) const {
    const auto text = slice(projection.text, line.span);
    for (auto match = pattern().find(text); match; match = pattern().find(text, match->span.end)) {
      if (!at_word_edge(text, match->span.begin) || !at_word_edge(text, match->span.end)) continue;
      const Span span{line.span.begin + match->span.begin, line.span.begin + match->span.end};
      if (is_tick_box(projection, span) || is_date_to_write(projection, span)) continue;
      found.push_back({projection.to_source(span), !match->groups[0].has_value()});
    }
  }

  void typed() {
    const auto& proposed = unit_.projection(View::proposed);
    std::vector<Match> now, before_all;
    for (const auto line : shared_work(review_, checked_).lines_with(residue_expressions(rule_), id_))
      match_line(proposed, proposed.lines[line], now);
    if (now.empty()) return;
    const auto& baseline = unit_.projection(View::baseline);
    for (const Line& line : baseline.lines) match_line(baseline, line, before_all);
    std::set<Span> before;
    for (const Match& match : before_all) before.insert(match.source);
    for (const Match& match : now) {
      if (in_comment(match.source) || fields_.overlap(match.source)) continue;  // a field's stored error is reference.stale-field's
      Finding finding = make_finding(review_, rule_, id_, match.source, {before.count(match.source) > 0, true});
      if (match.note) finding.severity = severity_at(stage_);
      const std::string words = "\"" + finding.text + "\"";
      typed_.add(match.source);
      add(std::move(finding), match.note ? "note" : "placeholder", words);
    }
  }

  [[nodiscard]] bool in_comment(Span source) const {
    const auto paragraph = paragraph_at(document_, source.begin);
    return paragraph && document_.paragraphs[paragraph].part == Part::comment;
  }

  // Highlight that says what text is about is no residue; that of a note is.
  [[nodiscard]] bool explains(const std::string& highlight) const {
    if (document_.marking == nullptr) return false;
    const auto colour = colour_of_highlight(highlight);
    for (const ManualMark& mark : document_.marking->marks) {
      if (!mark.highlight || mark.brackets) continue;
      const MarkColour& wanted = *mark.highlight;
      const bool fits = wanted.kind == MarkColour::Kind::any ||
                        (colour && (wanted.kind == MarkColour::Kind::hue ? hue_of(*colour) == wanted.hue : *colour == wanted.value));
      if (fits) return mark.means != MarkMeaning::note;
    }
    return false;
  }

  // Runs that stand together and look alike are one place.
  void hidden_and_highlighted() {
    Span open;
    bool open_hidden = false;
    Views open_views;
    const auto close = [&] {
      if (!open.empty()) look(open, open_hidden, open_views);
      open = {};
    };
    for (const Run& run : document_.runs) {
      const bool known = run.format && visible(run, View::proposed);
      const bool hides = known && document_.formats[run.format].hidden;
      const bool shines = known && !document_.formats[run.format].highlight.empty() && !explains(document_.formats[run.format].highlight);
      if (run.kind == RunKind::paragraph_mark || (!hides && !shines)) {
        if (visible(run, View::proposed)) close();
        continue;
      }
      if (!open.empty() && open_hidden != hides) close();
      if (open.empty()) {
        open = run.span;
        open_views = {};
      }
      open.end = run.span.end;
      open_hidden = hides;
      open_views.proposed = true;
      open_views.baseline = open_views.baseline || visible(run, View::baseline);
    }
    close();
  }

  void look(Span source, bool hides, Views views) {
    if (in_comment(source) || (hides && index_fields_.overlap(source))) return;
    Finding finding = make_finding(review_, rule_, id_, source, views);
    if (finding.text.empty() || (!hides && typed_.overlap(source))) return;
    if (!hides) finding.severity = severity_at(stage_);
    const std::string words = "\"" + finding.text + "\"";
    add(std::move(finding), hides ? "hidden" : "highlight", (hides ? "hidden text " : "highlight on ") + words);
  }

  // A comment that only names artefacts, or speaks to this program, is meant to stay until the end.
  [[nodiscard]] static bool only_ids(std::string_view text) {
    static const Pattern id = Pattern::literal("[A-Za-z]{1,12}[-_. ]?[A-Za-z0-9._/-]*[0-9][A-Za-z0-9._/-]*");
    bool any = false;
    while (!text.empty()) {
      const std::size_t end = text.find_first_of(",;\n\v");
      const std::string_view value = trim(text.substr(0, end));
      if (!value.empty() && !value.starts_with("dovetail:") && !id.matches(value)) return false;
      any = any || !value.empty();
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return any;
  }

  void comments() {
    std::vector<const Comment*> ids, own;
    for (const Comment& comment : document_.comments) {
      if (is_own(comment)) {
        own.push_back(&comment);
        continue;
      }
      const std::string text = words_in_view(review_, id_, comment.span, View::proposed);
      if (only_ids(slice(document_.text, comment.span))) {
        ids.push_back(&comment);
        continue;
      }
      Finding finding = comment_finding(comment);
      finding.key = text;
      add(std::move(finding), "comment",
          "a comment" + (comment.author.empty() ? "" : " by " + comment.author) + (text.empty() ? "" : " (\"" + text + "\")"));
    }
    if (!own.empty()) {
      Finding finding = comment_finding(*own.front());
      add(std::move(finding), own_comments_key.data(),
          "a comment by " + std::string(own_author) + (own.size() == 1 ? "" : " (the first of " + std::to_string(own.size()) + ")"));
    }
    if (ids.empty() || stage_ != "final") return;
    Finding finding = comment_finding(*ids.front());
    add(std::move(finding), "comment ids", "a comment that only names design artefacts (the first of " + std::to_string(ids.size()) + ")");
  }

  [[nodiscard]] Finding comment_finding(const Comment& comment) const {
    Finding finding = make_finding(review_, rule_, id_, comment.anchor, {true, true});
    finding.severity = severity_at(stage_);
    finding.introduced = true;  // comments are the draft's own
    return finding;
  }

  void add(Finding finding, const char* kind, const std::string& what) {
    finding.message = fill(rule_.message, {{"label", finding.label}, {"what", what}});
    finding.key = std::string(kind) + ": " + (finding.key.empty() ? finding.text : finding.key);
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Id<Unit> id_;
  const Unit& unit_;
  const Document& document_;
  Checked& checked_;
  std::string stage_;
  SpanSet fields_, index_fields_, typed_;
};

}  // namespace

std::vector<PatternSearch::Expression> residue_expressions(const Rule&) { return {{residues, false}}; }

void check_residue(const Review& review, const Rule& rule, Checked& checked) {
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].role == InputRole::draft && review.units[Id<Unit>(n)].has_body)
      ResidueFinder(review, rule, Id<Unit>(n), review.inputs[n], checked).find();
}

}  // namespace dovetail
