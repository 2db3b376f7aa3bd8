// change.unknown-mark: colours, strikes and underlines that look like marks, and that the marking scheme does not explain.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/change.h"
#include "check/make_finding.h"
#include "check/telling.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t most_notes = 20;

bool is_shaded(const Format& format) { return format.shading != Format::automatic && hue_of(format.shading) != "white"; }

/// A look as a person would say it: "red, underlined".
std::string name_of_look(const Format& format) {
  std::string name;
  const auto add = [&](const std::string& part) { name += (name.empty() ? "" : ", ") + part; };
  const std::string hue = hue_of(format.colour);
  if (!hue.empty() && hue != "black" && hue != "white" && hue != "grey") add(hue);
  if (format.strike) add("struck through");
  if (format.double_strike) add("doubly struck through");
  if (format.underline == Underline::single) add("underlined");
  if (format.underline == Underline::twice) add("doubly underlined");
  if (is_shaded(format)) add("shaded " + hue_of(format.shading));
  return name;
}

bool is_coloured(const Format& format) {
  const std::string hue = hue_of(format.colour);
  return !hue.empty() && hue != "black" && hue != "white" && hue != "grey";
}

bool is_struck(const Format& format) { return format.strike || format.double_strike; }

bool fits(const MarkColour& wanted, std::uint32_t colour) {
  if (wanted.kind == MarkColour::Kind::any) return true;
  return wanted.kind == MarkColour::Kind::hue ? hue_of(colour) == wanted.hue : colour == wanted.value;
}

/// Whether some mark of the scheme that is part of both texts (topic, status) speaks of this look.
bool is_explained(const MarkingScheme* scheme, const Format& format) {
  if (scheme == nullptr) return false;
  return std::any_of(scheme->marks.begin(), scheme->marks.end(), [&](const ManualMark& mark) {
    if (mark.means != MarkMeaning::topic && mark.means != MarkMeaning::status) return false;
    if (mark.shading && is_shaded(format) && !is_coloured(format) && !is_struck(format)) return fits(*mark.shading, format.shading);
    return mark.colour && is_coloured(format) && fits(*mark.colour, format.colour) && !is_struck(format);
  });
}

/// The looks of the words of a text, to tell what is ordinary in it.
std::set<std::string> looks_of(const Document& document) {
  std::set<Id<Format>> formats;
  for (const Run& run : document.runs)
    if (run.format && run.kind == RunKind::text && !trim(slice(document.text, run.span)).empty()) formats.insert(run.format);
  std::set<std::string> looks;
  for (const auto format : formats) looks.insert(name_of_look(document.formats[format]));
  return looks;
}

class LookFinder {
 public:
  LookFinder(const Review& review, const Rule& rule, Id<Unit> unit)
      : review_(review), rule_(rule), id_(unit), document_(review.documents[review.units[unit].document]) {
    for (std::uint32_t n = 0; n < review.inputs.size(); ++n)
      if (review.inputs[n].role == InputRole::baseline && review.inputs[n].baseline_of == review.units[unit].document)
        ordinary_ = looks_of(review.documents[Id<Document>(n)]);
    for (const Link& link : document_.links) linked_.push_back(link.span);
    for (const Field& field : document_.fields) linked_.push_back(field.result);
    std::sort(linked_.begin(), linked_.end());
  }

  void find(Checked& checked) {
    std::size_t n = 0;
    for (const Paragraph& paragraph : document_.paragraphs) {
      while (n < document_.runs.size() && run(n).span.end <= paragraph.span.begin) ++n;
      const bool text = paragraph.part == Part::body || paragraph.part == Part::footnote || paragraph.part == Part::endnote;
      const bool heading = paragraph.format[1] && document_.paragraph_formats[paragraph.format[1]].outline < 9;
      if (text && !heading) look_at(paragraph, n);
    }
    for (auto& [look, places] : found_) add(look, places, checked);
  }

 private:
  [[nodiscard]] const Run& run(std::size_t n) const { return document_.runs[Table<Run>::id_at(n)]; }

  [[nodiscard]] bool is_linked(Span span) const {
    const auto after = std::upper_bound(linked_.begin(), linked_.end(), Span{span.begin, 0xFFFFFFFF});
    return after != linked_.begin() && std::prev(after)->contains(span);
  }

  // One blue, underlined word, or an address: a link that some program has lost.
  [[nodiscard]] static bool looks_like_link(const Format& format, std::string_view words) {
    if (hue_of(format.colour) != "blue" || format.underline != Underline::single) return false;
    words = trim(words);
    return words.find(' ') == std::string_view::npos || words.find("://") != std::string_view::npos || words.find('@') != std::string_view::npos;
  }

  /// Whether some words of a paragraph have no colour, no shading.
  struct Plain {
    bool colour = false, shading = false;
  };

  void look_at(const Paragraph& paragraph, std::size_t first) {
    Plain plain;
    for (std::size_t n = first; n < document_.runs.size() && run(n).span.begin < paragraph.span.end; ++n) {
      if (run(n).kind != RunKind::text || trim(slice(document_.text, run(n).span)).empty()) continue;
      plain.colour = plain.colour || !(run(n).format && is_coloured(document_.formats[run(n).format]));
      plain.shading = plain.shading || !(run(n).format && is_shaded(document_.formats[run(n).format]));
    }
    for (std::size_t n = first; n < document_.runs.size() && run(n).span.begin < paragraph.span.end; ++n) {
      const Run& one = run(n);
      if (one.kind != RunKind::text || !one.format || one.inserted || one.deleted || trim(slice(document_.text, one.span)).empty()) continue;
      const Format& format = document_.formats[one.format];
      if (!is_like_a_mark(format, plain) || is_explained(document_.marking, format)) continue;
      if ((is_linked(one.span) || looks_like_link(format, slice(document_.text, one.span))) && !is_struck(format)) continue;
      auto& places = found_[name_of_look(format)];
      if (!places.empty() && places.back().end == one.span.begin)
        places.back().end = one.span.end;
      else
        places.push_back(one.span);
    }
  }

  // Struck words always; coloured ones where they are underlined too, or where the baseline has no such look and the words around have none; shaded
  // ones where the words around are not.
  [[nodiscard]] bool is_like_a_mark(const Format& format, Plain plain) const {
    const bool struck = is_struck(format), coloured = is_coloured(format), shaded = is_shaded(format) && plain.shading;
    if (format.hidden || (!struck && !coloured && !shaded)) return false;
    if (ordinary_ && ordinary_->contains(name_of_look(format))) return false;
    return struck || shaded || format.underline != Underline::none || (ordinary_ && plain.colour);
  }

  void add(const std::string& look, const std::vector<Span>& places, Checked& checked) {
    Finding finding = make_finding(review_, rule_, id_, places.front(), {false, true});
    finding.introduced = true;
    finding.key = look;
    finding.message = fill(rule_.message, {{"label", finding.label}, {"words", quoted(finding.text)}, {"look", look}});
    if (places.size() > 1) finding.message += "; the first of " + std::to_string(places.size()) + " places";
    for (std::size_t n = 1; n < places.size() && n <= most_notes; ++n)
      finding.notes.push_back({{review_.units[id_].document, places[n]},
                               label_at(review_.units[id_], View::proposed, places[n].begin),
                               "also here: " + quoted(words_in_view(review_, id_, places[n], View::proposed))});
    checked.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Id<Unit> id_;
  const Document& document_;
  std::optional<std::set<std::string>> ordinary_;  // of the baseline, where there is one
  std::vector<Span> linked_;
  std::map<std::string, std::vector<Span>> found_;
};

}  // namespace

void check_unknown_mark(const Review& review, const Rule& rule, Checked& checked) {
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].role == InputRole::draft && review.units[Id<Unit>(n)].has_body && !review.units[Id<Unit>(n)].lost.marks)
      LookFinder(review, rule, Id<Unit>(n)).find(checked);
}

}  // namespace dovetail
