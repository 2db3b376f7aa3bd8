// Names of the world outside, and whatever the project calls its codes, documents and the things of its design.
#include "check/known_names.h"

#include <array>

#include "check/make_finding.h"
#include "text/inflection.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Bodies and documents of the world outside whose names are made of such words.
constexpr std::array outside{"Gas and Electricity Markets Authority",
                             "Competition and Markets Authority",
                             "Health and Safety Executive",
                             "Grid Code",
                             "Distribution Code",
                             "Uniform Network Code",
                             "Smart Energy Code",
                             "Retail Energy Code",
                             "Balancing and Settlement Code",
                             "Connection and Use of System Code",
                             "Distribution Connection and Use of System Agreement",
                             "System Operator Transmission Owner Code",
                             "Independent Gas Transporters Uniform Network Code",
                             "Information Commissioner",
                             "Royal Mail",
                             "Companies House"};

/// Whether a meaning is the long form of an abbreviation, not a sentence about it ("R03": Reading below the last one).
bool is_expansion(const Definition& definition) {
  if (definition.form == DefinitionForm::gloss) return true;
  if (definition.form != DefinitionForm::acronym || definition.term.find_first_of("0123456789") != std::string::npos) return false;
  return !definition.meaning.empty() && fold(definition.meaning.substr(0, 1)) == fold(definition.term.substr(0, 1));
}

/// "SMETS" means the Smart Metering Equipment Technical Specifications designated by …: the words at the start whose initials are the letters.
std::string expansion_in(const Definition& definition) {
  if (!all_upper(definition.term) || definition.term.size() < 3) return {};
  const auto all = words(definition.meaning);
  for (std::size_t first = 0; first < all.size() && first < 4; ++first) {
    std::size_t letter = 0, k = first;
    for (; k < all.size() && letter < definition.term.size(); ++k) {
      const auto word = slice(definition.meaning, all[k]);
      if (starts_upper(word) && fold(word.substr(0, 1)) == fold(definition.term.substr(letter, 1)))
        ++letter;
      else if (!starts_lower(word) || k == first)
        break;
    }
    if (letter == definition.term.size()) return definition.meaning.substr(all[first].begin, all[k - 1].end - all[first].begin);
  }
  return {};
}

/// Headings that a text may cite without marks are sentences of a kind; two words in capitals are the name of the thing below them.
bool is_cited_whole(const std::string& heading) {
  std::size_t capitals = 0, small = 0;
  for (const auto span : words(heading)) (starts_upper(slice(heading, span)) ? capitals : small) += 1;
  return capitals >= 2 && capitals + small >= 4;
}

}  // namespace

KnownNames::KnownNames(const Review& review) {
  for (const auto* name : outside) add(name);
  for (const auto& vocabulary : review.vocabularies) {
    for (const auto& name : vocabulary.never) add(name);
    acronyms_.insert(vocabulary.acronyms.begin(), vocabulary.acronyms.end());
  }
  for (const auto& code : review.project.codes) {
    add(code.id), add(code.name);
    for (const auto* part : {" Procedure", " Schedule", " Section", " Annex", " Party"}) add(code.id + part);
    for (const auto& alias : code.aliases) add(alias);
  }
  for (const auto& entry : review.project.documents) {
    add(entry.id), add(entry.title);
    for (const auto& alias : entry.aliases) add(alias);
  }
  for (const auto& unit : review.units) {
    add(unit.id), add(unit.title);
    for (const auto& definition : unit.definitions)  // what an acronym stands for is a name that is explained
      if (is_expansion(definition))
        add(definition.meaning);
      else
        add(expansion_in(definition));
    for (const auto& item : unit.items)
      for (const auto& [key, value] : item.record.fields)
        if (key == "name" || key == "title" || key == "role" || key == "aliases" || key == "synonyms" || key == "data_item_name" ||
            key == "lane_role" || key == "scenario")
          add_each(value);
    for (const auto& record : unit.records)
      for (const auto& [key, value] : record.fields)
        if (key == "name" || key == "title" || key == "role" || key == "aliases" || key == "topic" || key == "owner") add_each(value);
    for (const auto& provision : unit.provisions)
      for (const auto& heading : provision.heading)
        if (is_cited_whole(heading)) add(heading);
  }
}

void KnownNames::add(std::string_view phrase) {
  const auto text = normalise(phrase);
  const auto all = words(text);
  std::string stems;
  for (const auto span : all) {
    const auto stem = stem_of(slice(text, span));
    if (stems.empty())
      first_words_.insert(stem);
    else
      beginnings_.insert(stems);
    append(stems, stem);
  }
  if (stems.empty()) return;
  longest_ = std::max(longest_, std::min<std::size_t>(all.size(), 16));
  phrases_.insert(std::move(stems));
}

bool KnownNames::holds_phrase(const std::vector<std::string>& stems) const {
  std::string joined;
  for (const auto& stem : stems) append(joined, stem);
  return phrases_.contains(joined);
}

bool KnownNames::is_known_by_initials(std::string_view phrase) const {
  std::string initials;
  for (const auto span : words(phrase))
    if (const auto word = slice(phrase, span); starts_upper(word)) initials += word.front();
  return initials.size() >= 4 && acronyms_.contains(initials);
}

void KnownNames::add_each(std::string_view values) {
  for (std::size_t begin = 0; begin <= values.size();) {
    const auto end = std::min(values.find_first_of(";,", begin), values.size());
    add(values.substr(begin, end - begin));
    begin = end + 1;
  }
  add(values);
}

std::string document_and_code(const Unit& unit) {
  const auto name = document_name(unit);
  return unit.code.empty() || unit.code == name ? name : name + " and " + unit.code;
}

}  // namespace dovetail
