// What runs hold: characters, breaks, symbols, field characters and the marks of notes (ECMA-376-1 17.3.3).
#include <charconv>

#include "read/docx/symbols.h"
#include "read/docx/walker.h"
#include "text/unicode.h"

namespace dovetail::docx {
namespace {

/// Without xml:space="preserve" line feeds at the ends, and what stands beside them, are the layout of a pretty-printed file. Blanks alone
/// are kept although Word drops them: programs that forget the attribute mean them, and words must not run together.
std::string_view without_layout(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return text.find('\n') == std::string_view::npos ? text : std::string_view();
  const auto last = text.find_last_not_of(blanks) + 1;
  const bool before = text.substr(0, first).find('\n') != std::string_view::npos, after = text.substr(last).find('\n') != std::string_view::npos;
  return text.substr(before ? first : 0, (after ? last : text.size()) - (before ? first : 0));
}

}  // namespace

bool Walker::enter_run(pugi::xml_node node, Element element, Frame& frame) {
  switch (element) {
    case Element::run:
      begin_run();
      return true;
    case Element::run_properties:
      run_properties(node);
      return false;
    case Element::text:
    case Element::deleted_text: {
      const bool plain = !node.first_child();  // all characters in one stretch, as nearly always
      const std::string joined = plain ? std::string() : text_of(node);
      std::string_view characters = plain ? std::string_view(node.value()) : std::string_view(joined);
      const auto begin = reading_.writer.here();
      text(keep_space_ || preserves_space(node) ? characters : without_layout(characters));
      note_origin(Origin::Kind::text, node, {begin, reading_.writer.here()});
      return false;
    }
    case Element::instruction:
      fields_.instruction(text_of(node));
      return false;
    case Element::tab:
      control("\t", RunKind::tab);
      return false;
    case Element::line_break:
      line_break(node);
      return false;
    case Element::carriage_return:
      control("\v", RunKind::line_break);
      return false;
    case Element::no_break_hyphen:
      text("\u2011");
      return false;
    case Element::soft_hyphen:
      text("\u00AD");
      return false;
    case Element::symbol:
      symbol_character(node);
      return false;
    case Element::field_character:
      field_character(node);
      return false;
    case Element::simple_field:
      ensure_paragraph();
      fields_.begin_simple(attribute(node, "instr"), reading_.writer.here(), revised_);
      (void)frame;
      return true;
    case Element::footnote_reference:
      note_reference(node, NoteKind::footnote);
      return false;
    case Element::endnote_reference:
      note_reference(node, NoteKind::endnote);
      return false;
    case Element::comment_reference:
      comment_reference(node);
      return false;
    case Element::drawing:
      defer_text_boxes(node);
      return false;
    default:
      return false;  // w:rt: the reading aid beside a ruby base is no text
  }
}

void Walker::note_origin(Origin::Kind kind, pugi::xml_node node, Span span) {
  if (!document_.keep_origins || (kind == Origin::Kind::text && span.empty())) return;
  const auto element = node.offset_debug();  // none where a part's prefixes had to be renamed
  if (element > 0) document_.origins.push_back({kind, span, story_.source->index, static_cast<std::uint64_t>(element)});
}

void Walker::begin_run() {
  run_ = RunProperties();
  run_format_ = {};
  run_begin_ = reading_.writer.here();
}

void Walker::run_properties(pugi::xml_node node) {
  run_ = RunProperties();
  run_format_ = {};
  pugi::xml_node change;
  if (const auto style = read_run_properties(xml_, node, reading_.theme, run_, &change))
    run_.style = reading_.styles.find(*style, StyleType::character);
  if (change && !run_changed_) run_changed_ = reading_.revisions.add(xml_, change, Change::formatted);
}

Id<Format> Walker::run_format() {
  if (!run_format_) run_format_ = reading_.formats.intern(run_, paragraph_.style, table_style(), paragraph_.shading);
  return run_format_;
}

void Walker::text(std::string_view characters) {
  if (characters.empty()) return;
  if (fields_.in_instruction()) return fields_.instruction(characters);
  if (custom_mark_) {
    document_.notes[custom_mark_].mark += valid_utf8(characters);
    return;
  }
  ensure_paragraph();
  reading_.writer.write_text(characters, run_format(), revised_);
}

void Walker::control(std::string_view characters, RunKind kind) {
  if (fields_.in_instruction() || custom_mark_) return;
  ensure_paragraph();
  reading_.writer.write(characters, kind, run_format(), revised_);
}

void Walker::line_break(pugi::xml_node node) {
  const auto type = attribute(node, "type");
  if (type == "page" || type == "column") return control("\f", RunKind::page_break);
  control("\v", RunKind::line_break);
}

void Walker::symbol_character(pugi::xml_node node) {
  const auto written = attribute(node, "char");
  std::uint32_t code = 0;
  const auto result = std::from_chars(written.data(), written.data() + written.size(), code, 16);
  if (result.ec != std::errc() || code == 0) return;
  std::string character;
  append_character(character, symbol(attribute(node, "font"), static_cast<char32_t>(code)));
  text(character);
}

void Walker::field_character(pugi::xml_node node) {
  const auto type = attribute(node, "fldCharType");
  ensure_paragraph();
  const auto here = reading_.writer.here();
  if (node == next_field_mark_) next_field_mark_ = pugi::xml_node();
  if (type == "begin") {
    if (!next_field_mark_) next_field_mark_ = field_mark_behind(node);
    if (!next_field_mark_) {
      reading_.problem("input.damaged", "a field begins and never ends");
    } else if (!fields_.begin(here, revised_, node)) {
      reading_.limit("fields are nested more than " + std::to_string(reading_.limits.fields_depth) + " deep");
    }
  } else if (type == "separate") {
    fields_.separate(here);
  } else if (type == "end") {
    end_field();
  }
}

void Walker::write_result(Field& field, std::string_view characters) {
  const auto begin = reading_.writer.here();
  text(characters);
  field.result = {begin, reading_.writer.here()};
}

/// Some fields store no result: Word shows the chosen entry of a list, or a number that it counts.
void Walker::end_field() {
  const auto ended = fields_.end(reading_.writer.here());
  if (!ended || fields_.in_instruction() || custom_mark_) return;
  Field& field = document_.fields[ended->field];
  if (!field.result.empty()) return;
  if (field.kind == "FORMDROPDOWN") {
    write_result(field, chosen_entry(xml_, ended->source));
  } else if (field.kind == "LISTNUM") {
    const auto number = reading_.list_numbers.next(field.instruction);
    if (!number)
      return reading_.problem("input.unresolved-numbering",
                              "a LISTNUM field does not say its level or names a list that is not known; its number is not shown");
    write_result(field, *number);
  } else if (is_automatic_number(field.kind)) {
    ensure_paragraph();
    if (reading_.writer.here() == paragraph_.begin && paragraph_.automatic.empty())
      paragraph_.automatic = field.instruction;
    else
      reading_.problem("input.unresolved-numbering", "an " + field.kind + " field stands inside a text; its number is not shown");
  }
}

/// The next field character behind `from` that ends or separates a field: without one, all text that follows would be taken for an
/// instruction. It is looked for once until it is passed, so that many fields cost no more than one.
pugi::xml_node Walker::field_mark_behind(pugi::xml_node from) const {
  for (auto node = from; node;) {
    if (node.first_child()) {
      node = node.first_child();
    } else {
      while (node && node != story_.node && !node.next_sibling()) node = node.parent();
      if (!node || node == story_.node) return {};
      node = node.next_sibling();
    }
    if (element_of(xml_, node) == Element::field_character && attribute(node, "fldCharType") != "begin") return node;
  }
  return {};
}

/// Whether an instruction that is still open where a paragraph ends is closed further on (instructions may span paragraphs, 17.16.18). One
/// that is not would swallow the rest of the story, so it is ended here.
bool Walker::instruction_goes_on(pugi::xml_node paragraph) {
  if (instruction_searches_ == 0) return false;
  --instruction_searches_;
  const auto open = static_cast<std::int64_t>(fields_.depth());
  auto depth = open;
  for (auto node = paragraph; node;) {
    if (node != paragraph && node.first_child()) {
      node = node.first_child();
    } else {
      while (node && node != story_.node && !node.next_sibling()) node = node.parent();
      if (!node || node == story_.node) return false;
      node = node.next_sibling();
    }
    if (element_of(xml_, node) != Element::field_character) continue;
    const auto type = attribute(node, "fldCharType");
    depth += type == "begin" ? 1 : type == "end" ? -1 : 0;
    if (depth < open || (type == "separate" && depth == open)) return true;
  }
  return false;
}

void Walker::note_reference(pugi::xml_node node, NoteKind kind) {
  if (fields_.in_instruction()) return;
  ensure_paragraph();
  Note note;
  note.kind = kind;
  note.anchor = reading_.writer.here();
  note.span = {note.anchor, note.anchor};
  note.inserted = revised_.inserted;
  note.deleted = revised_.deleted;
  const auto id = document_.notes.add(std::move(note));
  reading_.waiting_notes.push_back({id, std::string(attribute(node, "id")), revised_});
  const auto custom = xml_.attribute(node, Space::word, "customMarkFollows");
  if (custom && std::string_view(custom.value()) != "0" && std::string_view(custom.value()) != "false" && std::string_view(custom.value()) != "off")
    custom_mark_ = id;
}

void Walker::comment_reference(pugi::xml_node node) {
  if (story_.part == Part::comment) return;
  const auto [it, added] = reading_.comment_by_id.emplace(attribute(node, "id"), document_.comments.size());
  if (!added) return;
  Comment comment;
  comment.id = valid_utf8(it->first);
  comment.anchor = {reading_.writer.here(), reading_.writer.here()};
  document_.comments.add(std::move(comment));
}

}  // namespace dovetail::docx
