// The stack of open fields.
#include "read/docx/fields.h"

#include "text/unicode.h"

namespace dovetail::docx {

bool FieldStack::begin(std::uint32_t here, Revised revised, pugi::xml_node source) {
  if (too_deep_ > 0 || open_.size() >= limits_.fields_depth) {
    ++too_deep_;
    return false;
  }
  Field field;
  field.result = {here, here};
  if (!open_.empty()) field.outer = open_.back().field;
  field.inserted = revised.inserted;
  field.deleted = revised.deleted;
  open_.push_back({document_.fields.add(std::move(field)), true, source});
  ++instructions_open_;
  return true;
}

bool FieldStack::begin_simple(std::string_view text, std::uint32_t here, Revised revised) {
  if (!begin(here, revised)) return false;
  instruction(text);
  separate(here);
  return true;
}

void FieldStack::state_instruction(Field& field) {
  field.instruction = valid_utf8(trim(field.instruction));
  std::size_t end = 0;
  while (end < field.instruction.size() && static_cast<unsigned char>(field.instruction[end]) > ' ' && field.instruction[end] != '\\') ++end;
  field.kind = field.instruction.substr(0, end);
  for (char& c : field.kind)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
}

void FieldStack::separate(std::uint32_t here) {
  if (too_deep_ > 0 || open_.empty() || !open_.back().in_instruction) return;
  Open& top = open_.back();
  top.in_instruction = false;
  --instructions_open_;
  Field& field = document_.fields[top.field];
  field.result = {here, here};
  state_instruction(field);
}

std::optional<FieldStack::Ended> FieldStack::end(std::uint32_t here) {
  if (too_deep_ > 0) {
    --too_deep_;
    return std::nullopt;
  }
  if (open_.empty()) return std::nullopt;
  const Open top = open_.back();
  Field& field = document_.fields[top.field];
  if (top.in_instruction) {
    --instructions_open_;
    field.result.begin = here;
    state_instruction(field);
  }
  field.result.end = here;
  open_.pop_back();
  return Ended{top.field, top.source};
}

void FieldStack::instruction(std::string_view text) {
  if (open_.empty() || too_deep_ > 0 || !open_.back().in_instruction) return;
  document_.fields[open_.back().field].instruction += text;
}

void FieldStack::end_all(std::uint32_t here) {
  too_deep_ = 0;
  while (!open_.empty()) end(here);
}

}  // namespace dovetail::docx
