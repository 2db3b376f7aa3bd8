// From looks to revisions: run by run, then what consists of marked runs alone.
#include "read/manual_marks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "text/unicode.h"

namespace dovetail {
namespace {

bool fits(const MarkColour& wanted, std::uint32_t colour) {
  if (colour == Format::automatic) return false;
  const std::string hue = hue_of(colour);
  if (wanted.kind == MarkColour::Kind::any) return hue != "black" && hue != "white";
  return wanted.kind == MarkColour::Kind::hue ? hue == wanted.hue : colour == wanted.value;
}

bool fits(const ManualMark& mark, const Format& format, bool in_brackets) {
  if (mark.colour && !fits(*mark.colour, format.colour)) return false;
  if (mark.shading && !fits(*mark.shading, format.shading)) return false;
  if (mark.highlight) {
    const auto colour = colour_of_highlight(format.highlight);
    const bool any = mark.highlight->kind == MarkColour::Kind::any && !format.highlight.empty() && format.highlight != "none";
    if (!any && (!colour || !fits(*mark.highlight, *colour))) return false;
  }
  if (mark.underline) {
    const bool fits_line = *mark.underline == Underline::other ? format.underline != Underline::none : format.underline == *mark.underline;
    if (!fits_line) return false;
  }
  if (mark.strike && *mark.strike != (format.strike || format.double_strike)) return false;
  return !mark.brackets || in_brackets;
}

class Marker {
 public:
  explicit Marker(Document& document) : document_(document), scheme_(*document.marking) {}

  void run() {
    for (const Link& link : document_.links) links_.push_back(link.span);
    for (const Field& field : document_.fields)
      if (field.kind == "HYPERLINK") links_.push_back(field.result);
    std::sort(links_.begin(), links_.end());
    find_brackets();
    count_headings();
    each_paragraph([&](const Paragraph& paragraph, std::size_t first, std::size_t end) {
      if (!has_colour_of_its_own(paragraph, first, end)) mark_runs(first, end);
      mark_links(first, end);
      mark_end(first, end);
    });
    for (std::size_t n = 0; n < document_.rows.size(); ++n) mark_row(Table<Row>::id_at(n));
  }

 private:
  /// `work` with each paragraph that is no comment's, and its runs.
  template <class Work>
  void each_paragraph(const Work& work) {
    std::size_t run = 0;
    for (const Paragraph& paragraph : document_.paragraphs) {
      if (paragraph.part == Part::comment) continue;
      while (run < document_.runs.size() && at(run).span.end <= paragraph.span.begin) ++run;
      const std::size_t first = run;
      while (run < document_.runs.size() && at(run).span.begin < paragraph.span.end) ++run;
      work(paragraph, first, run);
    }
  }

  Run& at(std::size_t n) { return document_.runs[Table<Run>::id_at(n)]; }

  void find_brackets() {
    const bool wanted = std::any_of(scheme_.marks.begin(), scheme_.marks.end(), [](const ManualMark& mark) { return mark.brackets; });
    if (!wanted) return;
    for (const Paragraph& paragraph : document_.paragraphs) {
      std::vector<std::uint32_t> open;
      for (std::uint32_t n = paragraph.span.begin; n < paragraph.span.end; ++n) {
        if (document_.text[n] == '[') open.push_back(n);
        if (document_.text[n] != ']' || open.empty()) continue;
        if (open.size() == 1) brackets_.push_back({open.back(), n + 1});
        open.pop_back();
      }
    }
  }

  static bool hold(const std::vector<Span>& spans, Span span) {
    const auto after = std::upper_bound(spans.begin(), spans.end(), span.begin, [](std::uint32_t offset, Span s) { return offset < s.begin; });
    return after != spans.begin() && std::prev(after)->contains(span);
  }

  struct Heading {
    std::string style;
    std::uint32_t colour = Format::automatic;
  };

  /// A heading of one colour, without line or strike; none for other paragraphs.
  std::optional<Heading> plain_heading(const Paragraph& paragraph, std::size_t first, std::size_t end) {
    if (!paragraph.format[1]) return std::nullopt;
    const ParagraphFormat& format = document_.paragraph_formats[paragraph.format[1]];
    if (format.outline >= 9 && !format.style.starts_with("toc") && !format.style.starts_with("TOC") && format.style != "Title") return std::nullopt;
    std::optional<Heading> heading;
    for (std::size_t n = first; n < end; ++n) {
      const Run& run = at(n);
      if (run.kind == RunKind::paragraph_mark || !run.format || trim(slice(document_.text, run.span)).empty()) continue;
      const Format& look = document_.formats[run.format];
      if (look.underline != Underline::none || look.strike || look.double_strike) return std::nullopt;
      if (heading && look.colour != heading->colour) return std::nullopt;
      heading = {format.style, look.colour};
    }
    return heading;
  }

  void count_headings() {
    each_paragraph([&](const Paragraph& paragraph, std::size_t first, std::size_t end) {
      if (const auto heading = plain_heading(paragraph, first, end)) ++headings_[heading->style][heading->colour];
    });
  }

  // Headings are coloured by their style: the colour that most headings of a style have is no mark.
  bool has_colour_of_its_own(const Paragraph& paragraph, std::size_t first, std::size_t end) {
    const auto heading = plain_heading(paragraph, first, end);
    if (!heading) return false;
    std::size_t all = 0;
    for (const auto& [colour, count] : headings_[heading->style]) all += count;
    return headings_[heading->style][heading->colour] * 2 > all;
  }

  void mark_runs(std::size_t first, std::size_t end) {
    for (std::size_t n = first; n < end; ++n) {
      Run& run = at(n);
      if (run.kind == RunKind::paragraph_mark || run.inserted || run.deleted || !run.format) continue;
      const Format& look = document_.formats[run.format];
      const ManualMark* mark = mark_of(scheme_, look, hold(brackets_, run.span));
      if (mark == nullptr || mark->means == MarkMeaning::status || mark->means == MarkMeaning::topic) continue;
      if (hold(links_, run.span) && !look.strike && !look.double_strike) continue;  // links are blue and underlined by nature
      (mark->means == MarkMeaning::deleted ? run.deleted : run.inserted) = revision_of(*mark);
    }
  }

  // A link is inserted where the words on either side are.
  void mark_links(std::size_t first, std::size_t end) {
    for (std::size_t n = first + 1; n < end; ++n) {
      if (!is_manual(at(n - 1).inserted) || at(n).inserted || at(n).deleted || !hold(links_, at(n).span)) continue;
      std::size_t behind = n;
      while (behind < end && !at(behind).inserted && !at(behind).deleted && hold(links_, at(behind).span)) ++behind;
      if (behind == end || at(behind).inserted != at(n - 1).inserted) continue;
      for (std::size_t link = n; link < behind; ++link) at(link).inserted = at(n - 1).inserted;
    }
  }

  Id<Revision> revision_of(const ManualMark& mark) {
    const auto [known, fresh] = revisions_.try_emplace(&mark);
    if (fresh) {
      Revision revision;
      revision.change = mark.means == MarkMeaning::deleted ? Change::deleted : Change::inserted;
      revision.scheme = Scheme::manual;
      revision.says = mark.says;
      known->second = document_.revisions.add(std::move(revision));
    }
    return known->second;
  }

  [[nodiscard]] bool is_manual(Id<Revision> revision) const { return revision && document_.revisions[revision].scheme == Scheme::manual; }

  // A paragraph of which every word is marked by hand ends with its words; one of blanks alone is left as it is.
  void mark_end(std::size_t first, std::size_t end) {
    Id<Revision> inserted, deleted;
    bool words = false, all_inserted = true, all_deleted = true;
    for (std::size_t n = first; n < end; ++n) {
      const Run& run = at(n);
      if (run.kind == RunKind::paragraph_mark || trim(slice(document_.text, run.span)).empty()) continue;
      words = true;
      all_inserted = all_inserted && is_manual(run.inserted);
      all_deleted = all_deleted && is_manual(run.deleted);
      inserted = run.inserted;
      deleted = run.deleted;
    }
    if (!words || first == end || (!all_inserted && !all_deleted)) return;
    for (std::size_t n = first; n < end; ++n) {  // blanks between marked words, and the mark itself
      Run& run = at(n);
      if (run.inserted || run.deleted) continue;
      (all_inserted ? run.inserted : run.deleted) = all_inserted ? inserted : deleted;
    }
  }

  // A row of which every word is marked by hand is inserted or deleted as a whole.
  void mark_row(Id<Row> row) {
    if (rows_.empty())
      for (const Cell& cell : document_.cells) rows_[cell.row].push_back(cell.span);
    Id<Revision> inserted, deleted;
    bool words = false;
    for (const Span cell : rows_[row]) {
      auto run =
          std::upper_bound(document_.runs.begin(), document_.runs.end(), cell.begin, [](std::uint32_t o, const Run& r) { return o < r.span.end; });
      for (; run != document_.runs.end() && run->span.begin < cell.end; ++run) {
        if (run->kind == RunKind::paragraph_mark || trim(slice(document_.text, run->span)).empty()) continue;
        if (words && (is_manual(run->inserted) != static_cast<bool>(inserted) || is_manual(run->deleted) != static_cast<bool>(deleted))) return;
        if (!is_manual(run->inserted) && !is_manual(run->deleted)) return;
        inserted = is_manual(run->inserted) ? run->inserted : Id<Revision>();
        deleted = is_manual(run->deleted) ? run->deleted : Id<Revision>();
        words = true;
      }
    }
    Row& target = document_.rows[row];
    if (!words || target.inserted || target.deleted) return;
    target.inserted = inserted;
    target.deleted = deleted;
  }

  Document& document_;
  const MarkingScheme& scheme_;
  std::vector<Span> links_, brackets_;
  std::map<const ManualMark*, Id<Revision>> revisions_;  // one for each mark of the scheme, made when it is first met
  std::map<Id<Row>, std::vector<Span>> rows_;
  std::map<std::string, std::map<std::uint32_t, std::size_t>> headings_;  // by style: how many have a colour
};

}  // namespace

const ManualMark* mark_of(const MarkingScheme& scheme, const Format& format, bool in_brackets) {
  for (const ManualMark& mark : scheme.marks)
    if (fits(mark, format, in_brackets)) return &mark;
  return nullptr;
}

void apply_marking(Document& document) {
  if (document.marking == nullptr || document.marking->marks.empty()) return;
  for (const Revision& revision : document.revisions)
    if (revision.scheme == Scheme::manual) return;
  Marker(document).run();
}

}  // namespace dovetail
