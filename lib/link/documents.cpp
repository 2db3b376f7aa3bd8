// Ids, aliases and names are compared whole: XBSCP901 is not BSCP901.
#include "link/documents.h"

#include <algorithm>

#include "text/unicode.h"

namespace dovetail {

std::string name_key(std::string_view name) {
  std::string key = fold_phrase(name);
  if (key.starts_with("the ")) key.erase(0, 4);
  // "XBSC Procedure 901" is how a reader says XBSCP901.
  if (const auto at = key.find(" procedure "); at != std::string::npos && at + 11 < key.size() && key[at + 11] >= '0' && key[at + 11] <= '9')
    key.replace(at, 11, "p");
  std::erase_if(key, [](char c) { return c == ' ' || c == '-'; });
  return key;
}

bool stands_for_itself(const Input& input) {
  if (input.role == InputRole::draft) return true;
  return input.role == InputRole::live_text && input.entry && input.entry->path == input.path;
}

DocumentIndex::DocumentIndex(const Review& review) : review_(review) {
  for (std::size_t i = 0; i < review.inputs.size(); ++i) {
    const auto id = Table<Unit>::id_at(i);
    const auto& unit = review.units[id];
    if (!stands_for_itself(review.inputs[i]) || !unit.has_body) continue;
    std::vector<std::string> names = unit.aliases;
    names.push_back(unit.id);
    if (words(unit.title).size() > 1)  // "the Metering Operations Schedule"
      for (const auto* kind : {" Schedule", " Annex", " Section", " Procedure"}) names.push_back(unit.title + kind);
    for (const auto& name : names)
      if (!name_key(name).empty()) units_[name_key(name)].push_back(id);
    if (!unit.code.empty() && !unit.id.empty()) units_[name_key(unit.code + " " + unit.id)].push_back(id);
  }
  for (const auto& code : review.project.codes) {
    codes_[name_key(code.id)] = code.id;
    if (!code.name.empty()) codes_[name_key(code.name)] = code.id;
    for (const auto& alias : code.aliases) codes_.try_emplace(name_key(alias), code.id);
  }
  for (const auto& entry : review.project.documents) {
    if (entry.role != DocumentRole::registered && entry.role != DocumentRole::retired) continue;
    for (const auto& name : entry.aliases) unloaded_[name_key(name)] = entry.role == DocumentRole::retired;
    unloaded_[name_key(entry.id)] = entry.role == DocumentRole::retired;
  }
}

Named DocumentIndex::find(std::string_view name, Id<Unit> from) const {
  auto key = name_key(name);
  Named named;
  const auto& own_code = review_.units[from].code;
  if (key == "mainbody" && !own_code.empty()) key = name_key(own_code + " main body");
  if (!units_.contains(key) && key.size() > 8 && key.ends_with("mainbody") && codes_.contains(key.substr(0, key.size() - 8)))
    key.resize(key.size() - 8);
  if ((key == "code" || key == "agreement") && !own_code.empty()) key = name_key(own_code);  // every code calls itself the Code
  if (const auto found = units_.find(key); found != units_.end()) {
    const auto& code = review_.units[from].code;
    const auto same_code = std::find_if(found->second.begin(), found->second.end(), [&](Id<Unit> u) { return review_.units[u].code == code; });
    // Every code has a Section A and a Schedule 1: such a name alone never means another code's.
    const bool common = key.starts_with("section") || key.starts_with("schedule") || key.starts_with("annex") || key.starts_with("appendix") ||
                        key.starts_with("part");
    const auto& other = review_.units[found->second.front()].code;
    if (same_code != found->second.end())
      named.unit = *same_code;
    else if (!common || code.empty() || other.empty())
      named.unit = found->second.front();
    if (named.unit) return named;
  }
  if (const auto code = codes_.find(key); code != codes_.end()) named.code = code->second;
  if (const auto unloaded = unloaded_.find(key); unloaded != unloaded_.end()) named.known = true, named.retired = unloaded->second;
  return named;
}

std::vector<Id<Unit>> DocumentIndex::of_code(std::string_view code) const {
  std::vector<Id<Unit>> units;
  for (std::size_t i = 0; i < review_.inputs.size(); ++i) {
    const auto id = Table<Unit>::id_at(i);
    if (stands_for_itself(review_.inputs[i]) && review_.units[id].has_body && review_.units[id].code == code) units.push_back(id);
  }
  return units;
}

}  // namespace dovetail
