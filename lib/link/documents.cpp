// Ids, aliases and names are compared whole: XBSCP901 is not BSCP901.
#include "link/documents.h"

#include <algorithm>

#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// "xbscp" of "xbscp902": the letters of an id that is letters and a number; empty for other names.
std::string family_of(const std::string& key) {
  const auto digit = key.find_first_of("0123456789");
  if (digit == std::string::npos || digit < 3 || key.find_first_not_of("0123456789", digit) != std::string::npos) return {};
  const auto letters = key.substr(0, digit);
  const bool word = letters == "schedule" || letters == "section" || letters == "appendix" || letters == "annex" || letters == "part";
  return word || letters.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos ? std::string() : letters;
}

}  // namespace

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
    if (review.inputs[i].role == InputRole::baseline && unit.has_body)
      for (std::size_t n = 0; n < review.units.size(); ++n)
        if (const auto draft = Table<Unit>::id_at(n);
            review.units[draft].document == review.inputs[i].baseline_of && !review.units[draft].has_changes)
          before_.try_emplace(draft, id);
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
    const bool loaded = entry.role != DocumentRole::registered && entry.role != DocumentRole::retired;
    add_registered({entry.id, entry.title, entry.code, entry.role == DocumentRole::retired}, entry.aliases, loaded);
  }
  add_register_rows();
}

Id<Unit> DocumentIndex::before(Id<Unit> unit) const {
  const auto found = before_.find(unit);
  return found == before_.end() ? unit : found->second;
}

void DocumentIndex::add_registered(const RegisteredDocument& document, const std::vector<std::string>& aliases, bool loaded) {
  const auto key = name_key(document.id);
  if (key.empty()) return;
  const auto known = entries_.find(key);
  const auto id = known == entries_.end() ? registered_.add(document) : known->second;
  if (registered_[id].title.empty()) registered_[id].title = document.title;
  registered_[id].retired = registered_[id].retired || document.retired;
  auto names = aliases;
  names.push_back(document.id);
  for (const auto& name : names) {
    entries_.try_emplace(name_key(name), id);
    if (!loaded && !units_.contains(name_key(name))) unloaded_[name_key(name)] = registered_[id].retired;
  }
  if (const auto family = family_of(key); !loaded && !family.empty()) families_.insert(family);
}

void DocumentIndex::add_register_rows() {
  for (const auto& unit : review_.units)
    for (const auto& record : unit.records) {
      if (record.kind != "documents" || record.struck) continue;
      const bool retired = fold_phrase(record.field("status")) == "retired";
      add_registered({std::string(record.field("id")), std::string(record.field("title")), std::string(record.field("code")), retired},
                     split_values(record.field("aliases")), false);
    }
}

bool DocumentIndex::is_unlisted(const std::string& key) const {
  const auto family = family_of(key);
  return !family.empty() && families_.contains(family) && !entries_.contains(key);
}

Named DocumentIndex::find(std::string_view name, Id<Unit> from) const {
  auto key = name_key(name);
  Named named;
  const auto& own_code = review_.units[from].code;
  if (key == "mainbody" && !own_code.empty()) key = name_key(own_code + " main body");
  if (!units_.contains(key) && key.size() > 8 && key.ends_with("mainbody") && codes_.contains(key.substr(0, key.size() - 8)))
    key.resize(key.size() - 8);
  if ((key == "code" || key == "agreement") && !own_code.empty()) key = name_key(own_code);  // every code calls itself the Code
  // "Section E" said in the XSEC, and "the Section E of the XSEC": its id may bear the code's name.
  if (const auto with_code = name_key(own_code) + key; !own_code.empty() && !units_.contains(key) && units_.contains(with_code)) key = with_code;
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
  }
  if (const auto entry = entries_.find(key); entry != entries_.end()) named.registered = entry->second;
  if (!named.unit) named.unit = of_named_code(key);
  if (named.unit) return named;
  if (const auto code = codes_.find(key); code != codes_.end()) named.code = code->second;
  if (const auto unloaded = unloaded_.find(key); unloaded != unloaded_.end()) named.known = true, named.retired = unloaded->second;
  if (!named.known && named.code.empty()) named.unlisted = is_unlisted(key);
  return named;
}

Id<Unit> DocumentIndex::of_named_code(const std::string& key) const {
  for (const auto& [name, code] : codes_) {
    if (key.size() <= name.size() || !key.starts_with(name)) continue;
    const auto found = units_.find(key.substr(name.size()));
    if (found == units_.end()) continue;
    for (const auto unit : found->second)
      if (review_.units[unit].code == code) return unit;
  }
  return {};
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
