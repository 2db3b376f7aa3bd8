// Lists: reading their definitions, and counting.
#include "read/docx/numbering.h"

#include <algorithm>

#include "read/docx/symbols.h"
#include "text/unicode.h"

namespace dovetail::docx {
namespace {

constexpr std::int64_t largest_number = 1LL << 40;  // far beyond what any program writes, and far from overflow

std::int64_t number_or(std::string_view text, std::int64_t otherwise) {
  return std::clamp(integer(text).value_or(otherwise), -largest_number, largest_number);
}

/// w:numFmt, also where it stands in mc:AlternateContent with a custom format for newer programs.
void read_format(const XmlPart& part, pugi::xml_node level, ListLevel& result) {
  auto format = part.child(level, Space::word, "numFmt");
  if (const auto alternate = part.child(level, Space::compatibility, "AlternateContent")) {
    if (const auto newer = part.child(part.child(alternate, Space::compatibility, "Choice"), Space::word, "numFmt")) {
      format = newer;
    } else if (!format) {
      format = part.child(part.child(alternate, Space::compatibility, "Fallback"), Space::word, "numFmt");
    }
  }
  if (format) result.format = number_format(value_of(part, format), word_attribute(part, format, "format"), result.width);
}

ListLevel read_level(const XmlPart& part, pugi::xml_node node) {
  ListLevel level;
  level.defined = true;
  if (const auto start = part.child(node, Space::word, "start")) level.start = number_or(value_of(part, start), 1);
  read_format(part, node, level);
  if (const auto restart = part.child(node, Space::word, "lvlRestart"))
    level.restart = static_cast<std::int32_t>(std::clamp<std::int64_t>(number_or(value_of(part, restart), -1), -1, 9));
  level.style = value_of(part, part.child(node, Space::word, "pStyle"));
  if (const auto legal = part.child(node, Space::word, "isLgl")) level.legal = is_on(part, legal);
  level.picture = static_cast<bool>(part.child(node, Space::word, "lvlPicBulletId"));
  level.text = valid_utf8(value_of(part, part.child(node, Space::word, "lvlText")));
  if (level.format == NumberFormat::bullet || level.picture) {
    const auto fonts = part.child(part.child(node, Space::word, "rPr"), Space::word, "rFonts");
    level.text = level.picture ? "•" : in_unicode(level.text, word_attribute(part, fonts, "ascii"));
  }
  if (const auto properties = part.child(node, Space::word, "pPr")) {
    ParagraphProperties paragraph;
    read_paragraph_properties(part, properties, Theme(), paragraph);
    level.indent = paragraph.indent;
  }
  return level;
}

std::optional<std::size_t> level_index(const XmlPart& part, pugi::xml_node node) {
  const auto value = integer(word_attribute(part, node, "ilvl"));
  if (!value || *value < 0 || *value >= static_cast<std::int64_t>(level_count)) return std::nullopt;
  return static_cast<std::size_t>(*value);
}

/// How a level that is shown in a legal number is written (17.9.4): in figures. Word keeps leading zeros ("Section 1.01"; [MS-DOC] LVLF.fLegal).
NumberFormat legal_format(NumberFormat format) {
  const bool kept = format == NumberFormat::none || format == NumberFormat::bullet || format == NumberFormat::decimal_zero;
  return kept ? format : NumberFormat::decimal;
}

std::string trimmed(std::string text) { return std::string(trim(text)); }

}  // namespace

void Numbering::read(const XmlPart& part, const StyleSheet& styles) {
  for (const auto node : part.root().children()) {
    if (node.type() != pugi::node_element) continue;
    if (part.is(node, Space::word, "abstractNum")) read_abstract(part, node);
  }
  for (const auto node : part.root().children()) {
    if (node.type() != pugi::node_element) continue;
    if (part.is(node, Space::word, "num")) read_list(part, node);
  }
  follow_links(styles);
}

void Numbering::read_abstract(const XmlPart& part, pugi::xml_node node) {
  AbstractList list;
  for (const auto child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    const auto name = part.name(child);
    if (name.space != Space::word) continue;
    if (name.local == "lvl") {
      if (const auto index = level_index(part, child)) list.levels[*index] = read_level(part, child);
    } else if (name.local == "styleLink") {
      list.style_link = value_of(part, child);
    } else if (name.local == "numStyleLink") {
      list.numbering_style_link = value_of(part, child);
    }
  }
  abstract_by_id_.emplace(number_or(word_attribute(part, node, "abstractNumId"), -1), static_cast<std::int32_t>(abstracts_.size()));
  abstracts_.push_back(std::move(list));
}

void Numbering::read_list(const XmlPart& part, pugi::xml_node node) {
  List list;
  const auto abstract = abstract_by_id_.find(number_or(value_of(part, part.child(node, Space::word, "abstractNumId")), -1));
  if (abstract != abstract_by_id_.end()) list.abstract = abstract->second;
  for (const auto child : node.children()) {
    if (child.type() != pugi::node_element || !part.is(child, Space::word, "lvlOverride")) continue;
    const auto index = level_index(part, child);
    if (!index) continue;
    if (const auto start = part.child(child, Space::word, "startOverride")) list.starts[*index] = number_or(value_of(part, start), 1);
    if (const auto level = part.child(child, Space::word, "lvl")) list.levels[*index] = read_level(part, level);
  }
  const auto id = number_or(word_attribute(part, node, "numId"), -1);
  if (id > 0 && id <= INT32_MAX) lists_.emplace(static_cast<std::int32_t>(id), std::move(list));
}

void Numbering::follow_links(const StyleSheet& styles) {
  for (auto& abstract : abstracts_) {
    if (abstract.numbering_style_link.empty()) continue;
    const auto style = styles.find(abstract.numbering_style_link, StyleType::numbering);
    if (style >= 0) {
      const auto list = lists_.find(styles[style].paragraph.list);
      if (list != lists_.end() && list->second.abstract >= 0 && &abstracts_[static_cast<std::size_t>(list->second.abstract)] != &abstract)
        abstract.linked = list->second.abstract;
    }
    for (std::size_t i = 0; abstract.linked < 0 && i < abstracts_.size(); ++i)
      if (abstracts_[i].style_link == abstract.numbering_style_link) abstract.linked = static_cast<std::int32_t>(i);
  }
}

std::int32_t Numbering::abstract_of(std::int32_t list) const {
  const auto it = lists_.find(list);
  if (it == lists_.end() || it->second.abstract < 0) return -1;
  const auto linked = abstracts_[static_cast<std::size_t>(it->second.abstract)].linked;
  return linked >= 0 ? linked : it->second.abstract;
}

const ListLevel* Numbering::level(std::int32_t list, std::int32_t level) const {
  if (level < 0 || level >= static_cast<std::int32_t>(level_count)) return nullptr;
  const auto abstract = abstract_of(list);
  if (abstract < 0) return nullptr;
  const auto& own = lists_.find(list)->second.levels;
  if (const auto it = own.find(static_cast<std::size_t>(level)); it != own.end()) return &it->second;
  const auto& shared = abstracts_[static_cast<std::size_t>(abstract)].levels[static_cast<std::size_t>(level)];
  return shared.defined ? &shared : nullptr;
}

std::int32_t Numbering::level_of_style(std::int32_t list, std::string_view style_id) const {
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(level_count); ++i)
    if (const auto* one = level(list, i); one != nullptr && !one->style.empty() && one->style == style_id) return i;
  return -1;
}

std::optional<std::int64_t> Numbering::start_override(std::int32_t list, std::size_t level) const {
  const auto it = lists_.find(list);
  return it == lists_.end() ? std::nullopt : it->second.starts[level];
}

// The start override of a level has its effect where the list first uses that level (17.9.26); from then on it counts with the other lists of
// its abstract list.
void NumberCounter::begin(const Numbering& numbering, std::int32_t list, std::size_t level, State& state) {
  auto& done = overridden_[list];
  const auto bit = static_cast<std::uint16_t>(1U << level);
  if ((done & bit) != 0) return;
  done = static_cast<std::uint16_t>(done | bit);
  if (numbering.start_override(list, level)) state.used[level] = false;
}

// A level above that no paragraph has used is taken as used once: behind "1.1" without a "1." the next one of the first level is "2.".
template <class Start>
void NumberCounter::count(State& state, std::size_t at, const Start& start) {
  state.value[at] = state.used[at] ? std::min(state.value[at] + 1, largest_number) : start(at);
  state.used[at] = true;
  for (std::size_t above = 0; above < at; ++above) {
    if (state.used[above]) continue;
    state.value[above] = start(above);
    state.used[above] = true;
  }
}

// The text of a level with the numbers of its levels in it; what a deeper level would give is left out.
std::string NumberCounter::spelled(const Numbering& numbering, std::int32_t list, std::size_t at, const State& state) {
  const auto& definition = *numbering.level(list, static_cast<std::int32_t>(at));
  std::string shown;
  const std::string& text = definition.text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%' || i + 1 >= text.size() || text[i + 1] < '1' || text[i + 1] > '9') {
      shown += text[i];
      continue;
    }
    const auto wanted = static_cast<std::size_t>(text[++i] - '1');
    if (wanted > at) continue;
    const auto* one = numbering.level(list, static_cast<std::int32_t>(wanted));
    const auto format = one == nullptr ? NumberFormat::decimal : one->format;
    shown += write_number(state.value[wanted], definition.legal ? legal_format(format) : format, one == nullptr ? std::uint8_t{0} : one->width);
  }
  return trimmed(shown);
}

std::string NumberCounter::next(const Numbering& numbering, std::int32_t list, std::int32_t level) {
  const auto* definition = numbering.level(list, level);
  if (definition == nullptr) return {};
  State& state = states_[numbering.abstract_of(list)];
  const auto at = static_cast<std::size_t>(level);
  begin(numbering, list, at, state);
  const auto start = [&](std::size_t i) {
    if (const auto own = numbering.start_override(list, i)) return *own;
    const auto* one = numbering.level(list, static_cast<std::int32_t>(i));
    return one == nullptr ? std::int64_t{0} : one->start;
  };
  count(state, at, start);
  for (std::size_t i = at + 1; i < level_count; ++i) {
    const auto* deeper = numbering.level(list, static_cast<std::int32_t>(i));
    const auto restart = deeper == nullptr ? -1 : deeper->restart;
    if (restart < 0 || level < restart) state.used[i] = false;
  }
  if (definition->format == NumberFormat::bullet || definition->picture) return trimmed(definition->text);

  return spelled(numbering, list, at, state);
}

std::string original_number(std::string_view original) {
  std::string shown;
  while (!original.empty()) {
    const auto percent = original.find('%');
    shown += original.substr(0, percent);
    if (percent == std::string_view::npos) break;
    original.remove_prefix(percent);
    std::array<std::string_view, 3> fields;  // the level, its value, its format
    std::size_t at = 1;
    for (auto& field : fields) {
      const auto colon = original.find(':', at);
      if (colon == std::string_view::npos) return {};
      field = original.substr(at, colon - at);
      at = colon + 1;
    }
    constexpr std::array formats{NumberFormat::decimal,      NumberFormat::upper_roman,  NumberFormat::lower_roman,
                                 NumberFormat::upper_letter, NumberFormat::lower_letter, NumberFormat::ordinal};
    const auto value = integer(fields[1]), format = integer(fields[2]);
    if (!value || !format) return {};
    const bool known = *format >= 0 && *format < static_cast<std::int64_t>(formats.size());
    if (*format != 23 && *format != 255)  // bullet, none
      shown += write_number(*value,
                            known           ? formats[static_cast<std::size_t>(*format)]
                            : *format == 22 ? NumberFormat::decimal_zero
                                            : NumberFormat::decimal,
                            0);
    original.remove_prefix(at);
  }
  return trimmed(shown);
}

}  // namespace dovetail::docx
