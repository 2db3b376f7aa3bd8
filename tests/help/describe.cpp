// Lines for reviewing by eye: one fact each.
#include "help/describe.h"

#include <array>
#include <sstream>

#include "model/projection.h"

namespace help {

using namespace dovetail;
namespace {

constexpr std::array part_names{"", "[header] ", "[footer] ", "[footnote] ", "[endnote] ", "[comment] ", "[text box] "};
constexpr std::array change_names{"inserted", "deleted", "moved from", "moved to", "formatted"};

std::string visible_characters(std::string_view text) {
  std::string result;
  for (const char c : text)
    result += c == '\n'   ? std::string("¶")
              : c == '\t' ? std::string("→")
              : c == '\v' ? std::string("↵")
              : c == '\f' ? std::string("↡")
                          : std::string(1, c);
  return result;
}

class Describer {
 public:
  explicit Describer(const Document& document) : document_(document) {}

  std::string all() {
    for (const auto view : both_views) {
      out_ << (view == View::baseline ? "-- baseline\n" : "-- proposed\n");
      lines(view, true);
    }
    runs();
    out_ << "-- more\n";
    paragraphs();
    tables();
    facts();
    return out_.str();
  }

  void lines(View view, bool every_story) {
    const auto projection = project(document_, view, Spelling::faithful);
    for (const auto& line : projection.lines) {
      const auto& paragraph = document_.paragraphs[line.paragraph];
      if (paragraph.part != Part::body && !every_story) continue;
      const auto& number = paragraph.number[index(view)];
      out_ << part_names[static_cast<std::size_t>(paragraph.part)] << number << (number.empty() ? "" : "\t") << slice(projection.text, line.span)
           << '\n';
    }
  }

  std::string text() { return out_.str(); }

 private:
  std::string quoted(Span span) const { return "\"" + visible_characters(slice(document_.text, span)) + "\""; }

  std::string by(Id<Revision> id) const {
    const auto& r = document_.revisions[id];
    std::string result = std::string(change_names[static_cast<std::size_t>(r.change)]) + " by " + (r.author.empty() ? "-" : r.author);
    if (!r.date.empty()) result += " on " + r.date;
    if (!r.name.empty()) result += " as " + r.name;
    if (r.pair) result += " with " + std::to_string(r.pair.value);
    return result;
  }

  void runs() {
    bool first = true;
    for (const auto& run : document_.runs) {
      const auto look = describe_format(document_.formats[run.format]);
      if (look.empty() && !run.inserted && !run.deleted) continue;
      if (first) out_ << "-- runs\n";
      first = false;
      out_ << quoted(run.span);
      if (!look.empty()) out_ << " looks" << look;
      if (run.inserted) out_ << "; " << by(run.inserted);
      if (run.deleted) out_ << "; " << by(run.deleted);
      out_ << '\n';
    }
  }

  static std::string colour(std::uint32_t value) {
    std::ostringstream out;
    out << std::hex << value;
    std::string digits = out.str();
    return std::string(6 - std::min<std::size_t>(6, digits.size()), '0') + digits;
  }

  static std::string describe_format(const Format& f) {
    std::string look;
    if (f.bold) look += " bold";
    if (f.italic) look += " italic";
    if (f.strike) look += " struck";
    if (f.double_strike) look += " twice-struck";
    if (f.hidden) look += " hidden";
    if (f.capitals) look += " capitals";
    if (f.underline != Underline::none)
      look += f.underline == Underline::single ? " underlined" : f.underline == Underline::twice ? " twice-underlined" : " otherwise-underlined";
    if (f.vertical != VerticalAlign::baseline) look += f.vertical == VerticalAlign::superscript ? " superscript" : " subscript";
    if (!f.highlight.empty()) look += " highlight=" + f.highlight;
    if (f.colour != Format::automatic) look += " colour=" + colour(f.colour);
    if (f.shading != Format::automatic) look += " shading=" + colour(f.shading);
    return look;
  }

  void paragraphs() {
    for (const auto& p : document_.paragraphs) {
      const auto& before = document_.paragraph_formats[p.format[0]];
      const auto& after = document_.paragraph_formats[p.format[1]];
      if (before == ParagraphFormat() && after == ParagraphFormat()) continue;
      out_ << "paragraph " << p.origin << ":" << format(before);
      if (!(before == after)) out_ << ", then" << format(after);
      out_ << '\n';
    }
  }

  static std::string format(const ParagraphFormat& f) {
    std::string result;
    if (!f.style.empty()) result += " " + f.style;
    if (f.outline != 9) result += " outline=" + std::to_string(f.outline);
    if (f.list_level >= 0) result += " list=" + std::to_string(f.list) + "/" + std::to_string(f.list_level);
    if (f.indent != 0) result += " indent=" + std::to_string(f.indent);
    if (f.bullet) result += " bullet";
    return result.empty() ? " plain" : result;
  }

  void tables() {
    for (std::size_t i = 0; i < document_.tables.size(); ++i) {
      const auto id = Table<TextTable>::id_at(i);
      out_ << "table " << i << ": " << document_.tables[id].columns << " columns" << (document_.tables[id].outer ? ", nested" : "") << '\n';
      for (std::size_t r = 0; r < document_.rows.size(); ++r) {
        const auto& row = document_.rows[Table<Row>::id_at(r)];
        if (row.table != id) continue;
        out_ << "  row " << row.number << (row.header ? " header" : "") << (row.hidden ? " hidden" : "") << (row.inserted ? " inserted" : "")
             << (row.deleted ? " deleted" : "") << ":";
        for (const auto& cell : document_.cells)
          if (cell.row == Table<Row>::id_at(r))
            out_ << " " << cell.column << "+" << cell.columns << (cell.continues_above ? " continued" : "") << (cell.inserted ? " inserted" : "")
                 << (cell.deleted ? " deleted" : "") << " " << quoted(cell.span);
        out_ << '\n';
      }
    }
  }

  void facts() {
    for (const auto& x : document_.notes)
      out_ << (x.kind == NoteKind::footnote ? "footnote" : "endnote") << " behind " << quoted({x.anchor < 12 ? 0 : x.anchor - 12, x.anchor}) << ": "
           << quoted(x.span) << (x.mark.empty() ? "" : " marked " + x.mark) << (x.inserted ? " inserted" : "") << (x.deleted ? " deleted" : "")
           << '\n';
    for (const auto& x : document_.comments)
      out_ << "comment " << x.id << " of " << x.author << " (" << x.initials << ") on " << quoted(x.anchor) << ": " << quoted(x.span)
           << (x.resolved ? " resolved" : "") << '\n';
    for (const auto& x : document_.fields)
      out_ << "field " << x.kind << " {" << x.instruction << "} = " << quoted(x.result)
           << (x.outer ? " inside " + document_.fields[x.outer].kind : "") << (x.inserted ? " inserted" : "") << (x.deleted ? " deleted" : "")
           << '\n';
    for (const auto& x : document_.bookmarks) out_ << "bookmark " << x.name << " on " << quoted(x.span) << '\n';
    for (const auto& x : document_.links) out_ << "link " << x.target << " on " << quoted(x.span) << '\n';
    for (const auto& x : document_.tags)
      out_ << "tag " << x.name << (x.title.empty() ? "" : " (" + x.title + ")") << " on " << quoted(x.span) << '\n';
    for (const auto& x : document_.format_changes) out_ << "changed " << quoted(x.span) << ": " << by(x.revision) << '\n';
    for (const auto& [name, value] : document_.properties) out_ << "property " << name << " = " << value << '\n';
    for (const auto& x : document_.problems) out_ << "problem " << x.rule << " x" << x.count << ": " << x.message << '\n';
  }

  const Document& document_;
  std::ostringstream out_;
};

}  // namespace

std::string describe(const Document& document) { return Describer(document).all(); }

std::string view_text(const Document& document, View view) {
  Describer one(document);
  one.lines(view, false);
  return one.text();
}

}  // namespace help
