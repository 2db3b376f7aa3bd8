// Tables of words; a new one is one line.
#include "compile/reference_words.h"

#include <array>
#include <unordered_map>

#include "base/word_table.h"

namespace dovetail {
namespace {

struct Row {
  std::string_view word, singular;
  bool plural;
};

constexpr std::array keywords{Row{"paragraph", "paragraph", false},
                              Row{"paragraphs", "paragraph", true},
                              Row{"subparagraph", "paragraph", false},
                              Row{"subparagraphs", "paragraph", true},
                              Row{"para", "paragraph", false},
                              Row{"paras", "paragraph", true},
                              Row{"cl", "clause", false},
                              Row{"cls", "clause", true},
                              Row{"clause", "clause", false},
                              Row{"clauses", "clause", true},
                              Row{"subclause", "clause", false},
                              Row{"subclauses", "clause", true},
                              Row{"section", "section", false},
                              Row{"sections", "section", true},
                              Row{"subsection", "section", false},
                              Row{"subsections", "section", true},
                              Row{"annex", "annex", false},
                              Row{"annexes", "annex", true},
                              Row{"annexe", "annex", false},
                              Row{"schedule", "schedule", false},
                              Row{"schedules", "schedule", true},
                              Row{"appendix", "appendix", false},
                              Row{"appendices", "appendix", true},
                              Row{"appendixes", "appendix", true},
                              Row{"part", "part", false},
                              Row{"parts", "part", true},
                              Row{"condition", "condition", false},
                              Row{"conditions", "condition", true},
                              Row{"article", "article", false},
                              Row{"articles", "article", true},
                              Row{"step", "step", false},
                              Row{"steps", "step", true},
                              Row{"chapter", "chapter", false},
                              Row{"chapters", "chapter", true},
                              Row{"exhibit", "exhibit", false},
                              Row{"exhibits", "exhibit", true},
                              Row{"attachment", "attachment", false},
                              Row{"attachments", "attachment", true},
                              Row{"process", "process", false},
                              Row{"processes", "process", true},
                              Row{"rule", "rule", false},
                              Row{"rules", "rule", true},
                              Row{"regulation", "regulation", false},
                              Row{"regulations", "regulation", true},
                              Row{"footnote", "footnote", false},
                              Row{"footnotes", "footnote", true}};

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
  if (folded_word.size() < 2 || folded_word.size() > 13) return std::nullopt;
  const auto found = known.find(folded_word);
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

bool names_division(std::string_view keyword) { return divisions.contains(keyword); }
bool is_external_instrument(std::string_view folded_word) { return external.contains(folded_word); }
bool is_document_noun(std::string_view folded_word) { return documents.contains(folded_word); }
bool goes_on_after_number(std::string_view folded_word) { return after_number.contains(folded_word); }
bool is_counted(std::string_view folded_word) { return counted.contains(folded_word); }

}  // namespace dovetail
