// Reads references by hand, token by token: keyword, items, separators, and the "of" chain behind them.
#include <algorithm>
#include <optional>

#include "compile/reference_words.h"
#include "compile/references.h"
#include "text/labels.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

struct Item {
  std::string label;  // "9.4", "(a)(ii)", "Annex S-2", "K5.4"
  std::string last;   // of a range
  Span span;          // its own characters
  bool self = false;
  bool subs_only = false;  // "(a)" alone
};

/// What a chain after the items says about where they are.
struct Chain {
  std::vector<std::string> divisions;  // outermost first
  std::string document;
  ReferenceReach reach = ReferenceReach::own;
  std::uint32_t end = 0;
  bool relative = false;
};

class Scanner {
 public:
  explicit Scanner(std::string_view line) : line_(line), words_(words(line)) {}

  std::vector<FoundReference> run() {
    for (word_ = 0; word_ < words_.size();) {
      const std::size_t before = word_;
      if (!keyword_here() && !document_here() && !bare_here()) ++word_;
      if (word_ <= before) word_ = before + 1;
    }
    return std::move(found_);
  }

 private:
  std::string_view word(std::size_t i) const { return i < words_.size() ? slice(line_, words_[i]) : std::string_view(); }
  std::string folded(std::size_t i) const { return fold(word(i)); }
  char at(std::size_t offset) const { return offset < line_.size() ? line_[offset] : '\0'; }
  std::uint32_t skip_spaces(std::uint32_t offset) const {
    while (at(offset) == ' ') ++offset;
    return offset;
  }
  /// Moves word_ to the first word that begins at or after `offset`.
  void move_to(std::uint32_t offset) {
    while (word_ < words_.size() && words_[word_].begin < offset) ++word_;
  }

  // -- items

  /// "(a)(i)" at offset, appended to `label`; where it ends.
  std::uint32_t read_subs(std::uint32_t offset, std::string& label) const {
    while (at(offset) == '(') {
      const auto sub = read_number(line_, offset);
      if (!sub || sub->shape != NumberShape::item) break;
      label += sub->number;
      offset = sub->span.end;
    }
    return offset;
  }

  /// The number at offset. A bracket that closes behind it was opened before the reference: "(see paragraph 9.2)".
  std::optional<WrittenNumber> number_at(std::uint32_t offset) const {
    std::size_t end = offset;
    while (end < line_.size() && (line_[end] == '.' || std::isalnum(static_cast<unsigned char>(line_[end])))) ++end;
    const bool closes = end > offset && at(end) == ')';
    return read_number(closes ? line_.substr(0, end) : line_, offset);
  }

  /// One number, letter or label at offset, as the keyword allows.
  std::optional<Item> read_item(std::uint32_t offset, std::string_view keyword) const {
    static const Pattern annex = Pattern::literal("[A-Z]{1,2}-[0-9]{1,3}[A-Z]?");
    static const Pattern lettered = Pattern::literal("[0-9]{0,3}[A-Z]{1,3}|[IVX]{1,5}[A-Z]?");
    static const Pattern dashed = Pattern::literal("[0-9]{1,3}\\.-[0-9]{1,3}[A-Z]?");
    Item item;
    item.span = {offset, offset};
    if (const auto found = annex.match_at(line_, offset); found && at_word_edge(line_, found->span.end) && names_division(keyword)) {
      item.label = slice(line_, found->span);
      item.span.end = found->span.end;
      return item;
    }
    const auto number = number_at(offset);
    if (number && keyword == "regulation" && number->number.size() == 4 && number->number.find('.') == std::string::npos)
      return std::nullopt;  // "Regulations 2011"
    if (number && keyword == "process" && number->shape == NumberShape::decimal && number->number.find('.') == std::string::npos)
      return std::nullopt;  // "process 5 requests"
    if (number && number->shape == NumberShape::decimal &&
        at_word_edge(line_, number->span.begin + static_cast<std::uint32_t>(number->number.size()))) {
      item.label = number->number;
      item.span.end = offset + static_cast<std::uint32_t>(number->number.size());
      std::uint32_t subs = item.span.end;
      if (at(subs) == ' ' && at(subs + 1) == '(') subs = spaced_subs(subs);
      const auto end = read_subs(subs, item.label);
      if (end != subs) item.span.end = end;
      return item;
    }
    if (number && number->shape == NumberShape::item && at(offset) == '(') {
      item.subs_only = true;
      item.span.end = read_subs(offset, item.label);
      return item;
    }
    static const Pattern counted = Pattern::literal("One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten");
    if (const auto found = counted.match_at(line_, offset); keyword == "part" && found && at_word_edge(line_, found->span.end)) {
      item.label = slice(line_, found->span);
      item.span.end = found->span.end;
      return item;
    }
    static const Pattern letter = Pattern::literal("([A-Z]) (?:above|below)");  // "paragraph B above"
    if (const auto found = letter.match_at(line_, offset); !names_division(keyword) && found && at_word_edge(line_, found->span.end)) {
      item.label = "(" + std::string(slice(line_, *found->groups[0])) + ")";
      item.span.end = found->groups[0]->end;
      item.subs_only = true;
      return item;
    }
    const bool letters_allowed = names_division(keyword) || keyword == "section";
    if (const auto found = lettered.match_at(line_, offset);
        letters_allowed && found && at_word_edge(line_, found->span.end) && at_word_edge(line_, offset)) {
      const auto name = slice(line_, found->span);
      if (name.size() == 3 && keyword == "section" && all_upper(name) && !all_upper(line_)) {  // "Section GTD" of another code
        item.label = name;
        item.span.end = found->span.end;
        return item;
      }
      if (name.size() > 2 && !roman_value(name) && !roman_value(name.substr(0, name.size() - 1)) &&
          !std::isdigit(static_cast<unsigned char>(name.front())))
        return std::nullopt;
      item.label = name;
      item.span.end = found->span.end;
      return item;
    }
    return std::nullopt;
  }

  /// "3.3.3 (a)": a sub-label behind a space counts when it is a letter or roman number and no remark follows in it.
  std::uint32_t spaced_subs(std::uint32_t offset) const {
    const auto sub = read_number(line_, offset + 1);
    if (!sub || sub->shape != NumberShape::item) return offset;
    return sub->number.size() <= 4 && sub->number != "(s)" ? offset + 1 : offset;
  }

  /// A separator between items at offset: where the next item may begin; a range sets `range`.
  std::optional<std::uint32_t> read_separator(std::uint32_t offset, bool& range) const {
    static const Pattern separator = Pattern::literal(
        "(?:, ?(?:and/or|and|or|&)? ?| (?:and/or|and|or|&|together with|as well as) (?:also )?| ?(?:to|through|-|\xE2\x80\x93|\xE2\x80\x94) ?| ?/ "
        "?)");
    const auto found = separator.match_at(line_, offset);
    if (!found) return std::nullopt;
    const auto words_between = trim(slice(line_, found->span));
    range = words_between == "to" || words_between == "through" || words_between == "-" || words_between == "\xE2\x80\x93" ||
            words_between == "\xE2\x80\x94";
    if ((words_between == "to" || words_between == "through") && at(offset) != ' ') return std::nullopt;
    return found->span.end;
  }

  /// "Section 2A 2C 2D 2E or 2F": numbers with letters follow one another without commas.
  std::optional<std::uint32_t> missing_comma(const Item& item) const {
    static const Pattern lettered = Pattern::literal("[0-9]{1,2}[A-Z]");
    const auto next = item.span.end + 1;
    const auto found = at(item.span.end) == ' ' ? lettered.match_at(line_, next) : std::nullopt;
    if (!found || !at_word_edge(line_, found->span.end) || !lettered.matches(item.label)) return std::nullopt;
    return next;
  }

  /// Brackets that belong to an item and are no label: "(other than 2.6)", "(inclusive)", a heading echoed. Where they end.
  std::uint32_t skip_remark(std::uint32_t offset) const {
    const auto open = skip_spaces(offset);
    if (at(open) != '(') return offset;
    const auto close = line_.find(')', open);
    if (close == std::string_view::npos || close - open > 120) return offset;
    return static_cast<std::uint32_t>(close + 1);
  }

  /// The items of a list that begins at offset; empty when there is none.
  std::vector<Item> read_items(std::uint32_t offset, const KeywordWord& keyword, bool self) {
    std::vector<Item> items;
    auto first = read_item(offset, keyword.singular);
    if (!first) return items;
    first->self = self;
    items.push_back(*first);
    while (true) {
      bool range = false;
      std::uint32_t end = items.back().span.end;
      const auto after_remark = skip_remark(end);
      auto next = read_separator(end, range);
      if (!next && after_remark != end) next = read_separator(after_remark, range);
      if (!next) next = missing_comma(items.back());
      if (!next) break;
      const auto item = read_item(*next, keyword.singular);
      if (!item || !continues(items.back(), *item, keyword, range)) break;
      if (range && !item->subs_only) {
        items.back().last = item->label;
        items.back().span.end = item->span.end;
        continue;
      }
      items.push_back(completed(items.back(), *item));
    }
    return items;
  }

  /// Whether `item` goes on with the list: a bare figure or letter only behind a plural, and never a quantity.
  bool continues(const Item& previous, const Item& item, const KeywordWord& keyword, bool range) const {
    if (item.subs_only) return keyword.plural || previous.label.find('(') != std::string::npos;
    const bool dotted = item.label.find('.') != std::string::npos;
    const bool letters =
        !item.label.empty() && item.label.front() >= 'A' && item.label.front() <= 'Z' && item.label.find_first_of("0123456789") == std::string::npos;
    if (range && dotted != (previous.label.find('.') != std::string::npos)) return false;
    const auto next_word = std::find_if(words_.begin(), words_.end(), [&](Span w) { return w.begin >= item.span.end; });
    const bool beside = next_word != words_.end() && next_word->begin == item.span.end + 1 && at(item.span.end) == ' ';
    const std::string after = beside ? fold(slice(line_, *next_word)) : std::string();
    const bool quantity = beside && !goes_on_after_number(after);  // "and 28 clear days", "and 2.5 metres"
    if (letters) return keyword.plural || range;
    static const Pattern section_name = Pattern::literal("[0-9]{1,2}[A-Z]");
    if (keyword.singular == "section" && section_name.matches(item.label) && section_name.matches(previous.label)) return true;
    if (dotted) return keyword.plural ? !is_counted(after) || after == "or" || after == "of" : !quantity;
    return (keyword.plural || range) && !quantity;
  }

  /// "(a)(i) or (ii)", "3.2.1(a) and (b)": a sub-label alone takes the place of the last of its kind in the item before.
  Item completed(const Item& previous, Item item) const {
    if (!item.subs_only) return item;
    std::vector<std::string> subs;
    std::string stem = previous.label;
    while (!stem.empty() && stem.back() == ')') {
      const auto open = stem.rfind('(');
      subs.insert(subs.begin(), stem.substr(open));
      stem.resize(open);
    }
    const auto kind = [](std::string_view label) { return values_of(label.substr(1, label.size() - 2)); };
    const auto first = item.label.substr(0, item.label.find(')') + 1);
    std::size_t keep = subs.empty() ? 0 : subs.size() - 1;
    for (std::size_t i = subs.size(); i-- > 0;) {
      const auto a = kind(subs[i]), b = kind(first);
      const bool same = std::any_of(a.begin(), a.end(), [&](const ItemValue& x) {
        return std::any_of(b.begin(), b.end(), [&](const ItemValue& y) { return x.counting == y.counting && y.value > x.value; });
      });
      if (same) {
        keep = i;
        break;
      }
    }
    std::string label = stem;
    for (std::size_t i = 0; i < keep; ++i) label += subs[i];
    item.label = label + item.label;
    item.subs_only = stem.empty();
    return item;
  }

  // -- chains

  bool word_is(std::size_t i, std::string_view lower) const { return folded(i) == lower; }

  /// Reads " of …" behind the items, as far as it leads.
  Chain read_chain(std::uint32_t offset, bool division) const {
    Chain chain;
    chain.end = offset;
    std::vector<std::string> inner_first;
    for (int depth = 0; depth < 6; ++depth) {
      offset = skip_remark(chain.end);
      static const Pattern link = Pattern::literal(
          " ?,? ?(?:of|to|in|within|under|from|set out in) (?:and )?(?:(?:the|this|that|each|its|their|such|any|an|a|those|these|either|both) "
          "){0,2}");
      static const Pattern next_to = Pattern::literal(" ?,? ?(?:of )?(?:the )?");
      const auto linked = link.match_at(line_, offset);
      const auto from = linked ? linked->span.end : next_to.match_at(line_, offset)->span.end;
      if (!chain_step(from, bool(linked), linked ? slice(line_, linked->span) : std::string_view(), division, chain, inner_first)) break;
      division = false;
    }
    chain.divisions.assign(inner_first.rbegin(), inner_first.rend());
    return chain;
  }

  /// One link of a chain at `from`; false at its end.
  bool chain_step(std::uint32_t from, bool linked, std::string_view link, bool division, Chain& chain, std::vector<std::string>& inner_first) const {
    const auto w = std::find_if(words_.begin(), words_.end(), [&](Span s) { return s.begin >= from; });
    if (w == words_.end() || w->begin != from) return false;
    const auto i = static_cast<std::size_t>(w - words_.begin());
    if (const auto end = document_end(i)) {
      if (!linked && begins_reference(*end)) return false;  // "…, XBSCP999 section 12.4" is the next one
      name_document(std::string(slice(line_, {words_[i].begin, *end})), chain);
      chain.end = *end;
      return true;
    }
    if (!linked) return false;
    const bool of =
        link.find(" of ") != std::string_view::npos || link.starts_with("of ") || (division && (link.starts_with(" to ") || link.starts_with("to ")));
    const bool to_or_in = !of;  // "Appendix 1 to the Grid Code" is of it; "sent under paragraph 5 to the Agent" is not
    if (const auto keyword = keyword_of(folded(i))) {
      const auto item = read_item(skip_spaces(words_[i].end), keyword->singular);
      if (item && !item->subs_only) {
        if (is_external_instrument(keyword->singular) && keyword->singular != "section") chain.reach = ReferenceReach::external;
        const bool letter_section = keyword->singular == "section" && item->label.find_first_of("0123456789") == std::string::npos;
        if (letter_section)
          chain.document = "Section " + item->label;
        else
          inner_first.push_back(capitalised(keyword->singular) + " " + item->label);
        chain.end = item->span.end;
        return true;
      }
      if (word(i) == "this" || keyword->plural) return false;
    }
    if (link.ends_with("this ") && own_document(i, chain)) return true;
    return instrument(i, to_or_in, chain) || (of && link.ends_with("the ") && named_by_letters(i, chain));
  }

  /// The innermost document of a chain is the one meant: in "XBSCP935 of the XBSC" the code only says whose procedure it is.
  static void name_document(const std::string& name, Chain& chain) {
    if (chain.document == "main body")
      chain.document = name + " main body";
    else if (chain.document.empty())
      chain.document = name;
  }

  /// Whether a keyword with a number stands directly behind `offset`.
  bool begins_reference(std::uint32_t offset) const {
    offset = skip_spaces(at(offset) == ',' ? offset + 1 : offset);
    const auto w = std::find_if(words_.begin(), words_.end(), [&](Span s) { return s.begin >= offset; });
    if (w == words_.end() || w->begin != offset) return false;
    const auto keyword = keyword_of(fold(slice(line_, *w)));
    return keyword && read_item(skip_spaces(w->end), keyword->singular);
  }

  /// "of this Procedure", "of this Deed": the text itself. A Code or an Agreement may have several parts, which only linking knows.
  bool own_document(std::size_t i, Chain& chain) const {
    const auto f = folded(i);
    if (!is_document_noun(f) && !is_external_instrument(f) && !(keyword_of(f) && names_division(f))) {
      if (i + 1 >= words_.size() || !starts_upper(word(i)) || slice(line_, {words_[i].end, words_[i + 1].begin}) != " ") return false;
      const auto next = folded(i + 1);  // "of this XBSC Procedure", "of this REC Schedule"
      if (!starts_upper(word(i + 1)) || !(is_document_noun(next) || (keyword_of(next) && names_division(next)))) return false;
      chain.end = words_[i + 1].end;
      return true;
    }
    if (f == "code" || f == "agreement") chain.document = chain.document.empty() ? "this " + f : chain.document;
    chain.end = words_[i].end;
    return true;
  }

  /// "of the DCUSA": a document that is called by its initials.
  bool named_by_letters(std::size_t i, Chain& chain) const {
    const auto name = word(i);
    if (name.size() < 3 || name.size() > 8 || !all_upper(name) || all_upper(line_)) return false;
    if (name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos) return false;
    name_document(std::string(name), chain);
    chain.end = words_[i].end;
    return true;
  }

  static std::string capitalised(std::string_view keyword) {
    std::string out(keyword);
    if (!out.empty() && out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 'a' + 'A');
    return out;
  }

  /// A run of capitalised words whose head noun is an instrument or a document: the chain leaves this text.
  bool instrument(std::size_t i, bool to_or_in, Chain& chain) const {
    std::size_t end = i, head = words_.size();
    bool external = false;
    for (std::size_t k = i; k < words_.size() && k < i + 14; ++k) {
      if (k > i) {
        const auto between = slice(line_, {words_[k - 1].end, words_[k].begin});
        if (between != " " && between != "-" && between != " (" && between != ") " && between != "/") break;
      }
      const bool capital = starts_upper(word(k)) || std::isdigit(static_cast<unsigned char>(word(k).front()));
      const auto f = folded(k);
      if (is_external_instrument(f) && capital)
        external = true, head = k;
      else if (is_document_noun(f) && capital && !external)
        head = k;
      else if (k > i && capital && head == words_.size() && names_division(f) && !read_item(skip_spaces(words_[k].end), f))
        head = k;  // "the Metering Operations Schedule"
      if (!capital && f != "of" && f != "and" && f != "for" && f != "the" && f != "on" && f != "in") break;
      if (capital) end = k + 1;
    }
    if (end == i) return lower_case_document(i, to_or_in, chain);
    if (head == words_.size() || head < i) return false;
    if (to_or_in && !external) return false;
    const std::string document(slice(line_, {words_[i].begin, words_[external ? end - 1 : head].end}));
    if (chain.document != "main body" || (document != "Code" && document != "Agreement")) name_document(document, chain);
    if (external) chain.reach = ReferenceReach::external;
    chain.end = words_[external ? end - 1 : head].end;
    return true;
  }

  /// "of that agreement", "of its licence": another text, though not by name. "of this Code" never comes here as external.
  bool lower_case_document(std::size_t i, bool to_or_in, Chain& chain) const {
    if (to_or_in) return false;
    for (std::size_t k = i; k < words_.size() && k < i + 4; ++k) {
      if (k > i && slice(line_, {words_[k - 1].end, words_[k].begin}) != " ") return false;
      const auto f = folded(k);
      if (!is_external_instrument(f) && !is_document_noun(f)) continue;
      chain.document = slice(line_, {words_[i].begin, words_[k].end});
      if (chain.document != "main body") chain.reach = ReferenceReach::external;
      chain.end = words_[k].end;
      return true;
    }
    return false;
  }

  // -- what begins a reference

  bool keyword_here() {
    auto i = word_;
    std::uint32_t begin = words_[i].begin;
    if (folded(i) == "sub" && i + 1 < words_.size() && at(words_[i].end) == '-') ++i;
    const auto keyword = keyword_of(folded(i));
    if (!keyword || (i > word_ && keyword->singular != "paragraph" && keyword->singular != "clause" && keyword->singular != "section")) return false;
    const bool self = word_ > 0 && (folded(word_ - 1) == "this" || folded(word_ - 1) == "these") && words_[word_ - 1].end + 1 == begin;
    std::uint32_t from = words_[i].end;
    if (slice(line_, {from, std::min<std::uint32_t>(from + 3, static_cast<std::uint32_t>(line_.size()))}) == "(s)") from += 3;
    from = skip_spaces(from);
    if (from == words_[i].end && at(from) != '(') return false;
    const auto items = read_items(from, *keyword, self);
    if (items.empty()) return false;
    add(begin, *keyword, items);
    return true;
  }

  void add(std::uint32_t begin, const KeywordWord& keyword, const std::vector<Item>& items) {
    auto chain = read_chain(items.back().span.end, names_division(keyword.singular));
    const std::uint32_t first = begin;
    if (chain.document.empty() && chain.divisions.empty()) begin = document_before(begin, keyword, chain);
    if (chain.document.empty() && instrument_before(first, keyword)) chain.reach = ReferenceReach::external;
    static const Pattern position = Pattern::literal(" (?:above|below|hereof|thereof)");
    const auto positioned = position.match_at(line_, chain.end);
    for (std::size_t n = 0; n < items.size(); ++n) {
      const auto& item = items[n];
      FoundReference reference;
      reference.span = {n == 0 ? begin : item.span.begin, n + 1 == items.size() ? std::max(chain.end, item.span.end) : item.span.end};
      reference.keyword = keyword.singular;
      const bool division =
          names_division(keyword.singular) || (keyword.singular == "section" && item.label.find_first_of("0123456789") == std::string::npos);
      reference.label = division ? capitalised(keyword.singular) + " " + item.label : item.label;
      reference.last = item.last.empty() || !division ? item.last : capitalised(keyword.singular) + " " + item.last;
      reference.text =
          n == 0 ? std::string(slice(line_, reference.span)) : std::string(keyword.singular) + " " + std::string(slice(line_, reference.span));
      reference.document = chain.document;
      reference.divisions = chain.divisions;
      reference.reach = chain.reach;
      if (reference.reach == ReferenceReach::own && !chain.document.empty()) reference.reach = ReferenceReach::document;
      if (keyword.singular == "article" || keyword.singular == "condition" || keyword.singular == "regulation")
        if (reference.reach == ReferenceReach::own && chain.divisions.empty()) reference.reach = ReferenceReach::external;
      reference.self = item.self;
      reference.relative = item.subs_only || bool(positioned);
      found_.push_back(std::move(reference));
      if (n + 1 < items.size()) add_remarks(item.span.end, items[n + 1].span.begin);
    }
    chain.end = positioned ? positioned->span.end : chain.end;
    move_to(std::max(chain.end, items.back().span.end));
  }

  /// "3.1 (other than paragraph 3.1.3) and 3.2": what a remark between two items cites.
  void add_remarks(std::uint32_t begin, std::uint32_t end) {
    if (begin >= end || slice(line_, {begin, end}).find('(') == std::string_view::npos) return;
    for (auto& inner : Scanner(slice(line_, {begin, end})).run()) {
      inner.span = {inner.span.begin + begin, inner.span.end + begin};
      found_.push_back(std::move(inner));
    }
  }

  /// "XBSCP902, section 3.3.1": a document named directly before the keyword.
  std::uint32_t document_before(std::uint32_t begin, const KeywordWord& keyword, Chain& chain) {
    if (found_.empty()) return begin;
    const auto last = found_.back();
    const auto between = slice(line_, {std::min(last.span.end, begin), begin});
    if (trim(between) != "" && trim(between) != "," && trim(between) != ":" && between != " (") return begin;
    const auto opening = line_.substr(last.span.begin, line_.find(' ', last.span.begin) - last.span.begin);
    const auto own_keyword = keyword_of(fold(opening));  // one of a list ("Appendices 4.1 & 4.7, step 3.1.2") goes with its list
    const bool division = last.reach != ReferenceReach::external && !last.self && own_keyword && !own_keyword->plural && names_whole(last) &&
                          keyword.singular != "clause" && keyword.singular != last.keyword;
    if (division) {
      chain.document = last.document;
      chain.divisions = last.divisions;
      if (last.keyword == "section")
        chain.document = last.label;
      else
        chain.divisions.push_back(last.label);
      chain.reach = chain.document.empty() ? ReferenceReach::own : ReferenceReach::document;
    } else if (last.label.empty() && !last.document.empty()) {
      chain.document = last.document;
    } else {
      return begin;
    }
    found_.pop_back();
    return between == " (" ? begin : last.span.begin;
  }

  /// "Section K", "Annex S-2", "Schedule 3": a part that has numbers inside it.
  static bool names_whole(const FoundReference& reference) {
    return reference.last.empty() && reference.label.find('.') == std::string::npos &&
           (reference.keyword == "section" || reference.keyword == "annex" || reference.keyword == "schedule" || reference.keyword == "appendix") &&
           reference.label.find(' ') != std::string::npos;
  }

  /// "the Electricity Act 1989, section 21", "Article 5 of the Guideline, paragraph 2": an instrument named directly before the keyword.
  bool instrument_before(std::uint32_t begin, const KeywordWord& keyword) const {
    auto before = std::lower_bound(words_.begin(), words_.end(), begin, [](Span w, std::uint32_t offset) { return w.begin < offset; });
    if (before == words_.begin()) return false;
    --before;
    const auto between = slice(line_, {before->end, begin});
    if (between != " " && between != ", ") return false;
    const auto last = slice(line_, *before);
    const bool year = last.size() == 4 && last.find_first_not_of("0123456789") == std::string_view::npos;
    if (year && before == words_.begin()) return false;
    const auto noun = slice(line_, year ? *std::prev(before) : *before);
    if (!starts_upper(noun) || !is_external_instrument(fold(noun))) return false;
    return year || between == " " || keyword.singular == "section" || keyword.singular == "article" || keyword.singular == "condition" ||
           keyword.singular == "regulation";
  }

  /// Where a document id that begins at word i ends ("XBSCP902", "XBSCP 902", "BSC Procedure 902", "Section K"); none when it is none.
  std::optional<std::uint32_t> document_end(std::size_t i) const {
    static const Pattern id = Pattern::literal(
        "[A-Z]{2,8}CP ?[0-9]{1,4}[A-Z]?(?:/[0-9][0-9.]*)?|[A-Z]{3,8}[0-9]{1,4}[A-Z]?|[A-Z]{2,6} Procedure [0-9]{1,4}|Codes? of Practice "
        "(?:[0-9]{1,2}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)|(?:(?:BS|EN|ISO|IEC|IEEE|ITU|ETSI)[ "
        "/-]?)+[0-9]{2,6}(?:[:-][0-9]+)*|[A-Z]{2,8}(?:SEC|REC|BSC|DCUSA|CUSC|MRA)?(?: Schedule [0-9]{1,3}[A-Z]?| Section [A-Z]{1,2}\\b)");
    const auto found = id.match_at(line_, words_[i].begin);
    if (!found || !at_word_edge(line_, found->span.end)) return std::nullopt;
    return found->span.end;
  }

  bool document_here() {
    if (word_ > 0 && (at(words_[word_].begin - 1) == '-' || at(words_[word_].begin - 1) == '/')) return false;
    const auto end = document_end(word_);
    if (!end) return false;
    FoundReference reference;
    reference.span = {words_[word_].begin, *end};
    reference.text = slice(line_, reference.span);
    reference.document = reference.text;
    if (const auto slash = reference.document.find('/'); slash != std::string::npos) reference.document.resize(slash);
    reference.reach = ReferenceReach::document;
    found_.push_back(reference);
    move_to(*end);
    return true;
  }

  /// "(K1.2.1)": a number with its section's letter, alone in brackets.
  bool bare_here() {
    const auto begin = words_[word_].begin;
    if (begin == 0 || at(begin - 1) != '(') return false;
    static const Pattern bare = Pattern::literal("([A-Z]{1,2}[0-9]{1,2}(?:\\.[0-9]{1,3}[A-Z]?)+(?:\\([a-zA-Z0-9]{1,4}\\))*)\\)");
    const auto found = bare.match_at(line_, begin);
    if (!found) return false;
    FoundReference reference;
    reference.span = {begin, found->span.end - 1};
    reference.text = slice(line_, reference.span);
    reference.label = reference.text;
    found_.push_back(reference);
    move_to(found->span.end);
    return true;
  }

  std::string_view line_;
  std::vector<Span> words_;
  std::size_t word_ = 0;
  std::vector<FoundReference> found_;
};

}  // namespace

std::vector<FoundReference> find_references(std::string_view line) { return Scanner(line).run(); }

}  // namespace dovetail
