// The numbers of list items, per view.
#include "read/html/lists.h"

#include "read/html/style.h"
#include "read/list_number.h"

namespace dovetail::html {

namespace {

constexpr std::int64_t number_limit = 1000000000;

char kind_of(const GumboNode* list) {
  std::string style = style_property(list, "list-style-type");
  if (style.empty()) style = style_property(list, "list-style");
  if (style == "none") return '-';
  if (style == "lower-alpha" || style == "lower-latin") return 'a';
  if (style == "upper-alpha" || style == "upper-latin") return 'A';
  if (style == "lower-roman") return 'i';
  if (style == "upper-roman") return 'I';
  if (style == "decimal") return '1';
  if (!is_element(list, GUMBO_TAG_OL)) return '*';
  const std::string_view type = attribute(list, "type");
  return type == "a" || type == "A" || type == "i" || type == "I" ? type[0] : '1';
}

std::int64_t count_items(const GumboNode* list) {
  std::int64_t count = 0;
  for (unsigned i = 0; i < list->v.element.children.length; ++i)
    if (is_element(static_cast<const GumboNode*>(list->v.element.children.data[i]), GUMBO_TAG_LI)) ++count;
  return count;
}

}  // namespace

void Lists::enter(const GumboNode* list) {
  List opened;
  opened.kind = kind_of(list);
  if (has_attribute(list, "reversed")) opened.step = -1;
  const std::int64_t start = number_attribute(list, "start", opened.step < 0 ? count_items(list) : 1, -number_limit, number_limit);
  opened.next = {start, start};
  open_.push_back(opened);
}

std::array<std::string, 2> Lists::next_item(const GumboNode* item, Views views) {
  std::array<std::string, 2> marks;
  if (open_.empty()) return marks;
  List& list = open_.back();
  for (const View view : both_views) {
    if (!views.has(view)) continue;
    std::int64_t& next = list.next[index(view)];
    next = number_attribute(item, "value", next, -number_limit, number_limit);
    if (list.kind == '*')
      marks[index(view)] = "\u2022";
    else if (list.kind != '-')
      marks[index(view)] = list_number(list.kind, next) + ".";
    next += list.step;
  }
  return marks;
}

}  // namespace dovetail::html
