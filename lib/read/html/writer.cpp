// Walks a page and writes what it shows.
#include "read/html/writer.h"

#include <algorithm>

#include "read/asides.h"
#include "read/html/style.h"
#include "read/list_number.h"
#include "text/unicode.h"

namespace dovetail::html {

namespace {

constexpr std::int32_t list_indent = 720;                       // twentieths of a point a level
constexpr std::int64_t most_columns = 1000, most_rows = 65534;  // HTML 4.9.12

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool is_list(const GumboNode* element) {
  return is_element(element, GUMBO_TAG_OL) || is_element(element, GUMBO_TAG_UL) || is_element(element, GUMBO_TAG_MENU) ||
         is_element(element, GUMBO_TAG_DIR);
}

bool is_cell(const GumboNode* element) { return is_element(element, GUMBO_TAG_TD) || is_element(element, GUMBO_TAG_TH); }

int heading_level(const GumboNode* element) {
  const int level = static_cast<int>(element->v.element.tag) - static_cast<int>(GUMBO_TAG_H1) + 1;
  if (level >= 1 && level <= 6) return level;
  if (attribute(element, "role") != "heading") return 0;
  return static_cast<int>(number_attribute(element, "aria-level", 2, 1, 9));
}

bool keeps_white_space(const GumboNode* element) {
  return is_element(element, GUMBO_TAG_PRE) || is_element(element, GUMBO_TAG_LISTING) || is_element(element, GUMBO_TAG_XMP) ||
         style_property(element, "white-space").substr(0, 3) == "pre";
}

/// A row of the table's head, or one of header cells alone that stands before all others.
bool is_header_row(const GumboNode* row) {
  if (is_element(row->parent, GUMBO_TAG_THEAD)) return true;
  bool any = false;
  for (unsigned i = 0; i < row->v.element.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(row->v.element.children.data[i]);
    if (is_element(child, GUMBO_TAG_TD)) return false;
    any = any || is_element(child, GUMBO_TAG_TH);
  }
  return any;
}

}  // namespace

void Writer::write(const GumboNode* top) {
  note_marks_.resize(notes_.notes.size());
  walk(top);
  write_notes();
}

void Writer::walk(const GumboNode* top) {
  const std::size_t floor = outside_.size();
  const GumboNode* node = top;
  while (node != nullptr && !builder_.full()) {
    while (outside_.size() > floor && node->parent != outside_.back().element) leave();
    bool descend = false;
    if (is_element(node))
      descend = enter(node);
    else if (is_text(node))
      write_text(node);
    else if (node->type == GUMBO_NODE_COMMENT)
      write_aside(node);
    node = next_node(node, top, !descend);
  }
  while (outside_.size() > floor) leave();
  end_paragraph();
}

void Writer::write_aside(const GumboNode* comment) {
  const auto said = said_to_us(comment->v.text.text);
  if (!said.empty()) document_.asides.push_back({std::string(said), {builder_.position(), builder_.position()}});
}

bool Writer::enter(const GumboNode* element) {
  const bool own_note = in_note_ != nullptr && in_note_->body == element;
  if (!own_note && (is_left_out(element) || notes_.by_body.count(element) > 0)) return false;
  if (is_element(element, GUMBO_TAG_A) && (in_note_ != nullptr ? leads_back(element, *in_note_) : mark_note(element))) return false;
  if (is_element(element, GUMBO_TAG_BR)) {
    break_line();
    return false;
  }
  if (is_block(element)) end_paragraph();
  outside_.push_back({element, format_, revised_, builder_.position()});
  format_ = format_inside(element, format_);
  if (keeps_white_space(element)) ++preformatted_;
  if (has_attribute(element, "id")) document_.bookmarks.add({std::string(attribute(element, "id")), {builder_.position(), builder_.position()}});
  if (is_block(element))
    enter_block(element);
  else
    enter_inline(element);
  return true;
}

void Writer::enter_inline(const GumboNode* element) {
  if (is_element(element, GUMBO_TAG_INS)) revised_.inserted = revision(Change::inserted, element);
  if (is_element(element, GUMBO_TAG_DEL)) revised_.deleted = revision(Change::deleted, element);
  if (is_element(element, GUMBO_TAG_Q)) put("\u201C");
  if (is_element(element, GUMBO_TAG_A) && has_attribute(element, "name"))
    document_.bookmarks.add({std::string(attribute(element, "name")), {builder_.position(), builder_.position()}});
}

void Writer::enter_block(const GumboNode* element) {
  if (const int level = heading_level(element); level > 0) heading_ = level;
  if (is_list(element)) lists_.enter(element);
  if (is_element(element, GUMBO_TAG_LI)) {
    item_ = element;
    bullet_ = !lists_.is_ordered();
  }
  if (is_element(element, GUMBO_TAG_TABLE)) tables_.emplace_back();
  if (is_element(element, GUMBO_TAG_CAPTION) && !tables_.empty()) tables_.back().caption = text_below(element);
  if (is_element(element, GUMBO_TAG_TR) && !tables_.empty()) begin_row(element);
  if (is_cell(element) && !tables_.empty() && tables_.back().begun) begin_cell(element);
}

void Writer::leave() {
  const Outside outside = outside_.back();
  const GumboNode* element = outside.element;
  if (is_element(element, GUMBO_TAG_Q)) put("\u201D");
  if (is_block(element)) leave_block(element);
  if (is_element(element, GUMBO_TAG_A) && has_attribute(element, "href")) add_link(attribute(element, "href"), outside.begin);
  if (keeps_white_space(element)) --preformatted_;
  format_ = outside.format;
  revised_ = outside.revised;
  outside_.pop_back();
}

void Writer::add_link(std::string_view target, std::uint32_t begin) {
  const std::uint32_t end = builder_.position();
  while (begin < end && is_white(document_.text[begin])) ++begin;
  if (begin < end) document_.links.add({std::string(target), {begin, end}});
}

void Writer::leave_block(const GumboNode* element) {
  if (heading_level(element) > 0) last_heading_ = squeeze(builder_.open_text());
  end_paragraph();
  if (heading_level(element) > 0) heading_ = 0;
  if (is_list(element)) lists_.leave();
  if (is_element(element, GUMBO_TAG_LI)) item_ = nullptr;
  if (tables_.empty()) return;
  OpenTable& table = tables_.back();
  if (is_cell(element) && table.begun) builder_.end_cell();
  if (is_element(element, GUMBO_TAG_TR) && table.begun) {
    continue_cells_above();
    builder_.end_row();
  }
  if (is_element(element, GUMBO_TAG_TABLE)) {
    if (table.begun) builder_.end_table();
    tables_.pop_back();
  }
}

void Writer::begin_row(const GumboNode* row) {
  OpenTable& table = tables_.back();
  if (!table.begun) {
    const auto id = builder_.begin_table();
    document_.tables[id].name = table.caption.empty() ? last_heading_ : table.caption;
    table.begun = true;
  }
  for (auto& span : table.spans) --span[2];
  std::erase_if(table.spans, [](const auto& span) { return span[2] == 0; });
  table.column = 0;
  builder_.begin_row(is_header_row(row));
}

/// Writes the lower parts of the cells above that reach down to the next free column.
void Writer::continue_cells_above() {
  OpenTable& table = tables_.back();
  const auto covers = [&](const auto& span) { return span[0] == table.column; };
  for (auto span = std::find_if(table.spans.begin(), table.spans.end(), covers); span != table.spans.end() && !builder_.full();
       span = std::find_if(table.spans.begin(), table.spans.end(), covers)) {
    const auto cell = builder_.begin_cell(table.column, (*span)[1]);
    document_.cells[cell].continues_above = true;
    builder_.end_cell();
    table.column += (*span)[1];
  }
}

void Writer::begin_cell(const GumboNode* cell) {
  continue_cells_above();
  OpenTable& table = tables_.back();
  const auto columns = static_cast<std::uint32_t>(number_attribute(cell, "colspan", 1, 1, most_columns));
  auto rows = static_cast<std::uint32_t>(number_attribute(cell, "rowspan", 1, 0, most_rows));
  if (rows == 0) rows = static_cast<std::uint32_t>(most_rows);  // to the end of the table
  builder_.begin_cell(table.column, columns);
  if (rows > 1) table.spans.push_back({table.column, columns, rows});
  table.column += columns;
}

void Writer::put(std::string_view words) {
  if (words.empty()) return;
  flush_space();
  append(words, format_, revised_);
}

void Writer::append(std::string_view words, Format format, Revised revised) {
  builder_.set_format(format);
  builder_.set_revised(revised);
  builder_.text(words);
  const bool space = is_white(words.back()) || words.back() == '\v';
  if (!revised.inserted) after_space_[index(View::baseline)] = space;
  if (!revised.deleted) after_space_[index(View::proposed)] = space;
  if (revised.inserted) last_.inserted = revised.inserted;
  if (revised.deleted) last_.deleted = revised.deleted;
}

/// The pending space as far as no view has one before it already: in "<ins>a</ins> <del>b</del> c" the one behind "b" is deleted with it.
Revised Writer::shown_space() const {
  auto shown = space_revised_;
  const bool baseline = after_space_[index(View::baseline)], proposed = after_space_[index(View::proposed)];
  if (baseline && !shown.inserted) shown.inserted = last_.inserted;
  if (proposed && !shown.deleted) shown.deleted = last_.deleted;
  return shown;
}

/// White space and line breaks are written when words follow them in the same paragraph.
void Writer::flush_space() {
  if (breaks_ > 1) end_paragraph();
  if (builder_.paragraph_open() && breaks_ > 0) append("\v", format_, revised_);
  if (builder_.paragraph_open() && breaks_ == 0 && has_space_)
    if (const auto shown = shown_space(); !shown.inserted || !shown.deleted) append(" ", space_format_, shown);
  breaks_ = 0;
  has_space_ = false;
}

void Writer::write_text(const GumboNode* node) {
  if (!builder_.paragraph_open()) line_ = node->v.text.start_pos.line;
  const std::string_view text = node->v.text.text;
  if (preformatted_ > 0) {
    std::string kept(text);
    std::replace(kept.begin(), kept.end(), '\n', '\v');
    return put(kept);
  }
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && !is_white(text[i])) ++i;
    put(text.substr(begin, i - begin));
    if (i < text.size() && has_space_ && revised_ != space_revised_) {  // shown where either is
      if (!revised_.inserted) space_revised_.inserted = {};
      if (!revised_.deleted) space_revised_.deleted = {};
    }
    if (i < text.size() && !has_space_) {
      has_space_ = true;
      space_format_ = format_;
      space_revised_ = revised_;
    }
    while (i < text.size() && is_white(text[i])) ++i;
  }
}

ParagraphEnd Writer::paragraph_end() {
  ParagraphEnd end;
  end.origin = line_;
  if (heading_ > 0) {
    end.format.style = "heading " + std::to_string(heading_);
    end.format.outline = static_cast<std::int8_t>(heading_ - 1);
  }
  const auto depth = static_cast<std::int32_t>(lists_.depth());
  end.format.indent = std::min(depth, 20) * list_indent;
  if (item_ != nullptr && depth > 0) {
    const Revised whole = builder_.open_revision();
    const auto number = lists_.next_item(item_, {!whole.inserted, !whole.deleted});
    end.format.list_level = static_cast<std::int8_t>(std::min(depth - 1, 100));
    end.format.bullet = bullet_;
    if (!begins_with_number(builder_.open_text())) end.number = number;
  }
  item_ = nullptr;
  return end;
}

void Writer::end_paragraph() {
  after_space_ = {true, true};
  last_ = {};
  has_space_ = false;
  breaks_ = 0;
  if (!builder_.paragraph_open()) return;
  builder_.end_paragraph(paragraph_end());
}

Id<Revision> Writer::revision(Change change, const GumboNode* element) {
  Revision made;
  made.change = change;
  made.date = attribute(element, "datetime");
  made.author = attribute(element, "data-author");
  return document_.revisions.add(std::move(made));
}

bool Writer::mark_note(const GumboNode* link) {
  const auto found = notes_.by_mark.find(link);
  if (found == notes_.by_mark.end()) return false;
  Note note;
  note.anchor = builder_.position();
  note.mark = notes_.notes[found->second].shown;
  note.inserted = revised_.inserted;
  note.deleted = revised_.deleted;
  note_marks_[found->second] = document_.notes.add(std::move(note));
  return true;
}

void Writer::write_notes() {
  if (notes_.notes.empty()) return;
  builder_.set_part(Part::footnote);
  for (std::size_t i = 0; i < notes_.notes.size() && !builder_.full(); ++i) {
    const PageNote& note = notes_.notes[i];
    if (notes_.by_body.at(note.body) != i || !note_marks_[i]) continue;
    in_note_ = &note;
    const std::uint32_t begin = builder_.position();
    walk(note.body);
    if (builder_.position() == begin) builder_.end_paragraph({});
    builder_.end_story();
    document_.notes[note_marks_[i]].span = {begin, builder_.position()};
  }
}

}  // namespace dovetail::html
