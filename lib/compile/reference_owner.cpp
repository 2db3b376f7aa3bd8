// What stands before a number may own it: a document beside the keyword, the initials of a code, a division named a few words earlier.
#include "compile/reference_owner.h"

#include <algorithm>

#include "compile/reference_context.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {

std::uint32_t ReferenceOwner::read_before(std::uint32_t begin, const KeywordWord& keyword, const ReferenceItem& item, ReferenceChain& chain) {
  const std::uint32_t first = begin;
  if (const auto back = "that " + chain.document; !chain.document.empty() && line_.text.substr(0, chain.end).ends_with(" of " + back)) {
    ReferenceChain again;
    again.end = chain.end;
    if (named_again(back, keyword, again)) chain = std::move(again);
  }
  if (chain.document.empty() && chain.divisions.empty()) begin = document_before(begin, keyword, chain);
  if (chain.divisions.empty() && keyword.singular != "section") begin = section_before(begin, chain);
  if (chain.document.empty()) begin = code_before(begin, keyword, item, chain);
  if (chain.document.empty() && chain.divisions.empty() && !item.self && !owned_by_named(first, keyword, chain)) look_around(first, keyword, chain);
  if (chain.document.empty() && instrument_before(first, keyword)) chain.reach = ReferenceReach::external;
  if (keyword.singular == "footnote" && chain.document.empty() && chain.divisions.empty() && goes_on_elsewhere(chain.end))
    chain.document = "another text";
  return begin;
}

bool ReferenceOwner::document_stands_before(std::uint32_t begin) const {
  if (found_.empty() || !found_.back().label.empty() || found_.back().document.empty()) return false;
  const auto between = trim(slice(line_.text, {std::min(found_.back().span.end, begin), begin}));
  return between.empty() || between == "," || between == ":";
}

std::uint32_t ReferenceOwner::document_before(std::uint32_t begin, const KeywordWord& keyword, ReferenceChain& chain) {
  if (found_.empty()) return begin;
  const auto& last = found_.back();
  const auto between = slice(line_.text, {std::min(last.span.end, begin), begin});
  if (trim(between) != "" && trim(between) != "," && trim(between) != ":" && between != " (") return begin;
  if (!stands_in(last, keyword, chain)) {
    if (!last.label.empty() || last.document.empty()) return begin;
    chain.document = last.document;
  }
  const auto from = between == " (" ? begin : last.span.begin;
  found_.pop_back();
  return from;
}

bool ReferenceOwner::names_whole(const FoundReference& reference) {
  return reference.last.empty() && reference.label.find('.') == std::string::npos &&
         (reference.keyword == "section" || reference.keyword == "annex" || reference.keyword == "schedule" || reference.keyword == "appendix" ||
          reference.keyword == "part") &&
         reference.label.find(' ') != std::string::npos;
}

bool ReferenceOwner::owned_by_named(std::uint32_t begin, const KeywordWord& keyword, ReferenceChain& chain) const {
  const auto before = line_.text.substr(0, begin);
  if (names_division(keyword.singular) || before.empty()) return false;
  if (before.ends_with(" its ")) {
    if (found_.empty() || !found_.back().last.empty() || !stands_in(found_.back(), keyword, chain)) {
      chain.document = found_.empty() || !found_.back().label.empty() ? "its text" : found_.back().document;
      chain.reach = found_.empty() || found_.back().reach != ReferenceReach::external ? ReferenceReach::document : ReferenceReach::external;
    }
    return true;
  }
  if (keyword.singular == "clause" && !found_.empty() && found_.back().keyword == "section" && !found_.back().document.empty()) {
    const auto between = trim(before.substr(std::min<std::size_t>(found_.back().span.end, before.size())));
    if (between == "-" || between == "\xE2\x80\x93" || between == "\xE2\x80\x94") {
      chain.document = found_.back().document;
      chain.reach = ReferenceReach::document;
      return true;
    }
  }
  static const Pattern at_part = Pattern::literal("(?:body|text|main part|main body) of this ([A-Z][a-z]+),? \\(?(?:at |in )?$");
  if (!before.ends_with(" at ") && !before.ends_with("(at ") && !before.ends_with(" (") && !before.ends_with(", ")) return false;
  if (!found_.empty() && found_.back().span.end < begin && stands_in_at(found_.back(), keyword, before, chain)) return true;
  const auto part = at_part.find(before.substr(before.size() > 60 ? before.size() - 60 : 0));
  if (!part) return false;
  chain.divisions.push_back("main part of this " + fold(slice(before.substr(before.size() > 60 ? before.size() - 60 : 0), *part->groups[0])));
  return true;
}

bool ReferenceOwner::stands_in_at(const FoundReference& last, const KeywordWord& keyword, std::string_view before, ReferenceChain& chain) const {
  const auto between = before.substr(last.span.end);
  return (between == " at " || between == " (at ") && stands_in(last, keyword, chain);
}

void ReferenceOwner::look_around(std::uint32_t begin, const KeywordWord& keyword, ReferenceChain& chain) {
  if (auto back = pointed_back_to(line_.text, chain.end); !back.empty()) {
    if (named_again(back, keyword, chain)) return;
    chain.document = std::move(back);
    chain.reach = ReferenceReach::document;
    return;
  }
  const auto joint = joint_before(line_.text, begin);
  if (joint == begin || names_division(keyword.singular)) return;
  const bool spaced = begin - joint == 1;
  if (!found_.empty() && found_.back().span.end == joint && !spaced) {
    if (found_.back().reach == ReferenceReach::external) {
      chain.reach = ReferenceReach::external;
      if (is_bare_instrument(found_.back())) chain.divisions.push_back(capitalised(found_.back().keyword) + " " + found_.back().label);
    } else if (is_section_of_code(found_.back()))
      chain.document = found_.back().document + " Section " + found_.back().label;
    else if (!stands_in(found_.back(), keyword, chain) && found_.back().label.empty())
      chain.document = found_.back().document;
  } else {
    chain.document = text_named_before(line_, joint);
  }
  if (!chain.document.empty()) chain.reach = ReferenceReach::document;
}

bool ReferenceOwner::named_again(std::string_view back, const KeywordWord& keyword, ReferenceChain& chain) const {
  if (!back.starts_with("that ")) return false;
  const auto owner = keyword_of(fold(back.substr(5)));
  if (!owner || owner->plural) return false;
  for (auto last = found_.rbegin(); last != found_.rend(); ++last) {
    if (last->keyword != owner->singular || last->label.empty()) continue;
    if (last->reach == ReferenceReach::external && is_bare_instrument(*last)) {
      chain.divisions.push_back(capitalised(last->keyword) + " " + last->label);
      chain.reach = ReferenceReach::external;
      return true;
    }
    return !last->self && stands_in(*last, keyword, chain);
  }
  return false;
}

bool ReferenceOwner::is_bare_instrument(const FoundReference& last) {
  return (last.keyword == "article" || last.keyword == "condition") && last.document.empty() && last.divisions.empty() && last.last.empty() &&
         last.label.find_first_of(".(") == std::string::npos;
}

bool ReferenceOwner::is_section_of_code(const FoundReference& last) {
  return last.keyword == "section" && !last.document.empty() && !last.label.empty() && last.label.find_first_of(". (") == std::string::npos;
}

bool ReferenceOwner::stands_in(const FoundReference& last, const KeywordWord& keyword, ReferenceChain& chain) const {
  const auto opening = line_.text.substr(last.span.begin, line_.text.find(' ', last.span.begin) - last.span.begin);
  const auto own_keyword = keyword_of(fold(opening));  // one of a list ("Appendices 4.1 & 4.7, step 3.1.2") goes with its list
  if (last.reach == ReferenceReach::external || last.self || !own_keyword || own_keyword->plural || !names_whole(last) ||
      keyword.singular == "clause" || keyword.singular == last.keyword)
    return false;
  chain.document = last.document;
  chain.divisions = last.divisions;
  if (last.keyword == "section")
    chain.document = last.label;
  else
    chain.divisions.push_back(last.label);
  chain.reach = chain.document.empty() ? ReferenceReach::own : ReferenceReach::document;
  return true;
}

std::uint32_t ReferenceOwner::section_before(std::uint32_t begin, ReferenceChain& chain) {
  if (chain.document.empty() || found_.empty() || chain.document.find("Section") != std::string::npos) return begin;
  const auto& last = found_.back();
  if (last.keyword != "section" || !last.label.starts_with("Section ") || last.label.size() > 10 || !last.document.empty() || last.self) return begin;
  if (trim(slice(line_.text, {std::min(last.span.end, begin), begin})) != ",") return begin;
  chain.document += " " + last.label;
  const auto from = last.span.begin;
  found_.pop_back();
  return from;
}

std::uint32_t ReferenceOwner::code_before(std::uint32_t begin, const KeywordWord& keyword, const ReferenceItem& item, ReferenceChain& chain) const {
  auto before = std::lower_bound(line_.words.begin(), line_.words.end(), begin, [](Span w, std::uint32_t offset) { return w.begin < offset; });
  if (before == line_.words.begin() || names_division(keyword.singular) || item.label.find_first_of("0123456789") == std::string::npos) return begin;
  --before;
  const auto name = slice(line_.text, *before);
  if (slice(line_.text, {before->end, begin}) != " " || !is_code_initials(name) || all_upper(line_.text)) return begin;
  chain.document = name;
  chain.reach = ReferenceReach::document;
  return before->begin;
}

bool ReferenceOwner::instrument_before(std::uint32_t begin, const KeywordWord& keyword) const {
  auto before = std::lower_bound(line_.words.begin(), line_.words.end(), begin, [](Span w, std::uint32_t offset) { return w.begin < offset; });
  if (before == line_.words.begin()) return false;
  --before;
  const auto between = slice(line_.text, {before->end, begin});
  if (between != " " && between != ", ") return false;
  const auto last = slice(line_.text, *before);
  const bool year = last.size() == 4 && last.find_first_not_of("0123456789") == std::string_view::npos;
  if (year && before == line_.words.begin()) return false;
  const auto noun = slice(line_.text, year ? *std::prev(before) : *before);
  if (!starts_upper(noun) || !line_.is_instrument(fold(noun))) return false;
  return year || between == " " || keyword.singular == "section" || keyword.singular == "article" || keyword.singular == "condition" ||
         keyword.singular == "regulation";
}

bool ReferenceOwner::goes_on_elsewhere(std::uint32_t end) const {
  static const Pattern link = Pattern::literal(" (?:of|to|in|on|under) (?:the|that|its|any|an?|each) ");
  return bool(link.match_at(line_.text, end));
}

}  // namespace dovetail
