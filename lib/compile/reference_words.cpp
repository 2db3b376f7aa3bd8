// Tables of words; a new one is one line.
#include "compile/reference_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/ascii.h"
#include "base/word_table.h"
#include "model/neighbour.h"

namespace dovetail {
namespace {

struct KeywordRow {
  std::string_view word, singular;
  bool plural;
};

constexpr std::array keywords{KeywordRow{"paragraph", "paragraph", false},
                              KeywordRow{"paragraphs", "paragraph", true},
                              KeywordRow{"subparagraph", "paragraph", false},
                              KeywordRow{"subparagraphs", "paragraph", true},
                              KeywordRow{"para", "paragraph", false},
                              KeywordRow{"paras", "paragraph", true},
                              KeywordRow{"cl", "clause", false},
                              KeywordRow{"cls", "clause", true},
                              KeywordRow{"clause", "clause", false},
                              KeywordRow{"clauses", "clause", true},
                              KeywordRow{"subclause", "clause", false},
                              KeywordRow{"subclauses", "clause", true},
                              KeywordRow{"section", "section", false},
                              KeywordRow{"sections", "section", true},
                              KeywordRow{"subsection", "section", false},
                              KeywordRow{"subsections", "section", true},
                              KeywordRow{"annex", "annex", false},
                              KeywordRow{"annexes", "annex", true},
                              KeywordRow{"annexe", "annex", false},
                              KeywordRow{"schedule", "schedule", false},
                              KeywordRow{"schedules", "schedule", true},
                              KeywordRow{"appendix", "appendix", false},
                              KeywordRow{"appendices", "appendix", true},
                              KeywordRow{"appendixes", "appendix", true},
                              KeywordRow{"part", "part", false},
                              KeywordRow{"parts", "part", true},
                              KeywordRow{"condition", "condition", false},
                              KeywordRow{"conditions", "condition", true},
                              KeywordRow{"article", "article", false},
                              KeywordRow{"articles", "article", true},
                              KeywordRow{"step", "step", false},
                              KeywordRow{"steps", "step", true},
                              KeywordRow{"chapter", "chapter", false},
                              KeywordRow{"chapters", "chapter", true},
                              KeywordRow{"exhibit", "exhibit", false},
                              KeywordRow{"exhibits", "exhibit", true},
                              KeywordRow{"attachment", "attachment", false},
                              KeywordRow{"attachments", "attachment", true},
                              KeywordRow{"process", "process", false},
                              KeywordRow{"processes", "process", true},
                              KeywordRow{"rule", "rule", false},
                              KeywordRow{"rules", "rule", true},
                              KeywordRow{"regulation", "regulation", false},
                              KeywordRow{"regulations", "regulation", true},
                              KeywordRow{"footnote", "footnote", false},
                              KeywordRow{"footnotes", "footnote", true}};

constexpr std::size_t longest_keyword = 13;  // "subparagraphs"

constexpr WordTable divisions{"annex", "schedule", "appendix", "part", "chapter", "exhibit", "attachment"};

constexpr WordTable external{"act",        "acts",      "regulations", "regulation", "order",    "orders",  "directive",
                             "directives", "guideline", "guidelines",  "licence",    "licences", "license", "condition",
                             "conditions", "treaty",    "convention",  "statute",    "rules",    "article", "articles"};

constexpr WordTable documents{"agreement", "agreements",   "code",      "codes",      "procedure",    "procedures", "specification",
                              "standard",  "standards",    "statement", "document",   "documents",    "policy",     "terms",
                              "contract",  "deed",         "scheme",    "manual",     "methodology",  "plan",       "protocol",
                              "guidance",  "guide",        "report",    "decision",   "direction",    "directions", "notice",
                              "catalogue", "arrangements", "framework", "memorandum", "constitution", "body"};

constexpr WordTable counted{"working",    "business", "calendar", "day",   "days",    "wd",     "cd",      "week",   "weeks",   "month",
                            "months",     "year",     "years",    "hour",  "hours",   "minute", "minutes", "second", "seconds", "per",
                            "percent",    "mw",       "kw",       "kva",   "kwh",     "mwh",    "gwh",     "kv",     "volts",   "pence",
                            "settlement", "half",     "metres",   "metre", "km",      "mm",     "cm",      "miles",  "litres",  "tonnes",
                            "kilograms",  "kg",       "degrees",  "amps",  "amperes", "hz",     "cubic",   "square", "million", "billion",
                            "therms",     "pounds",   "copies",   "times", "parties", "meters", "sites",   "other",  "or",      "of"};

constexpr WordTable after_number{"and",      "or",        "of",
                                 "to",       "above",     "below",
                                 "shall",    "is",        "are",
                                 "was",      "were",      "will",
                                 "may",      "must",      "apply",
                                 "applies",  "in",        "for",
                                 "as",       "where",     "when",
                                 "if",       "unless",    "with",
                                 "by",       "but",       "on",
                                 "at",       "from",      "under",
                                 "has",      "have",      "do",
                                 "does",     "can",       "not",
                                 "only",     "inclusive", "respectively",
                                 "save",     "except",    "subject",
                                 "provided", "which",     "that",
                                 "so",       "survive",   "survives",
                                 "the",      "then",      "hereof",
                                 "thereof",  "this",      "these",
                                 "any",      "each",      "it",
                                 "such",     "cannot",    "would",
                                 "should",   "also",      "thereafter",
                                 "until",    "before",    "after",
                                 "who",      "whose",     "through",
                                 "together", "read",      "into",
                                 "without",  "bind",      "binds",
                                 "prevail",  "prevails",  "govern",
                                 "governs",  "limit",     "limits",
                                 "affect",   "affects",   "set",
                                 "sets",     "give",      "gives",
                                 "require",  "requires",  "provide",
                                 "provides", "describe",  "describes",
                                 "say",      "says",      "end",
                                 "ends",     "cover",     "covers",
                                 "concern",  "concerns",  "refer",
                                 "refers",   "deal",      "deals",
                                 "relate",   "relates",   "contain",
                                 "contains", "operate",   "operates",
                                 "continue", "continues", "cease",
                                 "ceases",   "come",      "comes",
                                 "take",     "takes",     "permit",
                                 "permits",  "allow",     "allows",
                                 "prohibit", "oblige",    "save",
                                 "apart",    "whichever", "notwithstanding",
                                 "hold",     "holds",     "remain",
                                 "remains",  "state",     "states",
                                 "specify",  "specifies", "define",
                                 "defines",  "upon",      "between",
                                 "during",   "within",    "against",
                                 "because",  "having",    "being"};

}  // namespace

std::optional<KeywordWord> keyword_of(std::string_view folded_word) {
  static const std::unordered_map<std::string_view, KeywordWord> known = [] {
    std::unordered_map<std::string_view, KeywordWord> map;
    for (const auto& row : keywords) map.emplace(row.word, KeywordWord{row.singular, row.plural});
    return map;
  }();
  if (folded_word.size() < 2 || folded_word.size() > longest_keyword) return std::nullopt;
  const auto found = known.find(folded_word);
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

bool is_shortened(std::string_view word) {
  static constexpr WordTable words{"cl", "cls", "Cl", "Cls", "para", "paras", "Para", "Paras"};
  return words.contains(word);
}

namespace {

/// Where the first three letters of a word stand in a table of bits, in either case; letters that differ may share a place with other bytes.
constexpr std::size_t place_of(std::string_view word) {
  std::size_t place = 0;
  for (std::size_t i = 0; i < 3; ++i) place = (place << 5U) | (static_cast<unsigned char>(word[i]) & 31U);
  return place;
}

/// The bits of all keywords of three letters or more: a word whose bit is not set is none.
constexpr auto beginnings = [] {
  std::array<std::uint64_t, (1U << 15U) / 64> bits{};
  for (const auto& row : keywords)
    if (row.word.size() > 2) bits[place_of(row.word) / 64] |= std::uint64_t{1} << (place_of(row.word) % 64);
  return bits;
}();

bool begins_as_keyword(std::string_view word) {
  const auto place = place_of(word);
  return ((beginnings[place / 64] >> (place % 64)) & 1U) != 0;
}

}  // namespace

bool is_keyword_like(std::string_view word) {
  if (word.size() < 3) return word.size() == 2 && is_shortened(word);
  if (word.size() > longest_keyword || !begins_as_keyword(word)) return false;
  if (word.size() == 3) return is_shortened(word) || equal_in_any_case(word, "sub");
  std::array<char, longest_keyword> lower{};
  std::transform(word.begin(), word.end(), lower.begin(), to_lower);
  return keyword_of({lower.data(), word.size()}).has_value();
}

bool names_division(std::string_view keyword) { return divisions.contains(keyword); }
bool is_external_instrument(std::string_view folded_word) { return external.contains(folded_word); }
bool is_document_noun(std::string_view folded_word) { return documents.contains(folded_word); }
bool goes_on_after_number(std::string_view folded_word) { return after_number.contains(folded_word); }
std::string_view neighbour_side(std::string_view folded_word) {
  static constexpr WordTable before{"preceding", "previous", "foregoing"};
  static constexpr WordTable behind{"following", "next", "succeeding"};
  return before.contains(folded_word) ? preceding_neighbour : behind.contains(folded_word) ? following_neighbour : std::string_view();
}

bool is_nearness(std::string_view folded_word) {
  static constexpr WordTable words{"immediately", "directly", "next", "last"};
  return words.contains(folded_word);
}

bool is_code_initials(std::string_view word) {
  static constexpr WordTable codes{"BSC", "REC", "DCUSA", "SEC", "CUSC", "MRA", "SPAA", "UNC"};
  return codes.contains(word.starts_with('X') ? word.substr(1) : word);
}

bool is_counted(std::string_view folded_word) { return counted.contains(folded_word); }

}  // namespace dovetail
