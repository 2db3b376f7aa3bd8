// Names of messages and data items that stand in a text beside the role that must act: a low grade of evidence.
#include <algorithm>
#include <set>

#include "link/evidence.h"
#include "model/locate.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// An atom that a name stands for, and the roles of which one must be there too; empty for none.
struct Wanted {
  const Item* atom;
  std::vector<std::string> roles;
};

struct Phrase {
  std::vector<std::uint32_t> words;
  std::vector<Wanted> wanted;
};

/// A word as names are compared: folded, without the ending of the plural.
std::string name_word(std::string_view word) {
  std::string folded = fold(word);
  if (folded.size() > 3 && folded.ends_with('s') && !folded.ends_with("ss")) folded.pop_back();
  return folded;
}

class NamedAtoms {
 public:
  NamedAtoms(const Review& review, const RoleNames& roles, EvidenceTable& table) : review_(review), roles_(roles), table_(table) {
    std::map<std::string, std::set<std::string>> names;  // of interfaces, by id
    each_item([&](const Item& item) {
      if (item.kind == "interface" && !item.text.empty()) names[item.id].insert(item.text);
      if (item.kind == "message" && !item.record.field("local_catalogue_ref").empty())
        names[std::string(item.record.field("local_catalogue_ref"))].insert(item.text);
    });
    each_item([&](const Item& item) {
      const bool step = item.kind == "bp_step";
      if (item.kind == "interface" || item.kind == "data_item") want(item.text, {&item, {}});
      if (!step && item.kind != "requirement") return;
      const auto actors = roles_.of_design(item.record.field(step ? "lane_role" : "actor_role")).roles;
      for (const std::string& id : split_values(item.record.field("interface_ids")))
        if (const auto known = names.find(id); known != names.end() && !actors.empty())
          for (const std::string& name : known->second) want(name, {&item, actors});
    });
  }

  void look_in(const EvidenceText& text) {
    const Unit& unit = review_.units[text.unit];
    if (phrases_.empty()) return;
    constexpr std::uint32_t unknown = 0xFFFFFFFF;
    std::vector<std::uint32_t> known(unit.forms.size(), unknown);
    for (std::size_t n = 0; n < unit.forms.size(); ++n)
      if (const auto number = numbers_.find(name_word(unit.forms[n])); number != numbers_.end()) known[n] = number->second;
    std::vector<const Word*> words;
    for (const Word& word : unit.words)
      if (word.is(text.view, Word::here)) words.push_back(&word);
    for (std::size_t n = 0; n < words.size(); ++n) {
      const auto starting = by_first_.find(known[words[n]->form]);
      if (starting == by_first_.end()) continue;
      const Phrase* longest = nullptr;  // "Exchange request response" is no exchange request
      for (const std::uint32_t p : starting->second)
        if ((longest == nullptr || phrases_[p].words.size() > longest->words.size()) && stands_at(phrases_[p], words, n, known))
          longest = &phrases_[p];
      if (longest == nullptr) continue;
      found(text, *longest, words[n]->begin);
      n += longest->words.size() - 1;
    }
  }

 private:
  template <class F>
  void each_item(F use) {
    for (std::uint32_t n = 0; n < review_.inputs.size(); ++n)
      if (review_.inputs[n].role == InputRole::design)
        for (const Item& item : review_.units[Id<Unit>(n)].items) use(item);
  }

  void want(const std::string& name, Wanted wanted) {
    const std::string text = normalise(name);
    std::vector<std::uint32_t> words;
    for (const Span word : dovetail::words(text))
      words.push_back(numbers_.try_emplace(name_word(slice(text, word)), static_cast<std::uint32_t>(numbers_.size())).first->second);
    if (words.size() < 2) return;  // a single word is said of many things
    const auto [place, fresh] = by_words_.try_emplace(words, static_cast<std::uint32_t>(phrases_.size()));
    if (fresh) {
      by_first_[words.front()].push_back(place->second);
      phrases_.push_back({words, {}});
    }
    phrases_[place->second].wanted.push_back(std::move(wanted));
  }

  static bool stands_at(const Phrase& phrase, const std::vector<const Word*>& words, std::size_t at, const std::vector<std::uint32_t>& known) {
    if (at + phrase.words.size() > words.size()) return false;
    for (std::size_t n = 0; n < phrase.words.size(); ++n)
      if (known[words[at + n]->form] != phrase.words[n] || words[at + n]->line != words[at]->line) return false;
    return true;
  }

  void found(const EvidenceText& text, const Phrase& phrase, std::uint32_t offset) {
    const Unit& unit = review_.units[text.unit];
    const auto v = index(text.view);
    const Id<Provision> id = provision_at(unit, text.view, offset);
    if (!id || unit.provisions[id].not_used[v] || unit.provisions[id].kind == ProvisionKind::entry) return;
    const Provision& provision = unit.provisions[id];
    const TimetableRow* row = row_of(text, id);
    const Projection& view = unit.projection(text.view);
    const Parties acting = row != nullptr ? roles_.read(row->from.text) : standing_in(view, provision.lines[v]);
    for (const Wanted& wanted : phrase.wanted) {
      const bool acts = std::any_of(wanted.roles.begin(), wanted.roles.end(), [&](const auto& role) { return acting.has(role); });
      if (!wanted.roles.empty() && !acting.everyone && !acts) continue;
      if (told_.emplace(text.unit, wanted.atom->id, provision.label[v]).second)
        table_[wanted.atom->id].push_back(found_at(review_, text, provision.label[v], provision.span, Evidence::named));
    }
  }

  [[nodiscard]] Parties standing_in(const Projection& view, Span lines) const {
    std::string words;
    for (auto line = lines.begin; line < lines.end && line < view.lines.size(); ++line)
      words.append(slice(view.text, view.lines[line].span)).push_back(' ');
    const auto roles = roles_.standing_in(words);
    return {{roles.begin(), roles.end()}, {}, false, false};
  }

  const TimetableRow* row_of(const EvidenceText& text, Id<Provision> provision) {
    const auto [place, fresh] = rows_.try_emplace(text.unit);
    if (fresh)
      for (const TimetableRow& row : review_.units[text.unit].timetable)
        if (row.provision) place->second.try_emplace(row.provision, &row);
    const auto row = place->second.find(provision);
    return row == place->second.end() ? nullptr : row->second;
  }

  const Review& review_;
  const RoleNames& roles_;
  EvidenceTable& table_;
  std::map<std::string, std::uint32_t> numbers_;  // of words
  std::map<std::vector<std::uint32_t>, std::uint32_t> by_words_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_first_;
  std::vector<Phrase> phrases_;
  std::map<Id<Unit>, std::map<Id<Provision>, const TimetableRow*>> rows_;
  std::set<std::tuple<Id<Unit>, std::string, std::string>> told_;
};

}  // namespace

void add_named(const Review& review, const RoleNames& roles, const std::vector<EvidenceText>& texts, EvidenceTable& table) {
  NamedAtoms atoms(review, roles, table);
  for (const EvidenceText& text : texts) atoms.look_in(text);
}

}  // namespace dovetail
