// Finds what begins a reference in a line, word by word, and puts its parts together: keyword, items, the "of" chain behind them.
#include <algorithm>

#include "base/ascii.h"
#include "compile/reference_candidates.h"
#include "compile/reference_chain.h"
#include "compile/reference_items.h"
#include "compile/reference_owner.h"
#include "compile/reference_remarks.h"
#include "compile/reference_words.h"
#include "compile/references.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

class Scanner {
 public:
  Scanner(std::string_view line, const std::vector<std::string>* heads) : line_(line, heads), owner_(line_, found_) {}

  /// All from a candidate on, which is the first of the line.
  std::vector<FoundReference> run(std::size_t first) {
    for (auto at = first; at != std::string_view::npos;) {
      word_ = line_.word_from(static_cast<std::uint32_t>(at));
      if (word_ == line_.words.size()) break;
      const auto before = word_;
      const bool found = line_.words[word_].begin == at && reference_here();
      if (found && word_ >= line_.words.size()) break;
      at = next_candidate(line_.text, found && word_ > before ? line_.words[word_].begin : at + 1);
    }
    return std::move(found_);
  }

 private:
  /// Moves word_ to the first word that begins at or after `offset`.
  void move_to(std::uint32_t offset) { word_ = std::max(word_, line_.word_from(offset)); }

  /// Names of documents and bare numbers begin with a capital.
  bool reference_here() { return keyword_here() || (!is_lower(line_.at(line_.words[word_].begin)) && (document_here() || bare_here())); }

  bool keyword_here() {
    auto i = word_;
    if (!is_keyword_like(line_.word(i))) return false;
    std::uint32_t begin = line_.words[i].begin;
    if (line_.is(i, "sub") && i + 1 < line_.words.size() && line_.at(line_.words[i].end) == '-') ++i;
    const auto keyword = keyword_of(line_.folded(i));
    if (!keyword || (i > word_ && keyword->singular != "paragraph" && keyword->singular != "clause" && keyword->singular != "section")) return false;
    const bool self = word_ > 0 && line_.words[word_ - 1].end + 1 == begin && (line_.is(word_ - 1, "this") || line_.is(word_ - 1, "these"));
    std::uint32_t from = line_.words[i].end;
    if (slice(line_.text, {from, std::min<std::uint32_t>(from + 3, static_cast<std::uint32_t>(line_.text.size()))}) == "(s)") from += 3;
    if (line_.at(from) == '.' && is_shortened(line_.word(i))) ++from;
    from = line_.skip_spaces(from);
    if (from == line_.words[i].end && line_.at(from) != '(') return neighbour_here(begin, i, *keyword);
    const auto items = read_reference_items(line_, from, *keyword, self);
    if (items.empty()) return neighbour_here(begin, i, *keyword);
    add(begin, *keyword, items);
    return true;
  }

  /// "the preceding paragraph", "the immediately following sub-paragraph": one that is named by where it stands. `end`: the index of the keyword.
  bool neighbour_here(std::uint32_t begin, std::size_t end, const KeywordWord& keyword) {
    if (keyword.plural || word_ == 0 || line_.words[word_ - 1].end + 1 != begin || goes_on_with_owner(line_.words[end].end)) return false;
    const auto side = neighbour_side(line_.folded(word_ - 1));
    if (side.empty()) return false;
    auto article = word_ - 1;
    while (article > 0 && is_nearness(line_.folded(article - 1))) --article;
    if (article == 0 || line_.folded(article - 1) != "the") return false;
    FoundReference reference;
    reference.span = {line_.words[word_ - 1].begin, line_.words[end].end};
    reference.text = slice(line_.text, reference.span);
    reference.keyword = keyword.singular;
    reference.label = side;
    reference.relative = true;
    found_.push_back(std::move(reference));
    move_to(line_.words[end].end);
    return true;
  }

  /// "the preceding paragraph of Section K", "the next section in the form", "the following paragraph: …": of another text, or of no number at all.
  [[nodiscard]] bool goes_on_with_owner(std::uint32_t end) const {
    const auto behind = line_.text.substr(std::min<std::size_t>(end, line_.text.size()));
    return behind.starts_with(" of ") || behind.starts_with(" in ") || behind.starts_with(" to ") || behind.starts_with("(s)") ||
           behind.starts_with(":");
  }

  void add(std::uint32_t begin, const KeywordWord& keyword, const std::vector<ReferenceItem>& items) {
    auto chain = read_reference_chain(line_, items.back().span.end, names_division(keyword.singular), !owner_.document_stands_before(begin));
    const auto holder =
        items.front().subs_only && (!names_division(keyword.singular) || keyword.singular == "part") ? take_number(chain) : std::string();
    begin = owner_.read_before(begin, keyword, items.front(), chain);
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

  /// "2.1 to 2.6 (other than 2.4)", "… except 2.4": where the numbers begin that are taken out of those before; none where a word names them or
  /// nothing is.
  [[nodiscard]] std::optional<std::uint32_t> exception_behind(std::uint32_t end) const {
    // " (", " other", " excluding", " except", " save", " but", " including".
    if (line_.at(end) != ' ' || std::string_view("(oesbi").find(line_.at(end + 1)) == std::string_view::npos) return std::nullopt;
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
    const auto remark = slice(line_.text, {begin, end});
    for (auto& inner : Scanner(remark, line_.heads).run(next_candidate(remark, 0))) {
      inner.span = {inner.span.begin + begin, inner.span.end + begin};
      found_.push_back(std::move(inner));
    }
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
  ReferenceOwner owner_;
};

}  // namespace

std::vector<FoundReference> find_references(std::string_view line, const std::vector<std::string>* instrument_heads) {
  const auto first = next_candidate(line, 0);
  if (first == std::string_view::npos) return {};
  return Scanner(line, instrument_heads).run(first);
}

}  // namespace dovetail
