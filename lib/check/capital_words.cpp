// Tables of words, and nothing else.
#include "check/capital_words.h"

#include "base/word_table.h"

namespace dovetail {
namespace {

constexpr WordTable joining{"of", "and", "for", "the", "to", "in", "on", "per"};

// clang-format off
constexpr WordTable openers{
    "the", "a", "an", "each", "every", "any", "all", "no", "where", "when", "if", "this", "that", "these", "those", "such", "in", "on", "at", "by",
    "for", "from", "to", "as", "subject", "without", "upon", "following", "and", "or", "but", "its", "their", "it", "they", "is", "shall", "within",
    "before", "after", "unless", "until", "save", "except", "notwithstanding", "provided", "section", "sections", "paragraph", "paragraphs",
    "clause", "clauses", "annex", "annexes", "schedule", "schedules", "appendix", "appendices", "part", "parts", "condition", "conditions",
    "article", "articles", "step", "table", "figure", "note", "version", "not", "with", "of", "regulation", "regulations", "rule", "chapter",
    "stage", "phase", "one", "two", "both", "either", "internal", "group", "pursuant", "please", "see", "only", "there", "which", "who", "what",
    "how", "why", "whether", "once", "further", "nothing", "neither", "nor", "none", "between", "during", "while", "whilst", "since", "whenever",
    "wherever", "although", "though", "despite", "because", "however", "also", "thereafter", "otherwise", "against", "over", "under", "via", "per",
    "across", "through", "throughout", "along", "among", "amongst", "about", "above", "below", "beside", "instead", "into", "onto", "off", "out",
    "up", "then", "thus", "accordingly", "here", "some", "most", "many", "few", "other", "others", "another", "several", "too", "very", "given",
    "depending", "unlike", "like", "than"};

constexpr WordTable outside{
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "great", "britain", "england", "wales", "scotland", "northern", "ireland", "united",
    "kingdom", "european", "union", "london", "majesty", "king", "queen", "government", "agency", "inspectorate", "hm", "scottish", "welsh", "irish",
    "met", "uk", "square", "street", "road", "avenue", "association", "institute", "institution", "society", "universities", "federation",
    "ombudsman", "commission", "chartered", "royal", "national", "tribunal", "ministry", "treasury", "rail", "councils", "parliament", "greenwich",
    "british", "summer", "christmas", "easter", "act", "acts", "boxing", "directive", "department", "university", "ministers", "commons", "lords",
    "council", "borough", "parish", "senedd", "bishop", "lord", "assent", "privy", "ofgem", "limited", "ltd", "plc", "crown", "court", "establishment", "alliance", "consortium", "international", "clerk", "st", "technologies", "holdings", "english",
    "iec", "iso", "dear", "alpha", "beta", "gamma", "french", "german", "dutch", "belgian", "norwegian", "danish", "spanish", "italian", "american"};
// clang-format on

constexpr WordTable bodies{"institute",  "institution",  "association", "federation", "society",
                           "university", "universities", "ministry",    "department"};
constexpr WordTable common_bodies{"office", "house", "centre", "agency", "board", "council", "bureau"};
constexpr WordTable companies{"plc", "limited", "ltd", "llp", "inc", "incorporated", "gmbh", "cic"};
constexpr WordTable verbs{"shall", "may", "must", "will", "is", "are", "has", "have", "can", "does", "do", "was"};

}  // namespace

bool joins_names(std::string_view folded) { return joining.contains(folded); }
bool opens_sentences(std::string_view folded) { return openers.contains(folded); }
bool is_of_world_outside(std::string_view folded) { return outside.contains(folded); }
bool is_kind_of_body(std::string_view folded) { return bodies.contains(folded) || common_bodies.contains(folded); }
bool is_common_kind_of_body(std::string_view folded) { return common_bodies.contains(folded); }
bool is_company_ending(std::string_view folded) {
  if (folded.ends_with("'s")) folded.remove_suffix(2);
  return companies.contains(folded);
}
bool is_verb_of_subject(std::string_view word) { return verbs.contains(word); }

}  // namespace dovetail
