// Counts list items and headings, per view.
#include "read/odt/lists.h"

#include <algorithm>

namespace dovetail::odt {

void Counter::advance(const ListStyle& style, std::size_t level, View view, std::int64_t restart) {
  auto& count = counts[index(view)];
  auto& has_begun = begun[index(view)];
  for (std::size_t i = 0; i < level; ++i)  // a level that was skipped shows its start
    if (!has_begun[i]) {
      count[i] = style[i].start;
      has_begun[i] = true;
    }
  count[level] = restart >= 0 ? restart : has_begun[level] ? count[level] + 1 : style[level].start;
  has_begun[level] = true;
  for (std::size_t i = level + 1; i < has_begun.size(); ++i) has_begun[i] = false;
}

void Lists::enter_list(pugi::xml_node list) {
  Open opened;
  opened.style = attribute(list, "style-name");
  if (!open_.empty()) {
    if (opened.style.empty()) opened.style = open_.back().style;
    opened.counter = open_.back().counter;
  } else {
    const auto named = by_id_.find(attribute(list, "continue-list"));
    const auto same = by_style_.find(opened.style);
    if (!attribute(list, "continue-list").empty() && named != by_id_.end())
      opened.counter = named->second;
    else if (attribute(list, "continue-numbering") == "true" && same != by_style_.end())
      opened.counter = same->second;
    else {
      opened.counter = counters_.size();
      counters_.emplace_back();
    }
    by_style_[opened.style] = opened.counter;
  }
  if (const std::string_view id = attribute(list, "id"); !id.empty()) by_id_[std::string(id)] = opened.counter;
  open_.push_back(std::move(opened));
}

void Lists::leave_list() {
  open_.pop_back();
  if (!open_.empty()) open_.back().item_begins = false;
}

void Lists::enter_item(pugi::xml_node item, bool is_header) {
  if (open_.empty()) return;
  open_.back().item_begins = !is_header;
  open_.back().restart = number(item, "start-value", -1, 0, 1000000000);
}

std::array<std::string, 2> Lists::number_paragraph(const Styles::ParagraphStyle& paragraph, Views views, ParagraphFormat& format) {
  std::array<std::string, 2> numbers;
  if (open_.empty()) return numbers;
  const std::size_t level = std::min<std::size_t>(open_.size() - 1, 9);
  Open& open = open_.back();
  format.list_level = static_cast<std::int8_t>(level);
  format.list = static_cast<std::int32_t>(open.counter);
  const ListStyle* style = styles_.list(open.style.empty() ? paragraph.list_style : open.style);
  if (!open.item_begins || style == nullptr) return numbers;
  open.item_begins = false;
  format.bullet = (*style)[level].kind == Level::Kind::bullet;
  for (const View view : both_views) {
    if (!views.has(view)) continue;
    counters_[open.counter].advance(*style, level, view, open.restart);
    numbers[index(view)] = show_number(*style, level, counters_[open.counter].counts[index(view)]);
  }
  return numbers;
}

std::array<std::string, 2> Lists::number_heading(pugi::xml_node heading, int outline, Views views) {
  std::array<std::string, 2> numbers;
  const auto level = static_cast<std::size_t>(outline);
  const ListStyle& style = styles_.outline();
  if (level > 9 || style[level].kind != Level::Kind::number || style[level].format.empty() || attribute(heading, "is-list-header") == "true")
    return numbers;
  const bool restarts = attribute(heading, "restart-numbering") == "true";
  const std::int64_t restart = restarts ? number(heading, "start-value", style[level].start, 0, 1000000000) : -1;
  for (const View view : both_views) {
    if (!views.has(view)) continue;
    outline_.advance(style, level, view, restart);
    numbers[index(view)] = show_number(style, level, outline_.counts[index(view)]);
  }
  return numbers;
}

}  // namespace dovetail::odt
