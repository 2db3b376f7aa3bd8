// What one file means alone: what it provides (provisions, definitions, design items) and what it needs (references, term uses, traces).
// A Unit is the object file of this compiler: it owns its strings and needs the Document no more.
#pragma once

#include <array>
#include <compare>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/rare.h"
#include "base/table.h"
#include "model/document.h"
#include "model/projection.h"
#include "model/when.h"

namespace dovetail {

/// division: Annex, Schedule, Part. numbered: 1, 1.2, A1.1. item: (a), (i). row: of a timetable. entry: of a glossary.
enum class ProvisionKind : std::uint8_t { division, numbered, item, row, entry };

/// A numbered unit of the text. What depends on the view stands once per view; a provision absent from a view has an empty label there.
struct Provision {
  ProvisionKind kind = ProvisionKind::numbered;
  Views views;
  std::array<std::string, 2> label;    // as the reader sees it, parents included: "3.2.1(b)", "Annex S-2", "\"Data Service\""
  std::array<std::string, 2> number;   // its own part of it: "(b)"
  std::array<std::string, 2> heading;  // normalised; empty where it has none
  std::array<Id<Provision>, 2> parent;
  std::array<Id<Provision>, 2> scope;        // the division that its number is counted in; none: the document
  std::array<bool, 2> not_used{};            // "Not used", or all of its text deleted in that view
  std::array<Span, 2> lines;                 // its own lines: indexes into the projection's lines, without the provisions below it
  std::array<std::uint32_t, 2> last_line{};  // one behind the last line of all that stands below it
  Id<Paragraph> paragraph;                   // where it begins
  Span span;                                 // its number and first line, in Document::text
  std::array<std::uint32_t, 2> list{};       // items: which list of the document it stands in, from 1; a tail or a new parent begins another
  bool automatic = false;                    // its number is computed, not typed
  bool quoted = false;                       // stands in a quotation that another text is to receive: labelled `1(3) "(6AA)"`, never referred to
};

/// alias: one of several names for a thing in one breath. construction: no term is made, the meaning of one is narrowed ("references to a Party do
/// not include BSCCo").
enum class DefinitionForm : std::uint8_t { quoted, table, inline_quoted, acronym, gloss, alias, construction };

/// How far a definition holds: the provision it stands in or names, a division (Section, Annex, Schedule), its document, its whole code.
enum class Reach : std::uint8_t { paragraph, division, document, code };

struct Definition {
  std::string term;    // normalised, without quotes
  std::string folded;  // fold_phrase(term)
  DefinitionForm form = DefinitionForm::quoted;
  Views views;
  Span span;                               // the term where it is defined
  Span body;                               // the words that say what it means
  std::string meaning;                     // body, normalised and squeezed, as proposed; as it was where the draft deletes it
  std::string was;                         // what the baseline view says where that is something else
  std::array<Id<Provision>, 2> provision;  // where it stands
  Reach reach = Reach::document;
  bool reach_stated = false;  // the text says how far it holds ("In this paragraph 2, …")
  Id<Provision> scope;        // reach paragraph or division: what it is limited to
  std::string within;         // another document or section of the code that it is limited to ("Section S"); empty: its own
  std::string context;        // "in relation to a BSC Year": it holds in that connection alone
  bool pointer = false;       // the body only says where the meaning is
  std::string pointed_term;   // pointer: another term whose meaning it has; empty: its own
  bool entry = false;         // stands in a list of definitions: a glossary's line or row
};

/// What a document says about itself: identity, and what its history and contents pages say.
struct Statement {
  enum class What : std::uint8_t { id, title, version, date, heading, draft_version };
  enum class Where : std::uint8_t { cover, statement, header, footer, history, contents };
  What what = What::version;
  Where where = Where::cover;
  std::string value;  // for comparing: "BSCP507", a folded title, "17.0", "2020-04-01", number and heading of a contents line
  std::string raw;    // as written, normalised
  Span span;
  Views views;
  std::uint32_t row = 0;  // of a history: which row, from 1; values of one row belong together
};

/// How a reference names what it wants.
enum class ReferenceReach : std::uint8_t { own, document, external };

/// One item of a reference: "paragraphs 2.4 and 2.6" are two.
struct Reference {
  Span span;            // its words in Document::text
  std::string text;     // normalised: "paragraph 9.4"; for later items of a list the keyword is put in front
  std::string keyword;  // lower case, singular: "paragraph", "section", "annex"; empty for bare forms
  ReferenceReach reach = ReferenceReach::own;
  Rare<std::string> document;                // the document named, as written ("XBSCP902", "Section K", "XREC"); empty for its own
  Rare<std::vector<std::string>> divisions;  // enclosing divisions named, outermost first: "Schedule 22", "Part A"
  std::string label;                         // the number wanted: "9.4", "3.2.1(b)", "(ii)"; empty: the whole document or division
  Rare<std::string> last;                    // the end of a range ("2.7" of "2.4 to 2.7"); empty for none
  Rare<std::string> echo;                    // the words in brackets or quotation marks directly behind it: "Additional Testing"; empty for none
  bool echo_quoted = false;                  // in quotation marks: ‘…’, "…"
  bool self = false;                         // "this paragraph 1.2"
  bool relative = false;                     // "paragraph (a) above"
  bool interior = false;                     // stands in history, a contents page or the like: never a finding
  Views views;
  std::array<Id<Provision>, 2> from;  // the provision it stands in
};

/// One word of the text, for matching terms. Forms are interned per unit. What stands before it may differ between the views, so flags do.
struct Word {
  using Flags = std::uint8_t;
  static constexpr Flags here = 1;  // the view has it
  static constexpr Flags upper = 2, all_upper = 4;
  static constexpr Flags sentence_start = 8;
  static constexpr Flags quoted = 16, heading = 32;
  static constexpr Flags breaks_before = 64;  // no phrase goes on over what stands before it
  static constexpr Flags space_before = 128;  // nothing but a space does

  std::uint32_t begin = 0;       // in Document::text
  std::uint16_t length = 0;      // in bytes there
  std::array<Flags, 2> flags{};  // per view
  std::uint32_t form = 0;        // index into Unit::forms
  std::uint32_t line = 0;        // index of its paragraph in Document::paragraphs

  [[nodiscard]] bool is(View view, Flags flag) const { return (flags[index(view)] & flag) != 0; }
};
static_assert(sizeof(Word) == 16, "a text has as many of them as words");

struct TableField {
  std::string text;  // normalised
  Span span;
};

/// A row of an interface and timetable table.
struct TimetableRow {
  Views views;
  Id<TextTable> table;
  Id<Provision> provision;
  TableField ref, when, action, from, to, information, method;
  When timing;  // `when`, read
};

/// Named fields of one row or node of a design export or register.
struct Record {
  std::string kind;                                         // of atom (requirement, bp_step …) or register (trace, horizon …)
  std::vector<std::pair<std::string, std::string>> fields;  // every mapped field that the source has; many values joined by ";"
  Span span;                                                // of its id or first cell, in Document::text
  bool struck = false, hidden = false;

  /// The field's value; empty where it is absent.
  [[nodiscard]] std::string_view field(std::string_view name) const {
    for (const auto& [key, value] : fields)
      if (key == name) return value;
    return {};
  }
};

/// A design atom: one requirement, step, interface, data item.
struct Item {
  std::string kind;
  std::string id;      // canonical ("IF-901"); see compile/ids
  std::string raw_id;  // as written
  std::string parent;  // canonical id of the atom above
  std::string text;
  std::string artefact, version, release, status;
  Record record;  // all its fields
};

/// One way on behind a step of a process: a branch of a gateway with what it says, or a step that is taken on a condition.
struct Branch {
  std::string gateway;            // what is decided ("Valid?"); empty where only the condition is stated
  std::string condition;          // the branch's own words ("No", "If accepted")
  std::vector<std::string> from;  // ids of the steps in front of it
  std::vector<std::string> to;    // ids of the steps that it leads to; empty: the process ends
  Span span;                      // its words in Document::text
};

struct Unit {
  Id<Document> document;
  std::string path, id, code, profile, title;
  std::vector<std::string> aliases;
  std::array<std::shared_ptr<const Projection>, 2> views;  // normalised; the same object where the document has no changes

  Table<Provision> provisions;
  Table<Definition> definitions;
  Table<Reference> references;
  Table<Statement> statements;  // about the document itself, in the order of the text
  Table<TimetableRow> timetable;
  Table<Item> items;
  Table<Item> unnamed;  // elements of a diagram or model without an id of the programme: shown, never judged
  Table<Item> earlier;  // of an artefact as it was when the drafting started: its atoms stand here and not in `items`
  Table<Branch> branches;
  Table<Record> records;  // of registers
  Table<Sla> slas;        // of choreography items, in their order
  std::vector<Word> words;
  std::vector<std::string> forms;           // normalised word forms, case kept
  std::vector<Problem> problems;            // found while compiling: "register.malformed" and "input.…"
  std::array<std::uint32_t, 2> body_end{};  // per view: one behind the last line of the text itself; explanatory notes follow it
  bool has_body = false;                    // code text: provisions and prose are judged
  bool has_changes = false;                 // the two views differ
  Losses lost;                              // what its source could not give
  std::vector<std::string> imports;         // documents that its text or its profile says terms are defined in, as written

  [[nodiscard]] const Projection& projection(View view) const { return *views[index(view)]; }
};

/// A fact of one unit, named across the corpus.
template <class T>
struct In {
  Id<Unit> unit;
  Id<T> id;
  friend auto operator<=>(const In&, const In&) = default;
};

}  // namespace dovetail
