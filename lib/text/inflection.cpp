// Rules in order; the first that fits is applied, and only one.
#include "text/inflection.h"

#include <array>
#include <utility>

#include "text/unicode.h"

namespace dovetail {
namespace {

struct Ending {
  std::string_view from, to;
  std::size_t shortest;  // of the whole word
};

// "us", "ss" and "is" end singulars; "ies" of "series" and "species" is taken with the rest, since both numbers fold alike.
// "statuses", "bonuses", "censuses", "surpluses" have an "us" in the singular; no word in "tuse", "nuse", "suse", "pluse" stands against it.
constexpr std::array endings{Ending{"tuses", "tus", 7}, Ending{"nuses", "nus", 7}, Ending{"suses", "sus", 7}, Ending{"pluses", "plus", 6},
                             Ending{"sses", "ss", 5},   Ending{"ss", "ss", 2},     Ending{"us", "us", 2},     Ending{"is", "is", 2},
                             Ending{"ies", "y", 5},     Ending{"ches", "ch", 5},   Ending{"shes", "sh", 5},   Ending{"xes", "x", 4},
                             Ending{"zes", "ze", 4},    Ending{"s", "", 3}};

// Endings of verbs and of nouns made from verbs, longest first; what stays has three letters at least.
constexpr std::array<std::string_view, 30> verbal{
    "ifications", "ification", "ifying", "ified", "ifies", "ify",  "isation", "ization", "ising", "izing", "ised", "ized", "ations", "ation", "ating",
    "ated",       "ates",      "ate",    "ments", "ment",  "ions", "ion",     "ures",    "ure",   "ing",   "ied",  "ies",  "ed",     "es",    "e"};

// What the endings alone do not bring together.
using Exchange = std::pair<std::string_view, std::string_view>;
constexpr std::array irregular{
    Exchange{"registr", "register"},   Exchange{"administr", "administer"}, Exchange{"submiss", "submit"}, Exchange{"submitt", "submit"},
    Exchange{"transmiss", "transmit"}, Exchange{"transmitt", "transmit"},   Exchange{"permiss", "permit"}, Exchange{"withdrawal", "withdraw"},
    Exchange{"withdrawn", "withdraw"}, Exchange{"applic", "appl"},          Exchange{"apply", "appl"}};

}  // namespace

std::string stem_of(std::string_view word) {
  std::string stem = fold(word);
  // "HIUs": the small s behind capitals is a plural, whatever letter stands before it.
  if (word.size() > 2 && word.back() == 's' && word[word.size() - 2] != '\'' && all_upper(word.substr(0, word.size() - 1))) {
    stem.pop_back();
    return stem;
  }
  if (stem.ends_with("'s"))
    stem.resize(stem.size() - 2);
  else if (stem.ends_with("'"))
    stem.pop_back();
  if (!stem.ends_with('s')) return stem;  // as every ending does
  for (const auto& [from, to, shortest] : endings) {
    if (stem.size() < shortest || !stem.ends_with(from)) continue;
    stem.resize(stem.size() - from.size());
    stem += to;
    break;
  }
  return stem;
}

std::string verb_root_of(std::string_view word) {
  std::string root = stem_of(word);
  for (const auto ending : verbal) {
    if (root.size() < ending.size() + 3 || !root.ends_with(ending)) continue;
    root.resize(root.size() - ending.size());
    break;
  }
  const auto n = root.size();
  if (n > 4 && root[n - 1] == root[n - 2] && root[n - 1] != 's' && root[n - 1] != 'l') root.pop_back();  // "planned" is of "plan"
  if (n > 4 && root.ends_with('e')) root.pop_back();
  for (const auto& [from, to] : irregular)
    if (root == from) return std::string(to);
  return root;
}

}  // namespace dovetail
