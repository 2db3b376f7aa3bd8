// Patterns over single lines; precision before recall.
#include "compile/identity_lines.h"

#include <string>

#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// A date as read_date knows it, without its groups.
const std::string date_words =
    R"((?:[0-9]{1,2}(?:st|nd|rd|th)?[ -][a-z]{3,9},?[ -][0-9]{4}|[0-9]{1,2}-[a-z]{3}-[0-9]{2}|[0-9]{1,2}[/.][0-9]{1,2}[/.](?:[0-9]{4}|[0-9]{2})|[0-9]{4}-[0-9]{2}-[0-9]{2}))";

Pattern literal(const std::string& expression) { return Pattern::literal(expression, true); }

/// Words in front of a version that make it another document's, or the version of something else.
bool is_of_another(std::string_view before) {
  static const Pattern others = literal(
      "\\b(?:supersed\\w*|replac\\w*|previous\\w*|preceding|prior|earlier|former\\w*|last|next|based|baselined?|template|read (?:with|alongside)|"
      "conjunction|release|guide|guidance|standard|schema|catalogue|interface|software|specification|see|from|amend\\w*|against|of issue|phase)\\b");
  return others.find(before).has_value();
}

bool is_of_drafting(std::string_view before) {
  static const Pattern drafting = literal("\\b(?:draft(?:ing)?|legal text)\\b");
  return drafting.find(before).has_value();
}

}  // namespace

std::optional<NamedVersion> version_in(std::string_view line) {
  static const Pattern spelt = literal(
      "(?:^|[ (\xE2\x80\x93|,-])(?:version|issue|revision|ver\\.|rev\\.?)(?: (?:no\\.?|number))? *:? *v? "
      "*([0-9]+(?:\\.[0-9]+){0,3})(?:[ ,;)|\xE2\x80\x93]|\\.? *$|\\. )");
  static const Pattern short_form = Pattern::literal("(?:^|[ (/\xE2\x80\x93|,-])[vV] ?([0-9]+(?:\\.[0-9]+){1,3})(?:[ ,;)|\xE2\x80\x93]|$)");
  static const Pattern of_code = Pattern::literal("(?:^|[ (])X?SEC([0-9]+\\.[0-9]+)(?:[ ,;)|\xE2\x80\x93]|$)");
  static const Pattern date = literal("[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}$");
  for (const auto* pattern : {&spelt, &short_form, &of_code}) {
    const auto found = pattern->find(line);
    if (!found || !found->groups[0]) continue;
    const auto before = line.substr(0, found->span.begin);
    if (date.match_at(slice(line, *found->groups[0]), 0) || is_of_another(before)) return std::nullopt;
    const bool named_so = fold(slice(line, found->span)).find("draft") != std::string::npos;
    return NamedVersion{*found->groups[0], named_so || is_of_drafting(before)};
  }
  return std::nullopt;
}

std::optional<Span> labelled_date_in(std::string_view line) {
  static const Pattern labelled = literal(
      "(?:effective(?: (?:from|on|at|as (?:of|from|at)))?(?: date)?|with effect (?:from|on)|(?:in (?:force|effect)|takes? effect|comes? into "
      "(?:force|effect)) (?:from|on|since)|(?:^|[0-9.)|\xE2\x80\x93\t] *)date|implementation date|commencement date)"
      " *:? *(" +
      date_words + ")(?:[ ,;.)|]|$)");
  static const Pattern behind_version = literal("[ ,(\xE2\x80\x93|-]*(" + date_words + ") *\\)? *$");
  if (const auto found = labelled.find(line); found && found->groups[0]) return found->groups[0];
  const auto version = version_in(line);
  if (!version || version->draft) return std::nullopt;
  const auto found = behind_version.match_at(line, version->number.end);
  return found ? found->groups[0] : std::nullopt;
}

std::optional<Span> any_date_in(std::string_view line) {
  static const Pattern date = literal("(?:^|[^0-9a-z./-])(" + date_words + ")(?:[^0-9a-z/-]|$)");
  static const Pattern other = literal("(?:\xC2\xA9|copyright|print|saved|page last|created|review)");
  const auto found = date.find(line);
  return found && !other.find(line) ? found->groups[0] : std::nullopt;
}

CoverField cover_field(std::string_view cell) {
  static const Pattern id = literal("(?:document|procedure|doc)(?: (?:id(?:entifier)?|number|no\\.?|ref(?:erence)?|name))?$");
  static const Pattern title = literal("(?:document )?title$");
  static const Pattern version = literal("(?:document |code |procedure |schedule |current )?(?:version|issue)(?: (?:no\\.?|number))?$");
  static const Pattern draft = literal("draft(?:ing)? (?:version|no\\.?|number)$");
  static const Pattern date =
      literal("(?:(?:version )?effective(?: from)?(?: date)?|effective date of version|implementation date|with effect from|date)$");
  std::string_view words = trim(cell);
  while (!words.empty() && (words.back() == ':' || words.back() == ' ')) words.remove_suffix(1);
  if (words.empty() || words.size() > 40) return CoverField::none;
  if (id.match_at(words, 0)) return CoverField::id;
  if (title.match_at(words, 0)) return CoverField::title;
  if (draft.match_at(words, 0)) return CoverField::draft_version;
  if (version.match_at(words, 0)) return CoverField::version;
  return date.match_at(words, 0) ? CoverField::date : CoverField::none;
}

}  // namespace dovetail
