// Wordings of time limits that mean another, plainer one.
#include "compile/when_synonyms.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace dovetail {
namespace {

struct Meaning {
  std::string_view plain;     // what stands for them
  std::string_view wordings;  // tokens as folded, wordings separated by "|"
};

constexpr std::array meanings{
    Meaning{"promptly",
            "without undue delay|without unreasonable delay|without delay|as soon as reasonably practical|as soon as is reasonably possible|"
            "as soon as it is able|as soon as it is reasonably able|at the earliest opportunity|at the earliest possible opportunity|shortly|"
            "as soon as it reasonably can|as soon as can be|as soon as it is reasonably practicable|as soon as it is practicable"},
    Meaning{"immediately", "forthwith|straight away|straightaway|at once|with immediate effect|instantly|in real time|in real - time"},
    Meaning{
        "at the same time as",
        "at the same time as|simultaneously with|together with|in conjunction with|alongside|coincident with|contemporaneously with|at the time of|"
        "same time as|at the same time with|concurrently to|simultaneous with|as at the time of"},
    Meaning{
        "on or before",
        "on or before|on or prior to|at or before|at or prior to|before or on|prior to or on|by or before|up to and including|by and including|on or "
        "earlier than"},
    Meaning{
        "no later than",
        "in no event later than|in no case later than|by not later than|by no later than|no later|not later|by the latest on|at the very latest by|"
        "at the latest by|at the latest on|at latest by|no later than by|no later than on|at the latest ,"},
    Meaning{"no later than", "no later than|not later than"},
    Meaning{"within",
            "not exceeding|in no more than|in not more than|in less than|in under|in a maximum of|within a maximum of|within no more than|within not "
            "more than|within at most|in at most|inside|not to exceed|in a period not exceeding|within a period not exceeding"},
    Meaning{"no more than", "at most|no longer than|not longer than|not more than"},
    Meaning{"not before", "not until|not any earlier than|no sooner than|not sooner than"},
    Meaning{"after", "at any time after|any time after"},
    Meaning{"before", "at any time before|any time before|at any time prior to|any time prior to"},
    Meaning{"on", "in response to"},
    Meaning{"quarterly", "each quarter ,|every quarter ,"},
    Meaning{"from", "with effect from|effective from|starting from|commencing on|commencing from|beginning on|starting on|as from"},
    Meaning{"daily", "on a daily basis|once a day|once per day|once each day|once every day|once daily"},
    Meaning{"weekly", "on a weekly basis|once a week|once per week|once each week|once every week|once weekly"},
    Meaning{"monthly", "on a monthly basis|once a month|once per month|once each month|once every month|once monthly|once per calendar month"},
    Meaning{"quarterly", "on a quarterly basis|once a quarter|once per quarter|once each quarter|once every quarter"},
    Meaning{"annually", "on an annual basis|on a yearly basis|once a year|once per year|once each year|once every year|yearly|per annum"},
    Meaning{"at least", "no less frequently than|not less frequently than|not less often than|no less often than"},
    Meaning{"noon", "12 noon|12:00 noon|12 midday|12:00 midday|12 pm noon"},
    Meaning{"midnight", "12 midnight|24:00 midnight"},
    Meaning{"30 minutes", "half an hour|a half hour|a half - hour"},
    Meaning{"90 minutes", "one and a half hours|1 and a half hours|an hour and a half"},
    Meaning{"2 weeks", "a fortnight|one fortnight|1 fortnight"},
    Meaning{
        "whichever is the earlier",
        "whichever occurs first|whichever comes first|whichever is first|whichever is the first|whichever is the first to occur|whichever first "
        "occurs|whichever is the earliest|whichever is earliest|whichever occurs earlier|whichever occurs sooner|whichever happens first|whichever "
        "is the sooner|whichever is sooner|whichever is earlier|whichever occurs earliest|whichever is the soonest|whichever the earlier"},
    Meaning{
        "whichever is the later",
        "whichever occurs last|whichever is last|whichever is the last|whichever is the latest|whichever is latest|whichever occurs later|whichever "
        "comes last|whichever is later|whichever happens last|whichever the later"},
    Meaning{"or if later", "or , if later ,|or ( if later )|or , if this is later ,|or , where later ,"},
    Meaning{"or if earlier", "or , if earlier ,|or ( if earlier )|or , if sooner ,|or if sooner|or , where earlier ,"},
    Meaning{"close of business",
            "close of business|cob|close of play|end of business|close of the business day|close of normal business|close of business hours"},
    Meaning{"the end of the day", "end of day|eod|the end of day"},
    Meaning{"the end of the", "the close of the"},
    Meaning{"month", "calendar month"},
    Meaning{"months", "calendar months"},
    Meaning{"quarter", "calendar quarter"},
    Meaning{"year", "calendar year"},
    Meaning{"week", "calendar week"},
    Meaning{"following", "immediately following"},
    Meaning{"after", "immediately after"},
    Meaning{"before", "immediately before|immediately preceding|immediately prior to"},
    Meaning{"whenever", "each time|every time|on each occasion that|on each occasion when|on every occasion that|each and every time"}};

using Words = std::vector<WhenToken>;
using SynonymTable = std::map<std::string_view, std::vector<std::pair<std::vector<std::string_view>, Words>>>;  // by first word; the longest first

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

SynonymTable make_table() {
  SynonymTable table;
  for (const Meaning& meaning : meanings)
    for (const std::string_view wording : split(meaning.wordings, '|')) {
      auto words = split(wording, ' ');
      table[words.front()].emplace_back(std::move(words), when_tokens(meaning.plain));
    }
  for (auto& [first, all] : table)
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  return table;
}

bool stands(const Words& tokens, std::size_t at, const std::vector<std::string_view>& words) {
  if (at + words.size() > tokens.size()) return false;
  for (std::size_t n = 0; n < words.size(); ++n)
    if (tokens[at + n].folded != words[n]) return false;
  return true;
}

bool begins_clause(const Words& tokens, std::size_t at) {
  if (at == 0) return true;
  const std::string& before = tokens[at - 1].folded;
  return before == "," || before == ";" || before == "." || before == "or" || before == "and" || before == "but";
}

}  // namespace

void replace_synonyms(std::vector<WhenToken>& tokens) {
  static const SynonymTable table = make_table();
  Words plain;
  for (std::size_t at = 0; at < tokens.size();) {
    const auto known = table.find(tokens[at].folded);
    bool replaced = false;
    // "Immediately after 3.1.2" is no "after", and an "Effective From Date" no "from".
    const std::string& word = tokens[at].folded;
    const bool kept = word == "immediately" ? begins_clause(tokens, at) : word == "effective" && !begins_clause(tokens, at);
    if (known != table.end() && !kept)
      for (const auto& [words, meaning] : known->second)
        if (stands(tokens, at, words)) {
          plain.insert(plain.end(), meaning.begin(), meaning.end());
          at += words.size();
          replaced = true;
          break;
        }
    if (!replaced) plain.push_back(std::move(tokens[at++]));
  }
  tokens = std::move(plain);
}

}  // namespace dovetail
