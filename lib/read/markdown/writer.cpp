// Writes what the Markdown parser tells of, event by event.
#include "read/markdown/writer.h"

#include <algorithm>
#include <charconv>

#include "read/html/entity.h"
#include "read/html/notes.h"
#include "read/html/tree.h"
#include "read/html/writer.h"
#include "read/list_number.h"
#include "text/unicode.h"

namespace dovetail::markdown {

namespace {

constexpr std::int32_t space_indent = 72, list_indent = 720;  // twentieths of a point

/// The lower case name of "<name …>" or "</name>", with the slash.
std::string tag_name(std::string_view tag) {
  std::string name;
  for (std::size_t i = 1; i < tag.size(); ++i) {
    const char c = tag[i];
    if (c >= 'A' && c <= 'Z')
      name += static_cast<char>(c - 'A' + 'a');
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '/' && i == 1))
      name += c;
    else
      break;
  }
  return name;
}

bool only_revises(std::string_view html) {
  const std::string name = tag_name(trim(html));
  return name == "ins" || name == "del" || name == "/ins" || name == "/del";
}

}  // namespace

void Writer::write() {
  note_marks_.resize(source_.notes.size());
  parsed_ = source_.text.data();
  parse(source_.text);
  parsed_ = nullptr;
  marks_.clear();
  find_current();
  write_notes();
  write_comments();
}

void Writer::parse(std::string_view source) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return static_cast<Writer*>(self)->enter_block(type, detail); };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return static_cast<Writer*>(self)->leave_block(type); };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return static_cast<Writer*>(self)->enter_span(type, detail); };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return static_cast<Writer*>(self)->leave_span(type); };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) { return static_cast<Writer*>(self)->text(type, {text, size}); };
  md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, this);
  end_paragraph();
}

int Writer::enter_block(MD_BLOCKTYPE type, void* detail) {
  if (builder_.full()) return 1;
  if (type != MD_BLOCK_DOC) end_paragraph();
  switch (type) {
    case MD_BLOCK_UL:
      lists_.push_back({'*', {1, 1}, 0});
      break;
    case MD_BLOCK_OL: {
      const auto& list = *static_cast<const MD_BLOCK_OL_DETAIL*>(detail);
      lists_.push_back({list.mark_delimiter, {list.start, list.start}, 0});
      break;
    }
    case MD_BLOCK_LI:
      item_begins_ = true;
      break;
    case MD_BLOCK_H:
      heading_ = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
      break;
    case MD_BLOCK_HTML:
      in_html_ = true;
      break;
    case MD_BLOCK_TABLE:
      builder_.begin_table();
      break;
    case MD_BLOCK_TR:
      column_ = begun_ = 0;
      break;
    case MD_BLOCK_TH:
      ++column_;  // begun by its first word: a table without a header row is written with an empty one
      break;
    case MD_BLOCK_TD:
      if (column_ == 0) builder_.begin_row(false);
      builder_.begin_cell(column_++);
      begun_ = column_;
      break;
    default:
      break;
  }
  return 0;
}

int Writer::leave_block(MD_BLOCKTYPE type) {
  if (type == MD_BLOCK_HTML) write_html_block();
  end_paragraph();
  switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      lists_.pop_back();
      break;
    case MD_BLOCK_LI:
      item_begins_ = false;
      break;
    case MD_BLOCK_H:
      heading_ = 0;
      break;
    case MD_BLOCK_TABLE:
      builder_.end_table();
      break;
    case MD_BLOCK_TR:
      if (begun_ > 0) begin_header_cells();
      if (begun_ > 0) builder_.end_row();
      column_ = begun_ = 0;
      break;
    case MD_BLOCK_TH:
      if (begun_ == column_) builder_.end_cell();
      break;
    case MD_BLOCK_TD:
      builder_.end_cell();
      break;
    default:
      break;
  }
  return builder_.full() ? 1 : 0;
}

int Writer::enter_span(MD_SPANTYPE type, void* detail) {
  Format format = formats_.back();
  switch (type) {
    case MD_SPAN_EM:
      format.italic = true;
      break;
    case MD_SPAN_STRONG:
      format.bold = true;
      break;
    case MD_SPAN_DEL:
      format.strike = true;
      break;
    case MD_SPAN_IMG:
      ++images_;
      break;
    case MD_SPAN_A: {
      const auto& link = *static_cast<const MD_SPAN_A_DETAIL*>(detail);
      links_.emplace_back(std::string(link.href.text == nullptr ? "" : link.href.text, link.href.size), builder_.position());
      break;
    }
    default:
      break;
  }
  formats_.push_back(format);
  return 0;
}

int Writer::leave_span(MD_SPANTYPE type) {
  if (type == MD_SPAN_IMG) --images_;
  if (type == MD_SPAN_A && !links_.empty()) {
    auto [target, begin] = std::move(links_.back());
    links_.pop_back();
    while (begin < builder_.position() && (document_.text[begin] == ' ' || document_.text[begin] == '\v')) ++begin;
    if (begin < builder_.position()) document_.links.add({std::move(target), {begin, builder_.position()}});
  }
  formats_.pop_back();
  return 0;
}

/// Begins the cells of a header row up to the one that is open.
void Writer::begin_header_cells() {
  if (begun_ == column_) return;
  if (begun_ == 0) builder_.begin_row(true);
  while (begun_ < column_) builder_.begin_cell(begun_++);
}

int Writer::text(MD_TEXTTYPE type, std::string_view words) {
  if (parsed_ != nullptr && !builder_.paragraph_open() && words.data() >= parsed_ && words.data() < parsed_ + source_.text.size())
    line_ = source_.line_at(static_cast<std::size_t>(words.data() - parsed_));
  if (in_html_) {
    html_ += words;
    return 0;
  }
  if (images_ > 0) return 0;
  switch (type) {
    case MD_TEXT_NULLCHAR:
      put("\uFFFD");
      break;
    case MD_TEXT_BR:
      put("\v");
      break;
    case MD_TEXT_SOFTBR:
      has_space_ = builder_.paragraph_open();
      break;
    case MD_TEXT_ENTITY:
      put(html::decode_entity(words));
      break;
    case MD_TEXT_HTML:
      write_tag(words);
      break;
    case MD_TEXT_CODE: {
      std::string code(words);
      std::replace(code.begin(), code.end(), '\n', '\v');
      if (code != "\v" || builder_.paragraph_open()) write_words(code);
      break;
    }
    default:
      write_words(words);
  }
  return builder_.full() ? 1 : 0;
}

void Writer::write_words(std::string_view words) {
  std::size_t begin = 0;
  for (std::size_t at = words.find('\xEF'); at != std::string_view::npos; at = words.find('\xEF', at + 1)) {
    Sign sign{};
    if (!is_sign(words.substr(at), sign)) continue;
    put(words.substr(begin, at - begin));
    begin = at + 3;
    if (sign == Sign::note || sign == Sign::comment) {
      std::size_t index = 0;
      const char* end = std::from_chars(words.data() + begin, words.data() + words.size(), index).ptr;
      begin = std::min(static_cast<std::size_t>(end - words.data()) + 3, words.size());
      meet_indexed(sign, index);
    } else {
      meet(sign);
    }
    at = begin - 1;
  }
  put(words.substr(begin));
}

void Writer::put(std::string_view words) {
  if (words.empty()) return;
  begin_header_cells();
  builder_.set_revised(revised_);
  Format format = formats_.back();
  if (highlight_) format.highlight = "yellow";
  builder_.set_format(format);
  if (has_space_) builder_.text(" ");
  has_space_ = false;
  const std::uint32_t begin = builder_.position();
  builder_.text(words);
  if (highlight_) highlighted_ = {highlighted_.end == begin ? highlighted_.begin : begin, builder_.position()};
}

Id<Revision> Writer::revision(Change change) {
  Revision made;
  made.change = change;
  return document_.revisions.add(std::move(made));
}

void Writer::meet(Sign sign) {
  switch (sign) {
    case Sign::insertion:
      marks_.push_back({sign, {revision(Change::inserted), {}}});
      break;
    case Sign::deletion:
      marks_.push_back({sign, {{}, revision(Change::deleted)}});
      break;
    case Sign::highlight:
      marks_.push_back({sign, {}});
      break;
    case Sign::arrow:
      if (!marks_.empty()) marks_.back() = {Sign::insertion, {revision(Change::inserted), {}}};
      break;
    default:
      if (!marks_.empty()) marks_.pop_back();
  }
  find_current();
}

void Writer::find_current() {
  revised_ = {};
  highlight_ = false;
  for (const Mark& mark : marks_) {
    if (mark.revised.inserted) revised_.inserted = mark.revised.inserted;
    if (mark.revised.deleted) revised_.deleted = mark.revised.deleted;
    highlight_ = highlight_ || mark.sign == Sign::highlight;
  }
}

void Writer::meet_indexed(Sign sign, std::size_t index) {
  begin_header_cells();
  const Span here{builder_.position(), builder_.position()};
  if (sign == Sign::comment && index < source_.comments.size()) {
    comments_.push_back({index, highlighted_.end == here.begin && !highlighted_.empty() ? highlighted_ : here});
  } else if (sign == Sign::note && index < note_marks_.size()) {
    Note note;
    note.anchor = here.begin;
    note.mark = source_.notes[index].name;
    note.inserted = revised_.inserted;
    note.deleted = revised_.deleted;
    note_marks_[index].push_back(document_.notes.add(std::move(note)));
  }
}

void Writer::write_tag(std::string_view tag) {
  const std::string name = tag_name(tag);
  if (name == "ins" || name == "del") meet(name == "ins" ? Sign::insertion : Sign::deletion);
  if ((name == "/ins" || name == "/del") && !marks_.empty() && marks_.back().sign == (name == "/ins" ? Sign::insertion : Sign::deletion))
    meet(Sign::insertion_end);
  if (name == "br") put("\v");
  if (name == "sup" || name == "sub" || name == "u" || name == "s") {
    Format format = formats_.back();
    if (name == "sup") format.vertical = VerticalAlign::superscript;
    if (name == "sub") format.vertical = VerticalAlign::subscript;
    if (name == "u") format.underline = Underline::single;
    if (name == "s") format.strike = true;
    formats_.push_back(format);
  }
  if ((name == "/sup" || name == "/sub" || name == "/u" || name == "/s") && formats_.size() > 1) formats_.pop_back();
}

/// `<ins>` and `<del>` on lines of their own go around Markdown; any other block is a little page of its own.
void Writer::write_html_block() {
  in_html_ = false;
  std::string html;
  std::swap(html, html_);
  if (only_revises(html)) {
    std::size_t begin = 0;
    for (std::size_t open = html.find('<'); open != std::string::npos; open = html.find('<', begin)) {
      const std::size_t close = html.find('>', open);
      if (close == std::string::npos) break;
      write_words(trim(std::string_view(html).substr(begin, open - begin)));
      write_tag(std::string_view(html).substr(open, close - open + 1));
      begin = close + 1;
    }
    write_words(trim(std::string_view(html).substr(begin)));
    return;
  }
  const html::Tree tree(html);
  if (!tree.limit().empty()) builder_.problem("input.limit", tree.limit());
  if (tree.root() == nullptr) return;
  const html::PageNotes no_notes;
  html::Writer(builder_, no_notes).write(tree.root());
}

void Writer::end_paragraph() {
  has_space_ = false;
  if (!builder_.paragraph_open()) return;
  ParagraphEnd end;
  end.mark = revised_;
  if (note_line_ > 0) {
    end.origin = note_line_;
  } else if (line_ < source_.line_numbers.size()) {
    end.origin = source_.line_numbers[line_];
    end.format.indent = static_cast<std::int32_t>(source_.line_indents[line_]) * space_indent;
  }
  if (heading_ > 0) {
    end.format.style = "heading " + std::to_string(heading_);
    end.format.outline = static_cast<std::int8_t>(heading_ - 1);
  }
  if (!lists_.empty()) end.format.indent = static_cast<std::int32_t>(std::min<std::size_t>(lists_.size(), 20)) * list_indent;
  if (item_begins_ && !lists_.empty()) number_item(end);
  item_begins_ = false;
  builder_.end_paragraph(end);
}

/// CommonMark 0.31 5.3 counts an ordered list on whatever its later items say. A written number that is lower than the one before it is no item of
/// the same list to a drafter: contents "1. … 2. …" and below them the heading "1. …"; the counting begins anew there. (All "1." is counted on.)
void Writer::begin_anew(List& list) {
  if (note_line_ > 0 || line_ >= source_.line_begins.size()) return;
  const auto written = written_number(std::string_view(source_.text).substr(source_.line_begins[line_]), list.delimiter);
  if (!written) return;
  if (*written < list.written) list.next = {*written, *written};
  list.written = *written;
}

/// An item all of whose first paragraph is inserted counts in the proposed view alone, and one that is deleted in the baseline alone.
void Writer::number_item(ParagraphEnd& end) {
  List& list = lists_.back();
  if (list.delimiter != '*') begin_anew(list);
  const Revised whole = builder_.open_revision();
  end.format.list_level = static_cast<std::int8_t>(std::min<std::size_t>(lists_.size() - 1, 100));
  end.format.bullet = list.delimiter == '*';
  for (const View view : both_views) {
    if (view == View::baseline ? bool(whole.inserted) : bool(whole.deleted)) continue;
    const std::string number = std::to_string(list.next[index(view)]++) + list.delimiter;
    if (!begins_with_number(builder_.open_text())) end.number[index(view)] = end.format.bullet ? "\u2022" : number;
  }
}

void Writer::write_notes() {
  builder_.set_part(Part::footnote);
  for (std::size_t i = 0; i < source_.notes.size(); ++i) {
    if (note_marks_[i].empty()) continue;
    note_line_ = source_.notes[i].line;
    const std::uint32_t begin = builder_.position();
    parse(source_.notes[i].text);
    marks_.clear();
    find_current();
    if (builder_.position() == begin) builder_.end_paragraph({});
    builder_.end_story();
    for (const Id<Note> mark : note_marks_[i]) document_.notes[mark].span = {begin, builder_.position()};
  }
}

void Writer::write_comments() {
  builder_.set_part(Part::comment);
  builder_.set_revised({});
  builder_.set_format({});
  for (const PendingComment& pending : comments_) {
    Comment comment;
    comment.id = std::to_string(document_.comments.size() + 1);
    comment.anchor = pending.anchor;
    const std::uint32_t begin = builder_.position();
    builder_.text(source_.comments[pending.index].text);
    builder_.end_paragraph({});
    builder_.end_story();
    comment.span = {begin, builder_.position()};
    document_.comments.add(std::move(comment));
  }
}

}  // namespace dovetail::markdown
