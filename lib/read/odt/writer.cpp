// Walks content.xml and writes both texts of it.
#include "read/odt/writer.h"

#include <algorithm>

#include "base/holds.h"
#include "text/unicode.h"

namespace dovetail::odt {

namespace {

constexpr std::int64_t most_spaces = 1000;    // text:s of a line; more are no text
constexpr std::int64_t most_repeats = 16384;  // columns and rows of a table that say they repeat; LibreOffice has no more columns
constexpr std::size_t deepest_put_back = 4;   // deletions inside deletions

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// What a reference shows of its target, said with Word's switches (ODF 1.3 19.830 text:reference-format): a number, where it stands, or its text.
std::string_view switch_of_format(std::string_view format) {
  if (format == "number") return " \\r";
  if (format == "number-no-superior") return " \\n";
  if (format == "number-all-superior") return " \\w";
  if (format == "direction") return " \\p";
  return holds({"chapter", "caption", "category-and-value", "value"}, format) ? " \\f" : "";  // part of the text
}

/// The node after `node` in document order inside `top`; `skip` leaves out what is below it.
pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node top, bool skip) {
  if (!skip && node.first_child()) return node.first_child();
  for (; node != top; node = node.parent())
    if (node.next_sibling()) return node.next_sibling();
  return {};
}

std::string words_below(pugi::xml_node top) {
  std::string words;
  for (auto node = top; node; node = next_node(node, top, false))
    words += node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata ? node.value() : "";
  return squeeze(words);
}

/// The child's words, by local name.
std::string child_words(pugi::xml_node node, std::string_view local) {
  for (const auto child : node.children()) {
    const std::string_view name = child.name();
    if (name.size() > local.size() && name.substr(name.size() - local.size()) == local && name[name.size() - local.size() - 1] == ':')
      return valid_utf8(words_below(child));
  }
  return {};
}

}  // namespace

void Writer::write(pugi::xml_node top, Part story) {
  story_ = story;
  builder_.set_part(story);
  walk(top);
  write_later();
}

void Writer::walk(pugi::xml_node top) {
  const std::size_t floor = outside_.size();
  for (auto node = top.first_child(); node && !builder_.full();) {
    while (outside_.size() > floor && node.parent() != outside_.back().element) leave();
    bool descend = false;
    if (node.type() == pugi::node_element) {
      descend = enter(node);
      if (descend) outside_.back().element = node;
    } else if ((node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) && in_paragraph_) {
      write_words(node.value());
    }
    node = next_node(node, top, !descend);
  }
  while (outside_.size() > floor) leave();
}

bool Writer::enter(pugi::xml_node element) {
  if (outside_.size() >= builder_.limits().xml_depth) {
    builder_.problem("input.limit",
                     "elements are nested more than " + std::to_string(builder_.limits().xml_depth) + " deep; what is deeper is not read");
    return false;
  }
  const Name name = part_.name(element);
  const Outside outside{element, format_, builder_.position(), in_paragraph_};
  bool descend = true;
  if (name.space == Space::open_text)
    descend = enter_text(element, name.local);
  else if (name.space == Space::open_table)
    descend = enter_table(element, name.local);
  else if (name.space == Space::open_office) {
    if (name.local == "annotation") write_annotation(element);
    if (name.local == "annotation-end")
      if (const auto open = annotations_.find(attribute(element, "name")); open != annotations_.end())
        document_.comments[Table<Comment>::id_at(open->second)].anchor.end = builder_.position();
    descend = !holds({"annotation", "annotation-end", "forms", "event-listeners", "binary-data"}, name.local);
  } else if (name.space == Space::open_drawing) {
    if (name.local == "text-box") later_.push_back({element, Part::text_box, 0});
    descend = holds({"frame", "g", "a"}, name.local);
  } else {
    descend = name.space == Space::other;  // what programs add wraps text (content controls); pictures' titles and shapes are none
  }
  if (descend) outside_.push_back(outside);
  return descend;
}

bool Writer::enter_text(pugi::xml_node element, std::string_view local) {
  if (holds({"p", "h"}, local)) {
    begin_paragraph(element);
    return true;
  }
  if (local == "list") lists_.enter_list(element);
  if (local == "list-item" || local == "list-header") lists_.enter_item(element, local == "list-header");
  if (local == "tracked-changes") read_changes(element);
  if (holds({"change-start", "change-end", "change"}, local)) meet_change(element, local);
  if (holds(
          {"tracked-changes", "change-start", "change-end", "change", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls",
           "alphabetical-index-auto-mark-file", "table-of-content-source", "illustration-index-source", "table-index-source", "object-index-source",
           "user-index-source", "alphabetical-index-source", "bibliography-source", "number", "ruby-text"},
          local))
    return false;
  return in_paragraph_ ? enter_inline(element, local) : true;
}

bool Writer::enter_inline(pugi::xml_node element, std::string_view local) {
  if (local == "span") {
    format_ = styles_.text_format(attribute(element, "style-name"), format_);
  } else if (local == "s") {
    repeat(" ", number(element, "c", 1, 0, most_spaces));
  } else if (local == "tab") {
    put("\t");
  } else if (local == "line-break") {
    put("\v");
  } else if (local == "note") {
    write_note(element);
    return false;
  } else if (local.substr(0, 8) == "bookmark" && local != "bookmark-ref") {
    write_bookmark(element, local);
  }
  return true;
}

bool Writer::enter_table(pugi::xml_node element, std::string_view local) {
  if (local == "table") {
    builder_.begin_table();
    tables_.emplace_back();
    return true;
  }
  if (tables_.empty()) return true;
  OpenTable& table = tables_.back();
  if (local == "table-header-rows") header_rows_ = true;
  if (local == "table-row") {
    builder_.begin_row(header_rows_, {revised_.inserted, revised_.deleted});
    table.column = 0;
    table.begun = true;
    for (auto& [column, rows] : table.reach) --rows;
    std::erase_if(table.reach, [](const auto& reach) { return reach.second <= 0; });
  } else if (table.begun && (local == "table-cell" || local == "covered-table-cell")) {
    const auto columns = static_cast<std::uint32_t>(number(element, "number-columns-spanned", 1, 1, most_repeats));
    std::int64_t repeats = number(element, "number-columns-repeated", 1, 1, most_repeats);
    const bool is_covered = local == "covered-table-cell";
    for (; repeats > 0 && !builder_.full(); --repeats, ++table.column) {
      if (is_covered && table.reach.count(table.column) == 0) continue;  // covered from the left: part of that cell
      const auto cell = builder_.begin_cell(table.column, is_covered ? 1 : columns);
      document_.cells[cell].continues_above = is_covered;
      if (repeats > 1 || is_covered) builder_.end_cell();
      if (is_covered || repeats > 1) continue;
      if (const std::int64_t rows = number(element, "number-rows-spanned", 1, 1, most_repeats); rows > 1) table.reach[table.column] = rows;
      ++table.column;
      return true;
    }
    return false;
  }
  return !holds({"title", "desc"}, local);
}

void Writer::leave() {
  const Outside outside = outside_.back();
  const Name name = part_.name(outside.element);
  if (name.space == Space::open_text) {
    if (holds({"p", "h"}, name.local)) {
      end_paragraph(outside.element);
      in_paragraph_ = outside.in_paragraph;  // one inside another, which no valid file has: the outer one's words go on
    }
    if (name.local == "list") lists_.leave_list();
    if (name.local == "a" && builder_.position() > outside.begin)
      document_.links.add({valid_utf8(attribute(outside.element, "href")), {outside.begin, builder_.position()}});
    if (holds({"bookmark-ref", "reference-ref", "sequence-ref", "note-ref", "sequence"}, name.local)) write_field(outside.element, outside.begin);
  } else if (name.space == Space::open_table) {
    leave_table(outside.element, name.local);
  }
  format_ = outside.format;
  outside_.pop_back();
}

void Writer::leave_table(pugi::xml_node element, std::string_view local) {
  if (tables_.empty()) return;
  if (local == "table-header-rows") header_rows_ = false;
  if (local == "table-cell" && tables_.back().begun) builder_.end_cell();
  if (local == "table-row") {
    // Rows that repeat are empty ones at the end of a sheet; in a text each is written, as many as the limit of cells allows.
    const std::int64_t repeats = number(element, "number-rows-repeated", 1, 1, most_repeats);
    for (std::int64_t i = 1; i < repeats && !builder_.full(); ++i) {
      builder_.begin_row(header_rows_, {revised_.inserted, revised_.deleted});
      for (std::uint32_t column = 0; column < tables_.back().column && !builder_.full(); ++column) {
        builder_.begin_cell(column);
        builder_.end_cell();
      }
    }
  }
  if (local == "table") {
    builder_.end_table();
    tables_.pop_back();
  }
}

void Writer::read_changes(pugi::xml_node tracked) {
  for (const auto region : tracked.children()) {
    Region read;
    for (const auto change : region.children()) {
      const Name name = part_.name(change);
      if (name.space != Space::open_text) continue;
      Revision revision;
      for (const auto info : change.children()) {
        if (!part_.is(info, Space::open_office, "change-info")) continue;
        revision.author = child_words(info, "creator");
        revision.date = child_words(info, "date");
      }
      if (name.local == "insertion") {
        revision.change = Change::inserted;
        read.insertion = document_.revisions.add(std::move(revision));
      } else if (name.local == "deletion") {
        revision.change = Change::deleted;
        read.deletion = document_.revisions.add(std::move(revision));
        read.deleted = change;
      } else if (name.local == "format-change" || name.local == "UnknownChange") {  // LibreOffice's name for those of paragraphs
        revision.change = Change::formatted;
        read.formatting = document_.revisions.add(std::move(revision));
      }
    }
    for (const char* id : {"xml:id", "text:id"})
      if (const auto named = region.attribute(id)) regions_[named.value()] = read;
  }
}

void Writer::meet_change(pugi::xml_node element, std::string_view local) {
  const std::string id(attribute(element, "change-id"));
  const auto region = regions_.find(id);
  if (region == regions_.end()) return;
  if (region->second.formatting) {
    if (local == "change-start") region->second.begin = builder_.position();
    if (local == "change-end") document_.format_changes.add({{region->second.begin, builder_.position()}, region->second.formatting});
    return;
  }
  if (local == "change-start") inserting_.push_back(id);
  if (local == "change-end") std::erase(inserting_, id);
  if (local == "change" && region->second.deletion && deleting_.size() < deepest_put_back) put_back(region->second);
  find_revised();
}

void Writer::find_revised() {
  revised_ = {};
  for (const std::string& id : inserting_)
    if (const auto region = regions_.find(id); region != regions_.end() && region->second.insertion) revised_.inserted = region->second.insertion;
  if (!deleting_.empty()) revised_.deleted = deleting_.back();
}

bool Writer::is_paragraph(pugi::xml_node element) const {
  return part_.is(element, Space::open_text, "p") || part_.is(element, Space::open_text, "h");
}

bool Writer::is_first_of_item(pugi::xml_node paragraph) const {
  return part_.is(paragraph.parent(), Space::open_text, "list-item") &&
         part_.child(paragraph.parent(), Space::open_text, part_.name(paragraph).local) == paragraph;
}

/// The blocks of a deletion. Inside a paragraph the lists at its ends are their paragraphs: LibreOffice writes the words taken out of a list's
/// paragraph as a list around them, though no list begins there.
std::vector<pugi::xml_node> Writer::blocks_of(pugi::xml_node deleted, bool inside) const {
  std::vector<pugi::xml_node> whole, blocks;
  for (const auto block : deleted.children())
    if (block.type() == pugi::node_element && !part_.is(block, Space::open_office, "change-info")) whole.push_back(block);
  for (const auto& block : whole) {
    if (!inside || !part_.is(block, Space::open_text, "list") || (block != whole.front() && block != whole.back())) {
      blocks.push_back(block);
      continue;
    }
    for (auto node = block.first_child(); node; node = next_node(node, block, is_paragraph(node)))
      if (is_paragraph(node)) blocks.push_back(node);
  }
  return blocks;
}

/// Writes a deletion's content where its mark stands. Its first paragraph goes on in the open one, whose rest goes on in its last.
void Writer::put_back(const Region& region) {
  deleting_.push_back(region.deletion);
  find_revised();
  const bool inside = in_paragraph_;
  const Format format = format_;
  const bool at_start = at_start_;  // white space collapses in the paragraph without regard to what was taken out of it
  const std::vector<pugi::xml_node> blocks = blocks_of(region.deleted, inside);
  for (std::size_t i = 0; i < blocks.size() && !builder_.full(); ++i) {
    if (!is_paragraph(blocks[i])) {
      if (inside && builder_.paragraph_open()) end_paragraph(blocks[i]);
      in_paragraph_ = false;
      pugi::xml_node only = blocks[i];
      if (enter(only)) {
        walk(only);
        leave();
      }
      in_paragraph_ = inside;
      continue;
    }
    if (i > 0 && lists_.in_list() && is_first_of_item(blocks[i])) lists_.enter_item(blocks[i].parent(), false);
    if (!inside || !in_paragraph_) begin_paragraph(blocks[i]);
    walk(blocks[i]);
    if (!inside || i + 1 < blocks.size()) end_paragraph(blocks[i]);
    in_paragraph_ = inside;
  }
  in_paragraph_ = inside;
  format_ = format;
  if (inside) at_start_ = at_start;
  deleting_.pop_back();
}

void Writer::begin_paragraph(pugi::xml_node element) {
  in_paragraph_ = true;
  at_start_ = true;
  ++paragraph_number_;
  format_ = styles_.paragraph_text_format(attribute(element, "style-name"));
}

void Writer::end_paragraph(pugi::xml_node element) {
  const Styles::ParagraphStyle style = styles_.paragraph(attribute(element, "style-name"));
  ParagraphEnd end;
  end.origin = paragraph_number_;
  end.mark = revised_;
  end.format.style = style.shown_name;
  end.format.indent = style.indent;
  end.format.outline = static_cast<std::int8_t>(style.outline);
  const bool is_heading = part_.is(element, Space::open_text, "h");
  if (is_heading) end.format.outline = static_cast<std::int8_t>(std::min<std::int64_t>(number(element, "outline-level", 1, 1, 10) - 1, 9));
  const Views views{!end.mark.inserted, !end.mark.deleted};
  if (lists_.in_list())
    end.number = lists_.number_paragraph(style, views, end.format);
  else if (is_heading)
    end.number = lists_.number_heading(element, end.format.outline, views);
  builder_.end_paragraph(end);
  in_paragraph_ = false;
  at_start_ = true;
}

/// White space collapses, and is nothing at the start of a paragraph (ODF 1.3-3 6.1.2).
void Writer::write_words(std::string_view words) {
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t begin = i;
    while (i < words.size() && !is_white(words[i])) ++i;
    if (i > begin) {
      put(words.substr(begin, i - begin));
    }
    if (i < words.size() && !at_start_) {
      put(" ");
      at_start_ = true;  // what follows at once collapses
    }
    while (i < words.size() && is_white(words[i])) ++i;
  }
}

void Writer::put(std::string_view words) {
  builder_.set_format(format_);
  builder_.set_revised(revised_);
  builder_.text(valid_utf8(words));
  at_start_ = false;
}

void Writer::repeat(std::string_view words, std::int64_t times) {
  std::string all;
  for (std::int64_t i = 0; i < times; ++i) all += words;
  if (!all.empty()) put(all);
}

void Writer::write_note(pugi::xml_node element) {
  Note note;
  note.kind = attribute(element, "note-class") == "endnote" ? NoteKind::endnote : NoteKind::footnote;
  note.anchor = builder_.position();
  note.mark = child_words(element, "note-citation");
  note.inserted = revised_.inserted;
  note.deleted = revised_.deleted;
  const Part part = note.kind == NoteKind::endnote ? Part::endnote : Part::footnote;
  document_.notes.add(std::move(note));
  for (const auto child : element.children())
    if (part_.is(child, Space::open_text, "note-body")) later_.push_back({child, part, document_.notes.size() - 1});
}

void Writer::write_annotation(pugi::xml_node element) {
  Comment comment;
  comment.id = std::to_string(document_.comments.size() + 1);
  comment.author = child_words(element, "creator");
  comment.date = child_words(element, "date");
  comment.initials = child_words(element, "sender-initials");
  comment.resolved = attribute(element, "resolved") == "true";
  comment.anchor = {builder_.position(), builder_.position()};
  document_.comments.add(std::move(comment));
  if (const std::string_view name = attribute(element, "name"); !name.empty()) annotations_[std::string(name)] = document_.comments.size() - 1;
  later_.push_back({element, Part::comment, document_.comments.size() - 1});
}

void Writer::write_bookmark(pugi::xml_node element, std::string_view local) {
  const std::string name = valid_utf8(attribute(element, "name"));
  if (local == "bookmark") document_.bookmarks.add({name, {builder_.position(), builder_.position()}});
  if (local == "bookmark-start") bookmarks_[name] = builder_.position();
  if (local != "bookmark-end") return;
  const auto open = bookmarks_.find(name);
  if (open == bookmarks_.end()) return;
  document_.bookmarks.add({name, {open->second, builder_.position()}});
  bookmarks_.erase(open);
}

void Writer::write_field(pugi::xml_node element, std::uint32_t begin) {
  const bool counts = part_.is(element, Space::open_text, "sequence");
  Field field;
  field.kind = counts ? "SEQ" : part_.is(element, Space::open_text, "note-ref") ? "NOTEREF" : "REF";
  const auto shows = attribute(element, "reference-format");
  if (field.kind == "REF" && shows == "page") field.kind = "PAGEREF";
  field.instruction = field.kind + " " + valid_utf8(attribute(element, counts ? "name" : "ref-name"));
  if (field.kind == "REF") field.instruction += switch_of_format(shows);
  field.result = {begin, builder_.position()};
  field.inserted = revised_.inserted;
  field.deleted = revised_.deleted;
  document_.fields.add(std::move(field));
}

void Writer::write_later() {
  inserting_.clear();
  deleting_.clear();
  find_revised();
  for (const Part part : {Part::footnote, Part::endnote, Part::comment, Part::text_box}) {
    for (std::size_t i = 0; i < later_.size() && !builder_.full(); ++i) {  // it grows: a note may hold a text box
      const Later later = later_[i];
      if (later.part != part) continue;
      builder_.set_part(part);
      const std::uint32_t begin = builder_.position();
      in_paragraph_ = false;
      walk(later.element);
      if (builder_.position() == begin) builder_.end_paragraph({});
      builder_.end_story();
      const Span span{begin, builder_.position()};
      if (part == Part::comment)
        document_.comments[Table<Comment>::id_at(later.index)].span = span;
      else if (part != Part::text_box)
        document_.notes[Table<Note>::id_at(later.index)].span = span;
    }
  }
  later_.clear();
}

}  // namespace dovetail::odt
