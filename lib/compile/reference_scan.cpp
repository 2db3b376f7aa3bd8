// Finds what begins a reference in a line, word by word, and puts its parts together: keyword, items, the "of" chain behind them.
#include <algorithm>

#include "base/ascii.h"
#include "compile/reference_chain.h"
#include "compile/reference_context.h"
#include "compile/reference_items.h"
#include "compile/reference_words.h"
#include "compile/references.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

class Scanner {
 public:
  Scanner(std::string_view line, const std::vector<std::string>* heads) : line_(line, heads) {}

  std::vector<FoundReference> run() {
    for (word_ = 0; word_ < line_.words.size();) {
      const std::size_t before = word_;
      const char first = line_.at(line_.words[word_].begin);
      const bool small = is_lower(first);  // names of documents and bare numbers begin with a capital
      if (!keyword_here() && (small || (!document_here() && !bare_here()))) ++word_;
      if (word_ <= before) word_ = before + 1;
    }
    return std::move(found_);
  }

 private:
  /// Moves word_ to the first word that begins at or after `offset`.
  void move_to(std::uint32_t offset) { word_ = std::max(word_, line_.word_from(offset)); }

  bool keyword_here() {
    auto i = word_;
    if (!may_be_keyword(line_.word(i))) return false;
    std::uint32_t begin = line_.words[i].begin;
    if (line_.folded(i) == "sub" && i + 1 < line_.words.size() && line_.at(line_.words[i].end) == '-') ++i;
    const auto keyword = keyword_of(line_.folded(i));
    if (!keyword || (i > word_ && keyword->singular != "paragraph" && keyword->singular != "clause" && keyword->singular != "section")) return false;
    const bool self =
        word_ > 0 && (line_.folded(word_ - 1) == "this" || line_.folded(word_ - 1) == "these") && line_.words[word_ - 1].end + 1 == begin;
    std::uint32_t from = line_.words[i].end;
    if (slice(line_.text, {from, std::min<std::uint32_t>(from + 3, static_cast<std::uint32_t>(line_.text.size()))}) == "(s)") from += 3;
    if (line_.at(from) == '.' && is_shortened(line_.word(i))) ++from;
    from = line_.skip_spaces(from);
    if (from == line_.words[i].end && line_.at(from) != '(') return false;
    const auto items = read_reference_items(line_, from, *keyword, self);
    if (items.empty()) return false;
    add(begin, *keyword, items);
    return true;
  }

  /// "cl. 2.1", "paras. 3 and 4": words that a full stop may shorten.
  static bool is_shortened(std::string_view word) {
    return word == "cl" || word == "cls" || word == "Cl" || word == "Cls" || word == "para" || word == "paras" || word == "Para" || word == "Paras";
  }

  /// Whether folding the word is worth it: "sub" or the first four letters of a keyword.
  static bool may_be_keyword(std::string_view word) {
    if (is_shortened(word)) return true;
    if (word.size() < 3 || word.size() > 13) return false;
    static constexpr auto first_four = [](std::string_view letters) {
      std::uint32_t key = 0;
      for (std::size_t i = 0; i < 4; ++i) key = (key << 8U) | (i < letters.size() ? static_cast<unsigned char>(letters[i]) | 0x20U : 0U);
      return key;
    };
    switch (first_four(word)) {
      case first_four("sub"):
      case first_four("para"):
      case first_four("subp"):
      case first_four("clau"):
      case first_four("subc"):
      case first_four("sect"):
      case first_four("subs"):
      case first_four("anne"):
      case first_four("sche"):
      case first_four("appe"):
      case first_four("part"):
      case first_four("cond"):
      case first_four("arti"):
      case first_four("step"):
      case first_four("chap"):
      case first_four("exhi"):
      case first_four("atta"):
      case first_four("proc"):
      case first_four("rule"):
      case first_four("regu"):
      case first_four("foot"):
        return true;
      default:
        return false;
    }
  }

  void add(std::uint32_t begin, const KeywordWord& keyword, const std::vector<ReferenceItem>& items) {
    auto chain = read_reference_chain(line_, items.back().span.end, names_division(keyword.singular), !document_stands_before(begin));
    const auto holder =
        items.front().subs_only && (!names_division(keyword.singular) || keyword.singular == "part") ? take_number(chain) : std::string();
    const std::uint32_t first = begin;
    if (chain.document.empty() && chain.divisions.empty()) begin = document_before(begin, keyword, chain);
    if (chain.divisions.empty() && keyword.singular != "section") begin = section_before(begin, chain);
    if (chain.document.empty()) begin = code_before(begin, keyword, items.front(), chain);
    if (chain.document.empty() && chain.divisions.empty() && !items.front().self) look_around(first, keyword, chain);
    if (chain.document.empty() && instrument_before(first, keyword)) chain.reach = ReferenceReach::external;
    if (keyword.singular == "footnote" && chain.document.empty() && chain.divisions.empty() && goes_on_elsewhere(chain.end))
      chain.document = "another text";
    const auto positioned = position_behind(chain.end);
    for (std::size_t n = 0; n < items.size(); ++n) {
      const auto& item = items[n];
      FoundReference reference;
      reference.span = {n == 0 ? begin : item.span.begin, n + 1 == items.size() ? std::max(chain.end, item.span.end) : item.span.end};
      reference.keyword = holder.empty() || !names_division(keyword.singular) ? keyword.singular : "paragraph";  // "Part (b) of Paragraph 8.15.8"
      const bool division = (names_division(keyword.singular) && holder.empty()) ||
                            (keyword.singular == "section" && item.label.find_first_of("0123456789") == std::string::npos);
      reference.label = division ? capitalised(keyword.singular) + " " + item.label : item.label;
      reference.last = item.last.empty() || !division ? item.last : capitalised(keyword.singular) + " " + item.last;
      reference.text = n == 0 ? std::string(slice(line_.text, reference.span))
                              : std::string(keyword.singular) + " " + std::string(slice(line_.text, reference.span));
      reference.document = chain.document;
      reference.divisions = chain.divisions;
      if (item.subs_only && !holder.empty()) reference.label = holder + item.label;
      reference.reach = chain.reach;
      if (reference.reach == ReferenceReach::own && !chain.document.empty()) reference.reach = ReferenceReach::document;
      if (keyword.singular == "article" || keyword.singular == "condition" || keyword.singular == "regulation")
        if (reference.reach == ReferenceReach::own && chain.divisions.empty()) reference.reach = ReferenceReach::external;
      reference.echo = read_echo(line_, item.span.end, false).words;
      reference.self = item.self;
      reference.relative = (item.subs_only && holder.empty()) || positioned > chain.end;
      found_.push_back(std::move(reference));
      if (const auto from = exception_behind(item.span.end))
        add_exceptions(*from, keyword, found_.back());
      else if (n + 1 < items.size())
        add_remarks(item.span.end, items[n + 1].span.begin);
    }
    chain.end = positioned;
    move_to(std::max({chain.end, items.back().span.end, exceptions_end_}));
  }

  /// Behind " above", " below" or " hereof" at offset; offset where none stands there.
  [[nodiscard]] std::uint32_t position_behind(std::uint32_t offset) const {
    for (const std::string_view word : {" above", " below", " hereof"})
      if (line_.text.substr(std::min<std::size_t>(offset, line_.text.size())).starts_with(word))
        return offset + static_cast<std::uint32_t>(word.size());
    return offset;
  }

  /// "footnote 4 of the earlier version", "footnote 2 to the table": a text that the words do not name.
  [[nodiscard]] bool goes_on_elsewhere(std::uint32_t end) const {
    static const Pattern link = Pattern::literal(" (?:of|to|in|on|under) (?:the|that|its|any|an?|each) ");
    return bool(link.match_at(line_.text, end));
  }

  /// "paragraph (B) of Clause 2.1.1" is 2.1.1(B): the number, which is no division then; empty where the chain names none.
  static std::string take_number(ReferenceChain& chain) {
    if (chain.divisions.empty()) return {};
    const auto inner = chain.divisions.back();
    const auto space = inner.find(' ');
    const auto keyword = fold(inner.substr(0, space));
    const bool number = keyword == "paragraph" || keyword == "clause" || keyword == "section" || keyword == "step";
    if (!number || space == std::string::npos || inner.find_first_of("0123456789") == std::string::npos) return {};
    chain.divisions.pop_back();
    return inner.substr(space + 1);
  }

  /// Whether a document was named directly before: "XBSCP902 sections 3.1 and 3.2, XBSCP903" are two documents.
  bool document_stands_before(std::uint32_t begin) const {
    if (found_.empty() || !found_.back().label.empty() || found_.back().document.empty()) return false;
    const auto between = trim(slice(line_.text, {std::min(found_.back().span.end, begin), begin}));
    return between.empty() || between == "," || between == ":";
  }

  /// "2.1 to 2.6 (other than 2.4)", "… except 2.4": where the numbers begin that are taken out of those before; none where a word names them or
  /// nothing is.
  [[nodiscard]] std::optional<std::uint32_t> exception_behind(std::uint32_t end) const {
    static const Pattern except =
        Pattern::literal(" \\(?(?:other than|excluding|except(?: for)?|save for|but not|including) ([0-9A-Z][0-9A-Za-z]*\\.[0-9])");
    const auto found = except.match_at(line_.text, end);
    return found ? std::optional(found->groups[0]->begin) : std::nullopt;
  }

  /// Numbers that are taken out are of the text that the others are of.
  void add_exceptions(std::uint32_t from, const KeywordWord& keyword, FoundReference whole) {
    for (const auto& item : read_reference_items(line_, from, {keyword.singular, true}, false)) {
      FoundReference reference = whole;
      reference.span = item.span;
      reference.text = std::string(keyword.singular) + " " + std::string(slice(line_.text, item.span));
      reference.label = item.label;
      reference.last = item.last;
      reference.echo.clear();
      reference.self = reference.relative = false;
      found_.push_back(std::move(reference));
      exceptions_end_ = item.span.end;
    }
  }

  /// "3.1 (other than paragraph 3.1.3) and 3.2": what a remark between two items cites.
  void add_remarks(std::uint32_t begin, std::uint32_t end) {
    if (begin >= end || slice(line_.text, {begin, end}).find('(') == std::string_view::npos) return;
    for (auto& inner : Scanner(slice(line_.text, {begin, end}), line_.heads).run()) {
      inner.span = {inner.span.begin + begin, inner.span.end + begin};
      found_.push_back(std::move(inner));
    }
  }

  /// "XBSCP902, section 3.3.1": a document named directly before the keyword.
  std::uint32_t document_before(std::uint32_t begin, const KeywordWord& keyword, ReferenceChain& chain) {
    if (found_.empty()) return begin;
    const auto last = found_.back();
    const auto between = slice(line_.text, {std::min(last.span.end, begin), begin});
    if (trim(between) != "" && trim(between) != "," && trim(between) != ":" && between != " (") return begin;
    if (!stands_in(last, keyword, chain)) {
      if (!last.label.empty() || last.document.empty()) return begin;
      chain.document = last.document;
    }
    found_.pop_back();
    return between == " (" ? begin : last.span.begin;
  }

  /// "Section K", "Annex S-2", "Schedule 3": a part that has numbers inside it.
  static bool names_whole(const FoundReference& reference) {
    return reference.last.empty() && reference.label.find('.') == std::string::npos &&
           (reference.keyword == "section" || reference.keyword == "annex" || reference.keyword == "schedule" || reference.keyword == "appendix" ||
            reference.keyword == "part") &&
           reference.label.find(' ') != std::string::npos;
  }

  /// What stands before the number and points back from behind it, where neither a chain nor a document beside it says whose it is.
  void look_around(std::uint32_t begin, const KeywordWord& keyword, ReferenceChain& chain) {
    if (auto back = pointed_back_to(line_.text, chain.end); !back.empty()) {
      chain.document = std::move(back);
      chain.reach = ReferenceReach::document;
      return;
    }
    const auto joint = joint_before(line_.text, begin);
    if (joint == begin || names_division(keyword.singular)) return;
    const bool spaced = begin - joint == 1;
    if (!found_.empty() && found_.back().span.end == joint && !spaced) {
      if (found_.back().reach == ReferenceReach::external)
        chain.reach = ReferenceReach::external;
      else if (is_section_of_code(found_.back()))
        chain.document = found_.back().document + " Section " + found_.back().label;
      else if (!stands_in(found_.back(), keyword, chain) && found_.back().label.empty())
        chain.document = found_.back().document;
    } else {
      chain.document = text_named_before(line_, joint);
    }
    if (!chain.document.empty()) chain.reach = ReferenceReach::document;
  }

  /// "CUSC Section 6, paragraph 6.5.1".
  static bool is_section_of_code(const FoundReference& last) {
    return last.keyword == "section" && !last.document.empty() && !last.label.empty() && last.label.find_first_of(". (") == std::string::npos;
  }

  /// "Section H (and in particular paragraph 4.2.7)": puts the part that was named before into the chain; false where it is no whole part.
  bool stands_in(const FoundReference& last, const KeywordWord& keyword, ReferenceChain& chain) const {
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

  /// "Section R, paragraph 9.4 of the XBSC": the Section in front is the code's that is named behind.
  std::uint32_t section_before(std::uint32_t begin, ReferenceChain& chain) {
    if (chain.document.empty() || found_.empty() || chain.document.find("Section") != std::string::npos) return begin;
    const auto& last = found_.back();
    if (last.keyword != "section" || !last.label.starts_with("Section ") || last.label.size() > 10 || !last.document.empty() || last.self)
      return begin;
    if (trim(slice(line_.text, {std::min(last.span.end, begin), begin})) != ",") return begin;
    chain.document += " " + last.label;
    const auto from = last.span.begin;
    found_.pop_back();
    return from;
  }

  /// "XDCUSA Clause 9.7", "XSEC Section W9.9": the initials of a code directly before the keyword.
  std::uint32_t code_before(std::uint32_t begin, const KeywordWord& keyword, const ReferenceItem& item, ReferenceChain& chain) const {
    static const Pattern code = Pattern::literal("X?(?:BSC|REC|DCUSA|SEC|CUSC|MRA|SPAA|UNC|IGT UNC)");
    auto before = std::lower_bound(line_.words.begin(), line_.words.end(), begin, [](Span w, std::uint32_t offset) { return w.begin < offset; });
    if (before == line_.words.begin() || names_division(keyword.singular) || item.label.find_first_of("0123456789") == std::string::npos)
      return begin;
    --before;
    const auto name = slice(line_.text, *before);
    if (slice(line_.text, {before->end, begin}) != " " || !code.matches(name) || all_upper(line_.text)) return begin;
    chain.document = name;
    chain.reach = ReferenceReach::document;
    return before->begin;
  }

  /// "the Electricity Act 1989, section 21", "Article 5 of the Guideline, paragraph 2": an instrument named directly before the keyword.
  bool instrument_before(std::uint32_t begin, const KeywordWord& keyword) const {
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

  bool document_here() {
    if (word_ > 0 && (line_.at(line_.words[word_].begin - 1) == '-' || line_.at(line_.words[word_].begin - 1) == '/')) return false;
    const auto end = document_name_end(line_, word_);
    if (!end) return false;
    FoundReference reference;
    reference.span = {line_.words[word_].begin, *end};
    reference.text = slice(line_.text, reference.span);
    reference.document = reference.text;
    if (const auto slash = reference.document.find('/'); slash != std::string::npos) reference.document.resize(slash);
    reference.reach = ReferenceReach::document;
    auto echo = read_echo(line_, *end, true);
    reference.echo = std::move(echo.words);
    reference.echo_quoted = echo.quoted;
    found_.push_back(reference);
    move_to(*end);
    return true;
  }

  /// "(K1.2.1)": a number with its section's letter, alone in brackets; "CC.6.1.1" anywhere.
  bool bare_here() {
    const auto begin = line_.words[word_].begin;
    if (coded_here(begin)) return true;
    if (begin == 0 || line_.at(begin - 1) != '(') return false;
    static const Pattern bare = Pattern::literal(
        "((?:[A-Z]{1,2}[0-9]{1,2}\\.[0-9]{1,3}|[A-Z]{1,2} "
        "[0-9]{1,2}\\.[0-9]{1,3}\\.[0-9]{1,3})[A-Z]?(?:\\.[0-9]{1,3}[A-Z]?)*(?:\\([a-zA-Z0-9]{1,4}\\))*)\\)");
    const auto found = bare.match_at(line_.text, begin);
    if (!found) return false;
    FoundReference reference;
    reference.span = {begin, found->span.end - 1};
    reference.text = slice(line_.text, reference.span);
    reference.label = reference.text;
    std::erase(reference.label, ' ');
    found_.push_back(reference);
    move_to(found->span.end);
    return true;
  }

  /// "CC.6.1.1", "OC.5.8(a)": the initials of a part, a full stop and a number of two parts or more. In front of everything it is the line's own
  /// number.
  bool coded_here(std::uint32_t begin) {
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (begin == 0 || !is_upper(line_.at(begin)) || !is_upper(line_.at(begin + 1))) return false;
    if (line_.at(begin - 1) != ' ' && line_.at(begin - 1) != '(') return false;
    static const Pattern coded = Pattern::literal("[A-Z]{2,4}(?:\\.[A-Z])?(?:\\.[0-9]{1,3}[A-Z]?){2,6}(?:\\([a-zA-Z0-9]{1,4}\\))*");
    const auto found = coded.match_at(line_.text, begin);
    if (!found || !at_word_edge(line_.text, found->span.end)) return false;
    FoundReference reference;
    const auto chain = read_reference_chain(line_, found->span.end, false, false);
    reference.span = {begin, std::max(chain.end, found->span.end)};
    reference.text = slice(line_.text, reference.span);
    reference.label = slice(line_.text, found->span);
    reference.document = chain.document;
    reference.divisions = chain.divisions;
    reference.reach = chain.reach == ReferenceReach::own && !chain.document.empty() ? ReferenceReach::document : chain.reach;
    found_.push_back(std::move(reference));
    move_to(std::max(chain.end, found->span.end));
    return true;
  }

  const ReferenceLine line_;
  std::size_t word_ = 0;
  std::uint32_t exceptions_end_ = 0;
  std::vector<FoundReference> found_;
};

}  // namespace

bool may_hold_reference(std::string_view line) {
  // A digit, an opening bracket or two capitals together: every number, label and id has one; words alone name divisions ("Part One", "Schedule").
  // The number that the line itself begins with is none.
  std::size_t begin = 0;
  while (begin < line.size() && (is_digit(line[begin]) || line[begin] == '.')) ++begin;
  for (std::size_t i = begin < line.size() && line[begin] == ' ' ? begin : 0; i < line.size(); ++i) {
    const char c = line[i];
    if (is_lower(c) || c == ' ') continue;
    if (is_digit(c) || c == '(') return true;
    if (is_upper(c) && i > 0 && (i + 1 >= line.size() || !is_lower(line[i + 1]))) return true;
  }
  return line.find("Part ") != std::string_view::npos || line.find("Practice ") != std::string_view::npos;
}

std::vector<FoundReference> find_references(std::string_view line, const std::vector<std::string>* instrument_heads) {
  if (!may_hold_reference(line)) return {};
  return Scanner(line, instrument_heads).run();
}

}  // namespace dovetail
