// What Word stored of a cross-reference against what it points to now (ECMA-376-1 17.16.5.51 REF, 17.16.5.48 PAGEREF, 17.16.5.39 NOTEREF).
#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

#include "check/judged.h"
#include "check/make_finding.h"
#include "check/reference.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// A field's instruction, cut: its kind, what it names, its switches.
struct Instruction {
  std::string bookmark;
  std::string switches;  // the letters behind "\", lower case: "rh"
  bool counts = false;   // numbers of paragraphs are shown: \n, \r, \w
  bool position = false;
};

Instruction read_instruction(const std::string& text) {
  Instruction out;
  std::istringstream words(text);
  std::string word;
  words >> word;  // REF
  while (words >> word) {
    if (word.size() > 1 && word.front() == '\\') {
      const auto letter = fold(word.substr(1, 1));
      out.switches += letter;
      if (letter == "n" || letter == "r" || letter == "w") out.counts = true;
      if (letter == "p") out.position = true;
      if (letter == "*" || letter == "#" || letter == "@" || letter == "d") words >> word;  // its argument
      continue;
    }
    if (out.bookmark.empty()) out.bookmark = word;
  }
  std::erase(out.bookmark, '"');
  return out;
}

/// "%5FRef1" is "_Ref1": a target of a link may be percent-encoded.
std::string decoded(std::string_view name) {
  std::string out;
  const auto hex = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '%' && i + 2 < name.size() && hex(name[i + 1]) >= 0 && hex(name[i + 2]) >= 0) {
      out += static_cast<char>(hex(name[i + 1]) * 16 + hex(name[i + 2]));
      i += 2;
    } else {
      out += name[i];
    }
  }
  return out;
}

/// A bookmark's name as it is compared: encoded names are decoded, some programs having encoded them more than once.
std::string name_of_bookmark(std::string_view name) {
  std::string out(name);
  for (int round = 0; round < 20; ++round) {
    auto next = decoded(out);
    if (next == out) break;
    out = std::move(next);
  }
  return fold(out);
}

bool is_failed(std::string_view result) {
  static const Pattern failed = Pattern::literal(
      "Error[!:] (?:Reference source not found|Bookmark not defined|No bookmark name given|Not a valid "
      "(?:bookmark|result|link)|No text of specified style|Unknown)");
  return bool(failed.find(result));
}

/// A number as it is compared: without spaces, brackets around a whole decimal, and a full stop behind it.
std::string plain_number(std::string_view text) {
  std::string out = squeeze(normalise(text));
  std::erase(out, ' ');
  while (!out.empty() && (out.back() == '.' || out.back() == ':')) out.pop_back();
  return out;
}

/// Looks through the fields and links of one draft.
class FieldReader {
 public:
  FieldReader(const Review& review, const Rule& rule, Id<Unit> id, Checked& checked)
      : review_(review), rule_(rule), id_(id), unit_(review.units[id]), document_(review.documents[unit_.document]), checked_(checked) {
    for (const auto& bookmark : document_.bookmarks) {
      bookmarks_.emplace(fold(bookmark.name), &bookmark);
      bookmarks_.emplace(name_of_bookmark(bookmark.name), &bookmark);
    }
  }

  void run() {
    for (const auto& field : document_.fields) look(field);
    for (const auto& link : document_.links) look(link);
  }

 private:
  [[nodiscard]] bool in_view(const Field& field, View view) const { return view == View::baseline ? !field.inserted : !field.deleted; }

  void look(const Field& field) {
    if (!in_view(field, View::proposed)) return;
    const auto now = fault(field, View::proposed);
    if (now.empty()) return;
    const bool old = in_view(field, View::baseline) && unit_.has_changes && !fault(field, View::baseline).empty();
    auto finding = make_finding(review_, rule_, id_, field.result, {old || !unit_.has_changes, true});
    const bool failed = is_failed(finding.text);
    const bool minor = field.kind == "TOC" || field.kind == "PAGEREF";
    finding.severity = minor ? Severity::note : failed ? Severity::error : Severity::warning;
    finding.message = fill(rule_.message, {{"label", finding.label}, {"field", finding.text}, {"what", now}});
    finding.key = field.instruction;
    checked_.findings.push_back(std::move(finding));
  }

  /// What is wrong with a field in a view; empty for nothing, or for what cannot be told.
  [[nodiscard]] std::string fault(const Field& field, View view) const {
    const auto shown = words_in_view(review_, id_, field.result, view);
    if (field.outer && is_toc(document_.fields[field.outer]) && field.kind != "PAGEREF") return {};
    if (is_failed(shown) && holds_no_field(field)) return "stands for a target that is gone";
    if (field.kind != "REF" && field.kind != "PAGEREF" && field.kind != "NOTEREF") return {};
    const auto instruction = read_instruction(field.instruction);
    if (instruction.bookmark.empty() || shown.empty()) return {};
    auto found = bookmarks_.find(fold(instruction.bookmark));
    if (found == bookmarks_.end()) found = bookmarks_.find(name_of_bookmark(instruction.bookmark));
    if (found == bookmarks_.end() && is_cut_short(instruction.bookmark)) return {};
    if (found == bookmarks_.end()) return "points to the bookmark " + instruction.bookmark + ", which is not there";
    const auto& bookmark = *found->second;
    if (is_gone(bookmark, view)) return "points to text that the draft deletes";
    if (field.kind != "REF" || instruction.position) return {};
    return instruction.counts ? number_fault(shown, bookmark, view) : text_fault(shown, instruction, bookmark, view);
  }

  /// Word keeps 40 characters of a name: an encoded one may have lost its end, and another may begin like it.
  [[nodiscard]] bool is_cut_short(const std::string& name) const {
    constexpr std::size_t longest = 40, alike = 20;
    if (name.size() < longest - 1) return false;
    const auto start = name_of_bookmark(name).substr(0, alike);
    return std::any_of(bookmarks_.begin(), bookmarks_.end(), [&](const auto& b) { return b.first.starts_with(start); });
  }

  static bool is_toc(const Field& field) { return field.kind == "TOC"; }

  /// Errors of a field inside another are the inner one's.
  [[nodiscard]] bool holds_no_field(const Field& field) const {
    return std::none_of(document_.fields.begin(), document_.fields.end(), [&](const Field& inner) {
      return &inner != &field && field.result.contains(inner.result) && !(inner.result == field.result) && !inner.result.empty();
    });
  }

  /// Whether the text that a bookmark stands in is all deleted in a view.
  [[nodiscard]] bool is_gone(const Bookmark& bookmark, View view) const {
    auto span = bookmark.span;
    if (span.empty()) {
      const auto paragraph = paragraph_at(document_, span.begin);
      if (!paragraph) return false;
      span = document_.paragraphs[paragraph].span;
    }
    bool any = false;
    auto run =
        std::upper_bound(document_.runs.begin(), document_.runs.end(), span.begin, [](std::uint32_t o, const Run& r) { return o < r.span.end; });
    for (; run != document_.runs.end() && run->span.begin < span.end; ++run) {
      if (run->kind == RunKind::paragraph_mark && run->span.end - run->span.begin == 1 && span.size() > 1) continue;
      any = true;
      if (visible(*run, view)) return false;
    }
    return any;
  }

  /// The stored number is the paragraph's own, that of its provision, or the end of it, as the switches and the place may ask.
  [[nodiscard]] std::string number_fault(const std::string& shown, const Bookmark& bookmark, View view) const {
    const auto paragraph = paragraph_at(document_, bookmark.span.begin);
    if (!paragraph) return {};
    const auto provision = provision_at(unit_, view, bookmark.span.begin);
    auto own = plain_number(document_.paragraphs[paragraph].number[index(view)]);
    if (own.empty() && provision && unit_.provisions[provision].paragraph == paragraph)
      own = plain_number(unit_.provisions[provision].number[index(view)]);
    const auto stored = plain_number(shown);
    if (own.empty() || stored.empty() || stored.find_first_of("0123456789(") == std::string::npos) return {};
    const auto whole = provision ? plain_number(unit_.provisions[provision].label[index(view)]) : own;
    for (const auto& right : {own, whole})
      if (right == stored || right.ends_with(stored) || stored.ends_with(right)) return {};
    // "9.2" of "9.2(a)" and the like: relative context leaves out what the reader knows; letters alone are compared by their last part.
    const auto last = own.substr(own.rfind('(') == std::string::npos ? 0 : own.rfind('('));
    if (stored.ends_with(last) || (is_other_notation(own, stored) && is_other_notation(whole, stored))) return {};
    return "points to " + (whole.size() > own.size() ? whole : own);
  }

  /// Only digits against only letters: the number is of a kind that is shown otherwise ("Article I" and "1"); nothing can be said.
  static bool is_other_notation(const std::string& a, const std::string& b) {
    const auto digits = [](const std::string& text) { return text.find_first_of("0123456789") != std::string::npos; };
    return digits(a) != digits(b);
  }

  [[nodiscard]] std::string text_fault(const std::string& shown, const Instruction& instruction, const Bookmark& bookmark, View view) const {
    if (instruction.switches.find('f') != std::string::npos || bookmark.span.empty() || holds_field(bookmark.span)) return {};
    const auto first = paragraph_at(document_, bookmark.span.begin);
    if (!first || bookmark.span.end > document_.paragraphs[first].span.end) return {};  // of several paragraphs
    const auto points = words_in_view(review_, id_, bookmark.span, view);
    if (points.empty() || fold_phrase(points) == fold_phrase(shown) || plain_number(points) == plain_number(shown)) return {};
    if (bare_title(points) == bare_title(shown)) return {};
    return "points to \"" + points + "\"";
  }

  [[nodiscard]] bool holds_field(Span span) const {
    return std::any_of(document_.fields.begin(), document_.fields.end(), [&](const Field& field) { return field.result.overlaps(span); });
  }

  void look(const Link& link) {
    if (link.target.size() < 2 || link.target.front() != '#' || document_.kind != FileKind::docx || link.span.empty()) return;
    const auto name = name_of_bookmark(link.target.substr(1));
    if (name.starts_with("_toc") || name == "_top" || !name.starts_with('_') || is_cut_short(link.target.substr(1)) || bookmarks_.contains(name))
      return;
    const auto shown = words_in_view(review_, id_, link.span, View::proposed);
    if (shown.empty()) return;
    const auto old = words_in_view(review_, id_, link.span, View::baseline);
    auto finding = make_finding(review_, rule_, id_, link.span, {!old.empty(), true});
    finding.message =
        fill(rule_.message,
             {{"label", finding.label}, {"field", shown}, {"what", "links to the bookmark " + link.target.substr(1) + ", which is not there"}});
    finding.key = link.target;
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Id<Unit> id_;
  const Unit& unit_;
  const Document& document_;
  Checked& checked_;
  std::map<std::string, const Bookmark*> bookmarks_;
};

}  // namespace

void check_stale_field(const Review& review, const Rule& rule, Checked& checked) {
  for (const auto id : judged_units(review)) FieldReader(review, rule, id, checked).run();
}

}  // namespace dovetail
