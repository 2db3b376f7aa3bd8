// One document of the reading view, paragraph by paragraph.
#include "report/html/story.h"

#include <algorithm>
#include <array>
#include <map>

#include "report/escape.h"
#include "report/html/inline_text.h"
#include "report/marks.h"
#include "report/wording.h"

namespace dovetail::html {
namespace {

constexpr std::array<std::pair<Part, std::string_view>, 6> other_parts{{{Part::footnote, "Footnotes"},
                                                                        {Part::endnote, "Endnotes"},
                                                                        {Part::text_box, "Text boxes"},
                                                                        {Part::comment, "Comments"},
                                                                        {Part::header, "Headers"},
                                                                        {Part::footer, "Footers"}}};

std::string card_of(const Finding& finding) {
  return "<p class=\"card " + std::string(name_of(finding.severity)) + "\" id=\"" + anchor_in_text(finding) + "\"><strong>" +
         std::string(imperative_of(finding.severity)) + "</strong> " + html_safe(finding.message) + " " +
         link(anchor_in_list(finding), finding.rule, "class=\"rule\"") + "</p>";
}

class Story {
 public:
  Story(const Review& review, Id<Unit> id, PageRoom& room)
      : room_(room), document_(review.documents[review.units[id].document]), id_(review.units[id].document), overlay_(overlay_of(review, id)) {
    find_tables();
  }

  std::string write() {
    std::string out = part(Part::body);
    for (const auto& [which, title] : other_parts)
      if (const auto text = part(which); !text.empty()) out += element("h4", title) + "\n" + text;
    return out;
  }

 private:
  // The table of running text that a paragraph stands in, not nested in another; and its cell there.
  Id<Cell> outermost(Id<Cell> cell) const {
    for (std::size_t depth = 0; depth < document_.tables.size(); ++depth) {
      const auto outer = document_.tables[table_of(cell)].outer;
      if (!outer) break;
      cell = outer;
    }
    return cell;
  }
  Id<TextTable> table_of(Id<Cell> cell) const { return document_.rows[document_.cells[cell].row].table; }

  void find_tables() {
    for (std::size_t n = 0; n < document_.cells.size(); ++n) {
      const auto cell = Table<Cell>::id_at(n);
      cells_[table_of(cell)].push_back(cell);
    }
    for (std::size_t n = 0; n < document_.paragraphs.size(); ++n) {
      const auto id = Table<Paragraph>::id_at(n);
      if (const auto cell = document_.paragraphs[id].cell) paragraphs_[outermost(cell)].push_back(id);
    }
  }

  std::string part(Part which) {
    Stretches out(room_);
    Id<TextTable> written;
    for (std::size_t n = 0; n < document_.paragraphs.size(); ++n) {
      const auto id = Table<Paragraph>::id_at(n);
      const auto& paragraph = document_.paragraphs[id];
      if (paragraph.part != which) continue;
      if (!paragraph.cell) {
        out.add(line(id));
        continue;
      }
      const auto table = table_of(outermost(paragraph.cell));
      if (table == written) continue;
      written = table;
      out.add(table_text(table), cells_[table].size());
    }
    return out.finish();
  }

  std::string table_text(Id<TextTable> table) {
    std::string out = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of the text\"><table class=\"text\">";
    Id<Row> row;
    for (const auto cell : cells_[table]) {
      const auto& c = document_.cells[cell];
      if (c.row != row) out += row ? "</tr>\n<tr>" : "<tr>";
      row = c.row;
      const std::string tag = document_.rows[row].header ? "th scope=\"col\"" : "td";
      out += "<" + tag + (c.columns > 1 ? " colspan=\"" + std::to_string(std::min(c.columns, 1000U)) + "\"" : "") + ">";
      for (const auto paragraph : paragraphs_[cell]) out += line(paragraph);
      out += tag == "td" ? "</td>" : "</th>";
    }
    return out + (row ? "</tr>" : "") + "</table></div>\n";
  }

  std::string line(Id<Paragraph> id) {
    const auto& paragraph = document_.paragraphs[id];
    const auto words = inline_text(document_, paragraph, overlay_);
    const auto number = number_of(paragraph);
    const auto found = cards(paragraph.span);
    std::string out = "<div class=\"line\" id=\"" + anchor_of(id_, id) + "\"><p class=\"words\"" + role_of(paragraph) + ">" + number + words + "</p>";
    if (!found.empty()) out += "<div class=\"margin\" role=\"note\">" + found + "</div>";
    return out + "</div>\n";
  }

  // A paragraph that its style makes a heading is one, below those of the page.
  std::string role_of(const Paragraph& paragraph) const {
    const auto format = paragraph.format[index(View::proposed)];
    const int level = format && !paragraph.cell ? document_.paragraph_formats[format].outline : 9;
    return level < 9 ? " role=\"heading\" aria-level=\"" + std::to_string(std::min(9, level + 4)) + "\"" : std::string();
  }

  std::string number_of(const Paragraph& paragraph) const {
    const auto& before = paragraph.number[index(View::baseline)];
    const auto& after = paragraph.number[index(View::proposed)];
    const auto mark = end_mark(paragraph);
    const bool deleted = mark == RunMark::deleted, inserted = mark == RunMark::inserted;
    std::string out;
    if (before == after && !deleted && !inserted)
      out = html_safe(after);
    else
      out =
          (inserted || before.empty() ? std::string() : element("del", before)) + (deleted || after.empty() ? std::string() : element("ins", after));
    return out.empty() ? out : "<span class=\"number\">" + out + "</span> ";
  }

  RunMark end_mark(const Paragraph& paragraph) const {
    auto run = std::upper_bound(document_.runs.begin(), document_.runs.end(), paragraph.span.end - 1,
                                [](std::uint32_t at, const Run& r) { return at < r.span.end; });
    return run != document_.runs.end() && run->kind == RunKind::paragraph_mark ? mark_of(document_, paragraph, *run) : RunMark::none;
  }

  std::string cards(Span span) const {
    std::string out;
    auto marked = std::lower_bound(overlay_.marked.begin(), overlay_.marked.end(), span.begin,
                                   [](const Marked& words, std::uint32_t at) { return words.span.begin < at; });
    for (; marked != overlay_.marked.end() && marked->span.begin < span.end; ++marked) out += card_of(*marked->finding);
    return out;
  }

  PageRoom& room_;
  const Document& document_;
  Id<Document> id_;
  Overlay overlay_;
  std::map<Id<TextTable>, std::vector<Id<Cell>>> cells_;
  std::map<Id<Cell>, std::vector<Id<Paragraph>>> paragraphs_;  // by outermost cell
};

}  // namespace

std::string story_of(const Review& review, Id<Unit> unit, PageRoom& room) { return Story(review, unit, room).write(); }

}  // namespace dovetail::html
