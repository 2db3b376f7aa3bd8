// What one file says, as read and before any meaning: baseline and proposed text side by side in one buffer.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/table.h"
#include "text/span.h"

namespace dovetail {

/// The two texts of a draft: with all changes rejected, and with all changes accepted.
enum class View : std::uint8_t { baseline, proposed };
inline constexpr std::array both_views{View::baseline, View::proposed};
constexpr std::size_t index(View view) { return static_cast<std::size_t>(view); }

/// A set of views, as on facts and findings.
struct Views {
  bool baseline = false;
  bool proposed = false;
  [[nodiscard]] constexpr bool has(View view) const { return view == View::baseline ? baseline : proposed; }
  constexpr void add(View view) { (view == View::baseline ? baseline : proposed) = true; }
  friend constexpr bool operator==(Views, Views) = default;
};

/// What a revision does. A move is a deletion and an insertion that know each other.
enum class Change : std::uint8_t { inserted, deleted, moved_from, moved_to, formatted };
/// How a revision was made known: by the program that tracked it, or by a drafter's colours and strikes.
enum class Scheme : std::uint8_t { tracked, manual };

struct MarkingScheme;

struct Revision {
  Change change = Change::inserted;
  Scheme scheme = Scheme::tracked;
  std::string author;
  std::string date;   // as written, ISO 8601 as a rule; empty where absent
  std::string name;   // what pairs the two halves of a move; empty otherwise
  Id<Revision> pair;  // the other half of a move
  std::string says;   // manual: what the mark says beside its change ("Data Services", "in consultation")
};

enum class Underline : std::uint8_t { none, single, twice, other };
enum class VerticalAlign : std::uint8_t { baseline, superscript, subscript };

/// How characters look, after styles and themes are applied. Colours are 0xRRGGBB; automatic where absent.
struct Format {
  static constexpr std::uint32_t automatic = 0xFFFFFFFF;
  std::uint32_t colour = automatic;
  std::uint32_t shading = automatic;
  std::string highlight;  // Word's name of the colour; empty for none
  Underline underline = Underline::none;
  VerticalAlign vertical = VerticalAlign::baseline;
  bool bold = false;
  bool italic = false;
  bool strike = false;
  bool double_strike = false;
  bool hidden = false;
  bool capitals = false;  // shown in capitals; the text keeps its case
  friend bool operator==(const Format&, const Format&) = default;
};

/// What a run's bytes stand for. Tab is "\t", line break "\v", page and column break "\f", paragraph mark "\n".
enum class RunKind : std::uint8_t { text, tab, line_break, page_break, paragraph_mark };

struct Run {
  Span span;  // in Document::text; runs cover the text without gaps, in order
  Id<Format> format;
  Id<Revision> inserted;  // in the proposed view only, unless deleted too (then in neither)
  Id<Revision> deleted;   // in the baseline view only
  RunKind kind = RunKind::text;
};

struct Cell;
struct TextTable;

/// Which story a paragraph belongs to. `text` prints the body; the others with --all.
enum class Part : std::uint8_t { body, header, footer, footnote, endnote, comment, text_box };

/// A paragraph's own properties in one view (a tracked change of properties makes the two differ).
struct ParagraphFormat {
  std::string style;            // the style's name as the reader sees it ("heading 2"); empty for the default
  std::int8_t outline = 9;      // 0…8: heading level 1…9; 9: body text
  std::int8_t list_level = -1;  // ilvl of automatic numbering; -1 for none
  std::int32_t list = -1;       // which list (w:numId); -1 for none
  std::int32_t indent = 0;      // left indent in twentieths of a point
  bool bullet = false;          // numbered by a bullet: its label is no number
  friend bool operator==(const ParagraphFormat&, const ParagraphFormat&) = default;
};

struct Paragraph {
  Span span;  // its text and its mark, in Document::text
  Part part = Part::body;
  Id<Cell> cell;                              // the innermost table cell it stands in
  std::array<Id<ParagraphFormat>, 2> format;  // per view
  std::array<std::string, 2> number;          // the computed number per view ("3.2.1", "(a)", "Annex A"); empty for none
  bool ends_story = false;                    // the last of its note, comment, header or text box: never joined to the next
  std::uint32_t origin = 0;                   // its place in its part, from 1: w:p, or line of a text file
  std::uint32_t source = 0;                   // index into Document::parts
};

/// Merged cells of a sheet, ends included. Only the first cell has a value.
struct CellRange {
  std::uint32_t first_row = 0, last_row = 0;        // from 1, as Row::number
  std::uint32_t first_column = 0, last_column = 0;  // from 0
};

/// A table in the text, or a sheet of a workbook, or a CSV file: all that maps columns reads these.
struct TextTable {
  std::string name;  // the sheet's name; empty in running text
  Span span;         // from its first cell to its last
  Part part = Part::body;
  Id<Cell> outer;  // the cell it is nested in
  std::uint32_t columns = 0;
  bool hidden = false;
  bool very_hidden = false;          // hidden so that only a program can show it
  std::uint32_t source = 0;          // index into Document::parts
  std::vector<CellRange> merged;     // of a sheet; in running text Cell::columns and continues_above say it
  std::vector<Span> hidden_columns;  // of a sheet: half-open ranges of columns from 0, sorted, apart
};

struct Row {
  Id<TextTable> table;
  std::uint32_t number = 0;  // from 1; the sheet's own row number in a workbook
  bool header = false;       // marked as repeating header row
  bool hidden = false;
  Id<Revision> inserted;
  Id<Revision> deleted;
};

enum class CellKind : std::uint8_t { text, number, date, boolean, error };

struct Cell {
  Id<Row> row;
  std::uint32_t column = 0;   // from 0, merged cells to the left counted
  std::uint32_t columns = 1;  // how many columns it spans
  Span span;                  // its text; for cells of running text from its first paragraph to behind its last mark
  CellKind kind = CellKind::text;
  bool continues_above = false;  // the lower part of a vertically merged cell
  bool struck = false;           // a workbook's cell whose text is struck through
  bool hidden = false;           // in a hidden row or column
  Id<Revision> inserted;
  Id<Revision> deleted;
};

enum class NoteKind : std::uint8_t { footnote, endnote };

struct Note {
  NoteKind kind = NoteKind::footnote;
  std::uint32_t anchor = 0;  // the offset in the text where its mark stands
  Span span;                 // its own text: paragraphs of part footnote or endnote
  std::string mark;          // as shown; empty where it is numbered automatically
  Id<Revision> inserted;
  Id<Revision> deleted;
};

struct Comment {
  std::string id, author, date, initials;
  Span anchor;  // the words it is about; empty at a point
  Span span;    // its own text: paragraphs of part comment
  bool resolved = false;
};

struct Field {
  std::string kind;         // "REF", "PAGEREF", …: the first word of the instruction, upper case
  std::string instruction;  // whole, trimmed
  Span result;              // the stored result in the text
  Id<Field> outer;
  Id<Revision> inserted;
  Id<Revision> deleted;
};

struct Bookmark {
  std::string name;
  Span span;
};

struct Link {
  std::string target;  // URL, or "#bookmark"
  Span span;
};

/// A content control, or whatever else wraps text and carries a tag.
struct Tag {
  std::string name, title;
  Span span;
};

/// A tracked change of formatting only: of a run, a paragraph, a table, a section.
struct FormatChange {
  Span span;
  Id<Revision> revision;
};

/// Where a stretch of the text stands in the bytes of its part, for programs that write into a copy of the file.
struct Origin {
  enum class Kind : std::uint8_t { text, paragraph };
  Kind kind = Kind::text;
  Span span;                  // in Document::text: the characters of a text element; empty, where a paragraph begins
  std::uint32_t source = 0;   // index into Document::parts
  std::uint64_t element = 0;  // the byte of the part, as UTF-8, at which the element's name begins
};

/// A word to this program in the text itself, "dovetail:ignore RULE reason": in an HTML comment of HTML, Markdown and marked text. Those in Word
/// comments stand in Document::comments.
struct Aside {
  std::string text;  // without the marks of the comment, trimmed
  Span span;         // empty, where it stands
};

/// Something about the input that a person must know: becomes a finding of that rule ("input.unknown-element").
struct Problem {
  std::string rule;
  std::string message;  // the fact alone, without the file's name
  Span span;
  std::uint32_t count = 1;
  bool minor = false;  // the rest can be relied on: at most a warning
};

/// What a source could not give, each "lost, or not to be relied on". A rule that needs it is silent there; the others run.
struct Losses {
  bool numbers = false;  // a number may be missing or wrong: shown by a style sheet, or run together with what stands beside it
  bool marks = false;    // insertions and deletions may be shown in a way that is not read, or run together
  bool layout = false;   // paragraphs, cells and notes are put together from lines on pages
  bool text = false;     // some of the text is not here: the file is damaged, a limit was hit, a script builds it
  friend bool operator==(const Losses&, const Losses&) = default;
};

/// One node of a diagram or a tree-shaped design file (BPMN, Visio, ReqIF, ArchiMate, OpenAPI), as read.
struct Node {
  std::string kind;  // element or shape type, in the format's own words
  std::string id;    // as written in the file
  std::string name;
  Id<Node> parent;
  std::vector<std::pair<std::string, std::string>> attributes;  // in file order
  Span span;                                                    // its name and text in Document::text
  std::string origin;                                           // where it stands: JSON pointer, page and shape
};

/// Which kind of content a file holds; decides what is compiled out of it.
enum class FileKind : std::uint8_t { unknown, docx, odt, text, marked_text, markdown, html, pdf, csv, xlsx, bpmn, vsdx, reqif, openapi, archimate };

struct Document {
  std::string path;  // as written in the project file or on the command line
  FileKind kind = FileKind::unknown;
  std::string text;                // both texts, UTF-8
  std::vector<std::string> parts;  // the parts or sheets that texts came from ("word/document.xml"); [0] is the main one

  Table<Run> runs;
  Table<Paragraph> paragraphs;  // in order of their spans: body first, then the other parts
  Table<Format> formats;
  Table<ParagraphFormat> paragraph_formats;
  Table<Revision> revisions;
  Table<TextTable> tables;
  Table<Row> rows;
  Table<Cell> cells;
  Table<Note> notes;
  Table<Comment> comments;
  Table<Field> fields;
  Table<Bookmark> bookmarks;
  Table<Link> links;
  Table<Tag> tags;
  Table<FormatChange> format_changes;
  Table<Node> nodes;

  std::vector<Aside> asides;

  bool keep_origins = false;    // set before it is read: origins are wanted
  std::vector<Origin> origins;  // of word processing documents, in order of the parts' elements; empty unless wanted

  std::map<std::string, std::string> properties;  // title, author … of the package; encoding, separator of a CSV; version lines
  std::vector<Problem> problems;
  Losses lost;
  const MarkingScheme* marking = nullptr;  // what colours and strikes mean in it, known before it is read; null: nothing
};

}  // namespace dovetail
