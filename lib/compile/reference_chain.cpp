// Parses the whole chain before anything is resolved: the head noun at its end picks the document (code-text.md 3.1).
#include "compile/reference_chain.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "compile/reference_items.h"
#include "compile/reference_remarks.h"
#include "compile/reference_words.h"
#include "text/pattern.h"

namespace dovetail {
namespace {

class ChainReader {
 public:
  explicit ChainReader(const ReferenceLine& line) : line_(line) {}

  /// Reads " of …" behind the items, as far as it leads.
  ReferenceChain read_chain(std::uint32_t offset, bool division, bool beside) const {
    ReferenceChain chain;
    chain.end = offset;
    std::vector<std::string> inner_first;
    for (int depth = 0; depth < 6; ++depth) {
      offset = skip_remark(line_, chain.end);
      static const Pattern link = Pattern::literal(
          "(?: ?,? ?of| ?(?:to|in|within|under|from|set out in)) (?:and )?(?:(?:the|this|that|each|its|their|such|any|an|a|those|these|either|both) "
          "){0,2}");
      const auto linked = may_be_linked(offset) ? link.match_at(line_.text, offset) : std::nullopt;
      const auto from = linked ? linked->span.end : behind_comma(offset);
      if (!chain_step(from, bool(linked), linked ? slice(line_.text, linked->span) : std::string_view(), division, beside, chain, inner_first)) break;
      division = false;
    }
    chain.divisions.assign(inner_first.rbegin(), inner_first.rend());
    return chain;
  }

  /// Whether one of the words that link begins at offset, by its first two letters.
  [[nodiscard]] bool may_be_linked(std::uint32_t offset) const {
    while (line_.at(offset) == ' ' || line_.at(offset) == ',') ++offset;
    const auto word = line_.text.substr(std::min<std::size_t>(offset, line_.text.size()), 2);
    static constexpr std::array<std::string_view, 7> first{"of", "to", "in", "wi", "un", "fr", "se"};
    return std::find(first.begin(), first.end(), word) != first.end();
  }

  /// Behind " , the " at offset: where a name may stand beside a number.
  [[nodiscard]] std::uint32_t behind_comma(std::uint32_t offset) const {
    for (const char c : {' ', ',', ' '})
      if (line_.at(offset) == c) ++offset;
    for (const std::string_view word : {"of ", "the "})
      if (line_.text.substr(std::min<std::size_t>(offset, line_.text.size())).starts_with(word)) offset += static_cast<std::uint32_t>(word.size());
    return offset;
  }

  /// One link of a chain at `from`; false at its end.
  bool chain_step(std::uint32_t from, bool linked, std::string_view link, bool division, bool beside, ReferenceChain& chain,
                  std::vector<std::string>& inner_first) const {
    const auto w = line_.words.begin() + static_cast<std::ptrdiff_t>(line_.word_from(from));
    if (w == line_.words.end() || w->begin != from) return false;
    const auto i = static_cast<std::size_t>(w - line_.words.begin());
    if (const auto end = document_name_end(line_, i)) {
      if (!linked && (begins_reference(*end) || !beside || goes_on_with_documents(*end))) return false;  // "…, XBSCP999 section 12.4" is the next one
      name_document(std::string(slice(line_.text, {line_.words[i].begin, *end})), chain);
      chain.end = *end;
      return true;
    }
    if (!linked) return false;
    const bool of =
        link.find(" of ") != std::string_view::npos || link.starts_with("of ") || (division && (link.starts_with(" to ") || link.starts_with("to ")));
    const bool to_or_in = !of;  // "Appendix 1 to the Grid Code" is of it; "sent under paragraph 5 to the Agent" is not
    if (const auto keyword = keyword_of(line_.folded(i))) {
      const auto item = read_reference_item(line_, line_.skip_spaces(line_.words[i].end), keyword->singular);
      if (item && !item->subs_only) {
        if (line_.is_instrument(keyword->singular) && keyword->singular != "section") chain.reach = ReferenceReach::external;
        const bool letter_section = keyword->singular == "section" && item->label.find_first_of("0123456789") == std::string::npos;
        if (letter_section)
          chain.document = "Section " + item->label;
        else
          inner_first.push_back(capitalised(keyword->singular) + " " + item->label);
        chain.end = item->span.end;
        return true;
      }
      if (line_.word(i) == "this" || (keyword->plural && !(link.ends_with("the ") && begins_title(i)))) return false;
    }
    if (of && main_part(from, chain, inner_first)) return true;
    if (link.ends_with("this ") && own_document(i, chain)) return true;
    return instrument(i, to_or_in, chain) || (of && link.ends_with("the ") && (named_by_letters(i, chain) || named_by_capital(i, chain)));
  }

  /// "the Rules of Court", "the Regulations on Tolls": the plural of a keyword begins the title of an instrument; alone it may be this text's own
  /// name.
  bool begins_title(std::size_t i) const {
    if (!starts_upper(line_.word(i)) || !line_.is_instrument(line_.folded(i)) || i + 2 >= line_.words.size()) return false;
    const auto joint = line_.word(i + 1);
    return (joint == "of" || joint == "on" || joint == "for") && starts_upper(line_.word(i + 2)) &&
           slice(line_.text, {line_.words[i].end, line_.words[i + 2].begin}) == " " + std::string(joint) + " ";
  }

  /// The innermost document of a chain is the one meant: in "XBSCP935 of the XBSC" the code only says whose procedure it is.
  static void name_document(const std::string& name, ReferenceChain& chain) {
    if (chain.document == "main body")
      chain.document = name + " main body";
    else if (chain.document.empty())
      chain.document = name;
    else if (chain.document.size() <= 10 && chain.document.starts_with("Section ") && !fold(name).starts_with("section"))
      chain.document = name + " " + chain.document;  // every code has a Section A: "Section R of the XBSC"
  }

  /// Whether a keyword with a number stands directly behind `offset`.
  bool begins_reference(std::uint32_t offset) const {
    offset = line_.skip_spaces(line_.at(offset) == ',' ? offset + 1 : offset);
    const auto w = line_.words.begin() + static_cast<std::ptrdiff_t>(line_.word_from(offset));
    if (w == line_.words.end() || w->begin != offset) return false;
    const auto keyword = keyword_of(fold(slice(line_.text, *w)));
    return keyword && read_reference_item(line_, line_.skip_spaces(w->end), keyword->singular);
  }

  /// "…, XBSCP514 and XBSCP998": a list of documents goes on, and the numbers before it are not theirs.
  bool goes_on_with_documents(std::uint32_t offset) const {
    static const Pattern joint = Pattern::literal("(?:, ?(?:and |or )?| and | or )(?:the )?");
    const auto found = joint.match_at(line_.text, offset);
    if (!found) return false;
    const auto i = line_.word_from(found->span.end);
    return i < line_.words.size() && line_.words[i].begin == found->span.end && document_name_end(line_, i);
  }

  /// "of the main part of this Schedule": what stands in it outside its Appendices. The main body of a Code is a document.
  bool main_part(std::uint32_t from, ReferenceChain& chain, std::vector<std::string>& inner_first) const {
    static const Pattern main = Pattern::literal(
        "(?:main|operative) (?:part|text|body) of (?:this|the) ([Ss]chedule|[Aa]nnex|[Aa]ppendix|[Pp]rocedure|[Dd]ocument)|"
        "((?:main|operative) (?:part|text))|(main body) of (?:Schedule|Annex|Appendix) ");
    const auto found = main.match_at(line_.text, from);
    if (!found || !at_word_edge(line_.text, found->span.end)) return false;
    const auto named = found->groups[0], alone = found->groups[1] ? found->groups[1] : found->groups[2];
    inner_first.push_back(named ? "main part of this " + fold(slice(line_.text, *named)) : "main part");
    chain.end = named ? found->span.end : alone->end;  // "… of Schedule 3" is the next link
    return true;
  }

  /// "of this Procedure", "of this Deed": the text itself. A Code or an Agreement may have several parts, which only linking knows.
  bool own_document(std::size_t i, ReferenceChain& chain) const {
    const auto f = line_.folded(i);
    if (!is_document_noun(f) && !line_.is_instrument(f) && !(keyword_of(f) && names_division(f))) {
      if (i + 1 >= line_.words.size() || !starts_upper(line_.word(i)) || slice(line_.text, {line_.words[i].end, line_.words[i + 1].begin}) != " ")
        return false;
      const auto next = line_.folded(i + 1);  // "of this XBSC Procedure", "of this REC Schedule"
      if (!starts_upper(line_.word(i + 1)) || !(is_document_noun(next) || (keyword_of(next) && names_division(next)))) return false;
      chain.end = line_.words[i + 1].end;
      return true;
    }
    if (f == "code" || f == "agreement") chain.document = chain.document.empty() ? "this " + f : chain.document;
    chain.end = line_.words[i].end;
    return true;
  }

  /// "of the DCUSA": a document that is called by its initials.
  bool named_by_letters(std::size_t i, ReferenceChain& chain) const {
    const auto name = line_.word(i);
    if (name.size() < 3 || name.size() > 8 || !all_upper(name) || all_upper(line_.text)) return false;
    if (name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos) return false;
    name_document(std::string(name), chain);
    chain.end = line_.words[i].end;
    return true;
  }

  /// "Chapter 5 of the Handbook": what bears a name has numbers of its own, whatever kind of text it is. Not "of the Supplier's notice".
  bool named_by_capital(std::size_t i, ReferenceChain& chain) const {
    if (!chain.document.empty() || !starts_upper(line_.word(i)) || all_upper(line_.text) || keyword_of(line_.folded(i))) return false;
    std::size_t end = i + 1;
    while (end < line_.words.size() && starts_upper(line_.word(end)) && slice(line_.text, {line_.words[end - 1].end, line_.words[end].begin}) == " ")
      ++end;
    if (line_.word(end - 1).ends_with("'s")) return false;
    chain.document = slice(line_.text, {line_.words[i].begin, line_.words[end - 1].end});
    chain.end = line_.words[end - 1].end;
    return true;
  }

  /// A run of capitalised words whose head noun is an instrument or a document: the chain leaves this text.
  bool instrument(std::size_t i, bool to_or_in, ReferenceChain& chain) const {
    std::size_t end = i, head = line_.words.size();
    bool external = false;
    for (std::size_t k = i; k < line_.words.size() && k < i + 14; ++k) {
      if (k > i) {
        const auto between = slice(line_.text, {line_.words[k - 1].end, line_.words[k].begin});
        if (between != " " && between != "-" && between != " (" && between != ") " && between != "/") break;
      }
      const bool capital = starts_upper(line_.word(k)) || std::isdigit(static_cast<unsigned char>(line_.word(k).front()));
      const auto f = line_.folded(k);
      if (line_.is_instrument(f) && capital)
        external = true, head = k;
      else if (is_document_noun(f) && capital && !external)
        head = k;
      else if (k > i && capital && head == line_.words.size() && names_division(f) &&
               !read_reference_item(line_, line_.skip_spaces(line_.words[k].end), f))
        head = k;  // "the Metering Operations Schedule"
      if (!capital && f != "of" && f != "and" && f != "for" && f != "the" && f != "on" && f != "in" &&
          !(head == line_.words.size() && joins_title(f)))
        break;
      if (capital) end = k + 1;
    }
    if (end == i) return lower_case_document(i, to_or_in, chain);
    if (head == line_.words.size() || head < i) return false;
    if (to_or_in && !external) return false;
    const std::string document(slice(line_.text, {line_.words[i].begin, line_.words[external ? end - 1 : head].end}));
    if (chain.document != "main body" || (document != "Code" && document != "Agreement")) name_document(document, chain);
    if (external) chain.reach = ReferenceReach::external;
    chain.end = line_.words[external ? end - 1 : head].end;
    return true;
  }

  /// "the Entry by Force Schedule", "the Move from Estimates Schedule": small words within a title.
  static bool joins_title(std::string_view folded) {
    return folded == "by" || folded == "to" || folded == "from" || folded == "with" || folded == "without" || folded == "between" || folded == "at";
  }

  /// "of that agreement", "of its licence": another text, though not by name. "of this Code" never comes here as external.
  bool lower_case_document(std::size_t i, bool to_or_in, ReferenceChain& chain) const {
    if (to_or_in) return false;
    for (std::size_t k = i; k < line_.words.size() && k < i + 4; ++k) {
      if (k > i && slice(line_.text, {line_.words[k - 1].end, line_.words[k].begin}) != " ") return false;
      const auto f = line_.folded(k);
      if (!line_.is_instrument(f) && !is_document_noun(f)) continue;
      chain.document = slice(line_.text, {line_.words[i].begin, line_.words[k].end});
      if (chain.document != "main body") chain.reach = ReferenceReach::external;
      chain.end = line_.words[k].end;
      return true;
    }
    return false;
  }

 private:
  const ReferenceLine& line_;
};

}  // namespace

ReferenceChain read_reference_chain(const ReferenceLine& line, std::uint32_t offset, bool division, bool beside) {
  return ChainReader(line).read_chain(offset, division, beside);
}

namespace {

/// Whether an id may begin with word i: its capitals go over into a figure, or a word follows that may belong to a name.
bool may_name_document(const ReferenceLine& line, std::size_t i) {
  const auto word = line.word(i);
  if (word.find_first_of("0123456789") != std::string_view::npos || word.starts_with("Code")) return true;
  if (line.at(line.words[i].end) != ' ') return true;  // "ISO/IEC", "EN-": few
  const auto next = line.at(line.words[i].end + 1);
  return (next >= '0' && next <= '9') || next == 'P' || next == 'S' || next == 'B' || next == 'E' || next == 'I';
}

}  // namespace

std::optional<std::uint32_t> document_name_end(const ReferenceLine& line, std::size_t i) {
  static const Pattern id = Pattern::literal(
      "[A-Z]{2,8}CP ?[0-9]{1,4}[A-Z]?(?:/[0-9][0-9.]*)?|[A-Z]{3,8}[0-9]{1,4}[A-Z]?|[A-Z]{2,6} Procedure [0-9]{1,4}|Codes? of Practice "
      "(?:[0-9]{1,2}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)|(?:(?:BS|EN|ISO|IEC|IEEE|ITU|ETSI)[ "
      "/-]?)+[0-9]{2,6}(?:[:-][0-9]+)*|[A-Z]{2,8}(?:SEC|REC|BSC|DCUSA|CUSC|MRA)?(?: Schedule [0-9]{1,3}[A-Z]?| Section [A-Z]{1,2}\\b)");
  const auto word = line.word(i);
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (word.size() < 2 || !upper(word[0]) || (!upper(word[1]) && !word.starts_with("Code"))) return std::nullopt;  // nothing else begins a name
  if (!may_name_document(line, i)) return std::nullopt;
  const auto found = id.match_at(line.text, line.words[i].begin);
  if (!found || !at_word_edge(line.text, found->span.end)) return std::nullopt;
  return found->span.end;
}

std::string capitalised(std::string_view keyword) {
  std::string out(keyword);
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

}  // namespace dovetail
