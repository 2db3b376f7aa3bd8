// Ids of the design: how cells list, pair and range them. Their shapes are data (text/id_shapes.h).
#include "text/ids.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <optional>

#include "base/ascii.h"
#include "text/id_table.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

constexpr std::uint64_t longest_range = 1000;

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return result;
}

std::string fill(std::string_view form, std::string_view text, const Pattern::Match& match) {
  std::string id;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] != '{') {
      id += form[i];
      continue;
    }
    const auto group = static_cast<std::size_t>(form[i + 1] - '1');  // check_id_shape has seen it
    if (const auto& span = match.groups[group]) id += upper(slice(text, *span));
    i += 2;
  }
  return id;
}

/// Normalised, ends trimmed, spaces around hyphens gone, runs of spaces one.
std::string clean(std::string_view text) {
  const std::string squeezed = squeeze(normalise(text));
  std::string result;
  for (std::size_t i = 0; i < squeezed.size(); ++i) {
    const char c = squeezed[i];
    if (c == ' ' && i + 1 < squeezed.size() && squeezed[i + 1] == '-' && (i + 2 >= squeezed.size() || squeezed[i + 2] != ' ')) continue;
    if (c == ' ' && !result.empty() && result.back() == '-' && (result.size() < 2 || result[result.size() - 2] != ' ')) continue;
    result += c;
  }
  return result;
}

std::optional<DesignId> read_id(const IdTable& table, std::string_view cleaned) {
  const auto first = table.whole.first_of(cleaned);
  if (!first) return std::nullopt;
  const auto& [shape, whole, leading] = table.shapes[*first];
  const auto match = whole.match_at(cleaned, 0);
  return match ? std::optional(DesignId{fill(shape.canonical, cleaned, *match), shape.family}) : std::nullopt;
}

/// Columns say the same again and again: a thread remembers what it read last.
std::optional<DesignId> known_id(std::string_view cleaned) {
  struct Read {
    const IdTable* table = nullptr;
    std::string cleaned;
    std::optional<DesignId> id;
  };
  thread_local std::array<Read, 64> last;
  const IdTable& table = id_table();
  Read& read = last[std::hash<std::string_view>{}(cleaned) % last.size()];
  if (read.table != &table || read.cleaned != cleaned) read = {&table, std::string(cleaned), read_id(table, cleaned)};
  return read.id;
}

/// The id in front of a name: "BP901.040 Send updated meter details".
std::optional<DesignId> leading_id(std::string_view cleaned) {
  for (const auto& [shape, whole, leading] : id_table().shapes)
    if (const auto match = leading.match_at(cleaned, 0)) return DesignId{fill(shape.canonical, cleaned, *match), shape.family};
  return std::nullopt;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

/// The digits at the end of an id ("901" of "IF-901") as a span; empty where it does not end in digits.
Span last_number(std::string_view id) {
  std::size_t begin = id.size();
  while (begin > 0 && id[begin - 1] >= '0' && id[begin - 1] <= '9') --begin;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(id.size())};
}

std::optional<std::uint64_t> number_of(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// "IF-901", "IF-903" → all three; nothing where the two are no range of one family.
std::vector<DesignId> fill_range(const DesignId& first, const DesignId& last) {
  const Span from = last_number(first.canonical), to = last_number(last.canonical);
  if (first.family != last.family || from.empty() || to.empty()) return {};
  const std::string prefix = first.canonical.substr(0, from.begin);
  if (prefix != last.canonical.substr(0, to.begin)) return {};
  const auto begin = number_of(slice(first.canonical, from)), end = number_of(slice(last.canonical, to));
  if (!begin || !end || *end < *begin || *end - *begin >= longest_range) return {};
  std::vector<DesignId> ids;
  for (std::uint64_t n = *begin; n <= *end; ++n) {
    const std::string digits = std::to_string(n);
    std::string id = prefix;
    if (digits.size() < from.size()) id.append(from.size() - digits.size(), '0');
    id += digits;
    ids.push_back({std::move(id), first.family});
  }
  return ids;
}

/// An id, or the number alone that ends it as in "IF-901/902", which borrows the letters of the one before.
std::optional<DesignId> part_id(std::string_view part, const std::vector<DesignId>& before) {
  if (const auto id = known_id(part)) return id;
  if (before.empty() || !number_of(part)) return std::nullopt;
  const std::string& previous = before.back().canonical;
  const Span number = last_number(previous);
  if (number.size() != part.size()) return std::nullopt;
  return DesignId{previous.substr(0, number.begin) + std::string(part), before.back().family};
}

/// A list in one value: "IF-901/PUB-901", "IF-901, IF-902 and IF-903", "IF-901 to IF-903". Nothing where a part is no id.
std::vector<DesignId> listed_ids(std::string_view value) {
  static const Pattern joint = Pattern::literal(R"(\s*(?:,|/|&|\+)\s*(?:and\s+)?|\s+(and|or|to)\s+|\s*(–|—)\s*|\s+(-)\s+|\s+(through)\s+)", true);
  std::vector<DesignId> ids;
  std::size_t at = 0;
  bool range = false;
  while (true) {
    const auto match = joint.find(value, at);
    const std::size_t end = match ? match->span.begin : value.size();
    const auto id = part_id(value.substr(at, end - at), ids);
    if (!id) return {};
    if (range) {
      const auto filled = fill_range(ids.back(), *id);
      if (filled.empty()) return {};
      ids.insert(ids.end(), filled.begin() + 1, filled.end());
    } else {
      ids.push_back(*id);
    }
    if (!match) return ids;
    const auto& word = match->groups[0];
    range = (word && fold(slice(value, *word)) == "to") || match->groups[1] || match->groups[2] || match->groups[3];
    at = match->span.end;
  }
}

/// Where `any` matches between word edges.
std::vector<Span> spans_of(const std::optional<Pattern>& any, std::string_view text) {
  std::vector<Span> spans;
  if (!any) return spans;
  for (auto match = any->find(text); match; match = any->find(text, std::max(match->span.end, match->span.begin + 1)))
    if (!match->span.empty() && at_word_edge(text, match->span.begin) && at_word_edge(text, match->span.end)) spans.push_back(match->span);
  return spans;
}

}  // namespace

DesignId canonical_id(std::string_view text) {
  std::string cleaned = clean(text);
  if (auto id = known_id(cleaned)) return *id;
  return {has_digit(cleaned) && cleaned.find(' ') == std::string::npos ? upper(cleaned) : cleaned, {}};
}

bool says_not_applicable(std::string_view text) {
  const std::string_view bare = trim(text);
  if (!bare.empty() && static_cast<unsigned char>(bare.front()) < 0x80 && bare.front() != 'n' && bare.front() != 'N') return false;
  if (bare.empty()) return false;
  const std::string folded = fold_phrase(text);
  return folded == "n/a" || folded == "not applicable" || folded == "n.a." || folded == "n/a.";
}

std::vector<std::string> split_values(std::string_view text) {
  std::vector<std::string> values;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find_first_of(";\n\r\v", at), text.size());
    const std::string_view value = trim(text.substr(at, end - at));
    if (!value.empty()) values.emplace_back(value);
    at = end + 1;
  }
  return values;
}

std::vector<DesignId> ids_in_cell(std::string_view text) {
  std::vector<DesignId> ids;
  for (const std::string& value : split_values(text)) {
    if (says_not_applicable(value)) continue;
    const std::string cleaned = clean(value);
    if (auto id = known_id(cleaned)) {
      ids.push_back(*id);
    } else if (const auto listed = listed_ids(squeeze(normalise(value))); !listed.empty()) {
      ids.insert(ids.end(), listed.begin(), listed.end());
    } else if (auto led = leading_id(cleaned)) {
      ids.push_back(*led);
    } else if (!cleaned.empty()) {
      ids.push_back(canonical_id(cleaned));
    }
  }
  return ids;
}

std::vector<IdInText> ids_in_text(std::string_view text) {
  std::vector<IdInText> found;
  for (const Span span : spans_of(id_table().in_text, text)) {
    if (span.begin > 0 && text[span.begin - 1] == '-') continue;  // the end of a longer id
    if (auto id = known_id(slice(text, span))) found.push_back({span, std::move(*id)});
  }
  return found;
}

std::vector<std::string> expressions_of_ids() {
  std::vector<std::string> expressions;
  for (const IdShape& shape : id_table().source)
    for (const std::string& expression : {shape.in_text, shape.cited})
      if (!expression.empty()) expressions.push_back(expression);
  return expressions;
}

std::size_t id_length_at(std::string_view text, std::size_t at) {
  const auto match = id_table().in_text ? id_table().in_text->match_at(text, at) : std::nullopt;
  return match && at_word_edge(text, match->span.end) ? match->span.size() : 0;
}

std::vector<IdInText> artefacts_in_text(std::string_view text) {
  std::vector<IdInText> found;
  for (const Span span : spans_of(id_table().cited, text))
    if (span.end + 1 >= text.size() || text[span.end] != '.' || text[span.end + 1] < '0' || text[span.end + 1] > '9')  // "BP901.040" is a part of it
      found.push_back({span, canonical_id(slice(text, span))});
  return found;
}

}  // namespace dovetail
