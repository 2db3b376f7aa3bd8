// Code to design: what each changed provision of the drafts rests on.
#include "link/traced_text.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>

#include "base/ascii.h"
#include "base/parallel.h"
#include "model/locate.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr auto proposed = index(View::proposed);

/// Headings of what binds nobody.
bool is_front_matter(const std::string& heading) {
  static const Pattern front = Pattern::literal(
      R"((?i:(?:purpose|scope|purposes? and scope|scope and purpose|definitions?|interpretation|definitions? and interpretation|interpretation and definitions?|acronyms?|acronyms and definitions|abbreviations|glossary|list of (?:acronyms|definitions|terms)|amendment (?:record|history)|version history|document (?:control|history)|contents|table of contents|reserved|associated .{0,60}|copyright.*|intellectual property.*)))");
  return !heading.empty() && front.matches(normalise(heading));
}

/// A line below a provision's first that is a heading whose number was not understood, or says which version the text is of.
bool binds_nobody(std::string_view line) {
  static const Pattern heading = Pattern::literal(R"((?:[A-Z]{0,2}[0-9]{1,3}(?:\.[0-9]{1,3}){0,2}\.?|Part [A-Z0-9]{1,3}:?)\s+\p{Lu}[^.;:!?]{0,80})");
  static const Pattern version =
      Pattern::literal(R"((?i:(?:draft |document )?(?:version|issue|revision|draft|date|effective (?:from|date)|status)\b[^.;]{0,60}))");
  static const Pattern duty = Pattern::literal(R"(\b(?:shall|must|may|will|should|is to|are to)\b)");
  if (line.empty()) return false;
  const auto behind_letters = std::min(line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::size_t{3});
  const bool numbered = behind_letters < line.size() && is_digit(line[behind_letters]);
  const bool named = std::string_view("DdVvIiRrEeSs\xC5").find(line.front()) != std::string_view::npos;  // a long s folds to s
  const bool is_heading = (numbered || line.starts_with("Part ")) && heading.matches(line);
  return (is_heading || (named && version.matches(line))) && !duty.find(line);
}

/// Whether a figure stands behind a word that ends as one of those that introduce a version or a date: most texts have none, and are done with.
bool may_say_version(std::string_view words) {
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  for (std::size_t figure = 1; figure < words.size(); ++figure) {
    if (!is_digit(words[figure]) || is_digit(words[figure - 1])) continue;
    auto at = figure;
    if (to_lower(words[at - 1]) == 'v') --at;
    if (at == 0 || !is_blank(words[at - 1])) continue;
    while (at > 0 && is_blank(words[at - 1])) --at;
    if (at > 0 && std::string_view("nedm:").find(to_lower(words[at - 1])) != std::string_view::npos)
      return true;  // version, issue, dated, from, date:
  }
  return false;
}

/// Takes out which version a text says that it is of, and since when: "Version 12.0 … effective from 27 June 2024".
void forget_version(std::string& words) {
  static const Pattern number = Pattern::literal(R"((?i:\b(?:version|issue|revision)\s+v?[0-9]+(?:\.[0-9]+)*\b))");
  static const Pattern date = Pattern::literal(
      R"((?i:\b(?:dated|effective (?:from|on|date:?)|approved on|issued on)\s+[0-9]{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{4}\b))");
  static const Pattern either =
      Pattern::literal(R"((?i:\b(?:(?:version|issue|revision)\s+v?[0-9]|(?:dated|effective (?:from|on|date:?)|approved on|issued on)\s+[0-9])))");
  if (!may_say_version(words) || !either.find(words)) return;  // one search in place of two, nearly always
  for (const Pattern* said : {&number, &date})
    for (auto match = said->find(words); match; match = said->find(words)) words.erase(match->span.begin, match->span.size());
}

/// What the register and the text itself say of provisions: the atoms that they rest on, and what else they do.
class Ground {
 public:
  using Spot = std::pair<Id<Unit>, Id<Provision>>;

  Ground(const Review& review, const Corpus& corpus, const EvidenceTable& evidence) : review_(review) {
    for (const TraceLink& link : corpus.traces) take_link(link);
    for (const auto& [atom, found] : evidence)
      for (const Found& f : found)
        if (f.target.evidence != Evidence::declared && f.target.evidence < Evidence::named && carries(f)) take_place(atom, f.target);
  }

  /// Adds the atoms of the provision.
  void add_atoms(Spot spot, std::set<std::string>& atoms) const {
    if (const auto found = atoms_.find(spot); found != atoms_.end()) atoms.insert(found->second.begin(), found->second.end());
  }
  /// What the provision is declared to rest on beside the design; empty for nothing.
  [[nodiscard]] std::string basis(Spot spot) const {
    const auto found = bases_.find(spot);
    return found == bases_.end() ? std::string() : found->second;
  }

 private:
  void take_link(const TraceLink& link) {
    if (!link.unit || !link.provision) return;
    std::vector<Id<Provision>> meant{link.provision};
    if (link.text == TraceOutcome::ambiguous) meant = with_label_of(link.unit, link.provision);
    for (const Id<Provision> provision : meant) {
      const Spot spot{link.unit, provision};
      if (!link.atom.empty() && link.type != "not_codified") atoms_[spot].insert(link.atom);
      if (link.atom.empty() && !link.basis.empty() && fold_phrase(link.basis) != "design")
        bases_.try_emplace(spot, link.basis + (link.reason.empty() ? "" : ": " + link.reason));
    }
  }

  [[nodiscard]] std::vector<Id<Provision>> with_label_of(Id<Unit> id, Id<Provision> like) const {
    const Unit& unit = review_.units[id];
    std::vector<Id<Provision>> all;
    for (std::size_t n = 0; n < unit.provisions.size(); ++n)
      if (unit.provisions[Table<Provision>::id_at(n)].label[proposed] == unit.provisions[like].label[proposed])
        all.push_back(Table<Provision>::id_at(n));
    return all;
  }

  void take_place(const std::string& atom, const CoverageTarget& target) {
    const Id<Unit> id(target.place.document.value);
    const Id<Provision> provision = provision_at(review_.units[id], View::proposed, target.place.span.begin);
    if (provision) atoms_[{id, provision}].insert(atom);
  }

  const Review& review_;
  std::map<Spot, std::set<std::string>> atoms_;
  std::map<Spot, std::string> bases_;
};

/// One draft.
class DraftTracer {
 public:
  DraftTracer(const Review& review, const Corpus& corpus, const Ground& ground, Id<Unit> id)
      : review_(review), corpus_(corpus), ground_(ground), id_(id), unit_(review.units[id]) {}

  std::vector<TracedText> run() {
    read_before();
    find_changes();
    for (const auto& [provision, fate] : fates_) all_.push_back(trace(provision, fate));
    roll_up();
    return std::move(all_);
  }

 private:
  /// Whether a provision says something else than before: more than a paragraph mark, and more than a note between drafters. Word counts an inserted
  /// mark to the paragraph before, so the same words under the same number are looked for in the whole text before.
  [[nodiscard]] bool says_otherwise(Id<Provision> id) const {
    const Provision& provision = unit_.provisions[id];
    if (!provision.views.proposed) return false;
    const std::string words = operative_words(provision, View::proposed);
    const auto [first, last] = before_.equal_range(provision.label[proposed]);
    const auto said_before = [&](const auto& entry) { return operative_words(unit_.provisions[entry.second], View::baseline) == words; };
    if (std::any_of(first, last, said_before)) return false;
    const bool asked = std::any_of(first, last, [&](const auto& entry) { return entry.second == id; });
    return asked || !provision.views.baseline || operative_words(provision, View::baseline) != words;
  }

  void read_before() {
    if (!unit_.has_changes) return;
    for (std::size_t n = 0; n < unit_.provisions.size(); ++n) {
      const Provision& provision = unit_.provisions[Table<Provision>::id_at(n)];
      if (provision.views.baseline) before_.emplace(provision.label[index(View::baseline)], Table<Provision>::id_at(n));
    }
  }

  [[nodiscard]] std::string operative_words(const Provision& provision, View view) const {
    static const Pattern note = Pattern::literal(R"((?i:\[[^\[\]]*\b(?:note|draft(?:ing|er)?|comment|guidance)\b[^\[\]]*\]))");
    const Projection& text = unit_.projection(view);
    const Span lines = provision.lines[index(view)];
    const Document& document = review_.documents[unit_.document];
    std::string words;
    for (auto line = lines.begin; line < std::min(lines.end, unit_.body_end[index(view)]) && line < text.lines.size(); ++line) {
      const std::string_view said = slice(text.text, text.lines[line].span);
      const Paragraph& paragraph = document.paragraphs[text.lines[line].paragraph];
      const auto format = paragraph.format[index(view)];
      const bool aside = line != lines.begin && ((format && document.paragraph_formats[format].outline < 9) || binds_nobody(said));
      if (paragraph.part == Part::body && !aside) words.append(said).push_back(' ');
    }
    if (const std::string& label = provision.label[index(view)]; !label.empty() && words.starts_with(label))
      words.erase(0, label.size());  // another number is no other text
    forget_version(words);
    if (words.find('[') != std::string::npos)
      for (auto match = note.find(words); match; match = note.find(words)) words.erase(match->span.begin, match->span.size());
    std::string bare;
    for (const Span word : dovetail::words(words)) bare.append(slice(words, word)).push_back(' ');
    return bare;
  }

  void find_changes() {
    for (const DraftChanges& changes : corpus_.changes) {
      if (changes.unit != id_) continue;
      for (const DraftedProvision& provision : changes.provisions) {
        const bool real = provision.fate == ProvisionFate::changed || provision.fate == ProvisionFate::added;
        const bool words = std::any_of(provision.marks.begin(), provision.marks.end(),
                                       [&](std::uint32_t n) { return changes.marks[n].before != changes.marks[n].after; });
        if (real && provision.provision && (words || provision.fate == ProvisionFate::added) && says_otherwise(provision.provision))
          fates_[provision.provision] = provision.fate;
      }
    }
    if (unit_.has_changes) return;
    for (const Comparison& comparison : corpus_.comparisons) {
      if (comparison.after != id_) continue;
      for (const Difference& difference : comparison.differences) {
        if (difference.cosmetic || difference.kind == DifferenceKind::moved || difference.after.empty()) continue;
        const Id<Provision> provision = provision_at(unit_, View::proposed, difference.after.begin);
        if (!provision) continue;
        const bool whole = difference.kind == DifferenceKind::inserted && difference.after.begin <= unit_.provisions[provision].span.begin;
        fates_.try_emplace(provision, whole ? ProvisionFate::added : ProvisionFate::changed);
      }
    }
  }

  TracedText trace(Id<Provision> provision, ProvisionFate fate) const {
    TracedText traced;
    traced.unit = id_;
    traced.provision = traced.under = provision;
    traced.fate = fate;
    const Id<Provision> scope = unit_.provisions[provision].scope[proposed];
    const bool own_division = scope && unit_.provisions[scope].label[proposed] == unit_.id;  // "Section U" of Section U
    traced.label = own_division ? unit_.provisions[provision].label[proposed] : full_label(unit_, provision, View::proposed);
    std::set<std::string> atoms;
    for (auto at = provision; at; at = unit_.provisions[at].parent[proposed]) {
      ground_.add_atoms({id_, at}, atoms);
      if (traced.reason.empty()) traced.reason = ground_.basis({id_, at});
    }
    traced.atoms.assign(atoms.begin(), atoms.end());
    if (!traced.atoms.empty()) {
      traced.basis = TextBasis::design;
    } else if (!traced.reason.empty()) {
      traced.basis = TextBasis::declared;
    } else if (const std::string why = not_operative(provision); !why.empty()) {
      traced.basis = TextBasis::not_owed;
      traced.reason = why;
    }
    return traced;
  }

  /// Why a provision need not trace to anything; empty where it must.
  [[nodiscard]] std::string not_operative(Id<Provision> id) const {
    const Provision& provision = unit_.provisions[id];
    for (auto at = id; at; at = unit_.provisions[at].parent[proposed])
      if (unit_.provisions[at].kind == ProvisionKind::entry) return "a definition";
    if (provision.quoted) return "quoted text";
    if (!provision.views.proposed) return "deleted";
    if (provision.not_used[proposed]) return "not used";
    for (auto at = id; at; at = unit_.provisions[at].parent[proposed])
      if (is_front_matter(unit_.provisions[at].heading[proposed])) return "stands under \"" + unit_.provisions[at].heading[proposed] + "\"";
    for (const Definition& definition : unit_.definitions)
      if (definition.entry && definition.views.proposed && definition.provision[proposed] == id) return "a definition";
    return is_heading_alone(unit_, provision) ? "a heading" : "";
  }

  /// A provision whose own line is its heading and that has others below it.
  [[nodiscard]] static bool is_heading_alone(const Unit& unit, const Provision& provision) {
    if (provision.heading[proposed].empty()) return false;
    const Span lines = provision.lines[proposed];
    if (lines.size() != 1) return false;
    const std::string line = normalise(slice(unit.projection(View::proposed).text, unit.projection(View::proposed).lines[lines.begin].span));
    return line.ends_with(provision.heading[proposed]);
  }

  /// A new provision with all that is new below it is one thing: named by the highest that is new as a whole and under which nothing is traced.
  void roll_up() {
    std::map<Id<Provision>, bool> traced_below;
    for (const TracedText& traced : all_) {
      if (traced.basis == TextBasis::untraced || traced.basis == TextBasis::not_owed) continue;
      for (auto at = traced.provision; at; at = unit_.provisions[at].parent[proposed]) traced_below[at] = true;
    }
    for (TracedText& traced : all_) {
      if (traced.basis != TextBasis::untraced) continue;
      for (auto at = unit_.provisions[traced.provision].parent[proposed]; at; at = unit_.provisions[at].parent[proposed]) {
        const auto fate = fates_.find(at);
        if (fate == fates_.end() || traced_below.contains(at)) break;
        if (fate->second == ProvisionFate::added) traced.under = at;
      }
    }
  }

  const Review& review_;
  const Corpus& corpus_;
  const Ground& ground_;
  Id<Unit> id_;
  const Unit& unit_;
  std::map<Id<Provision>, ProvisionFate> fates_;
  std::unordered_multimap<std::string, Id<Provision>> before_;  // provisions of the text before, by their labels there
  std::vector<TracedText> all_;
};

}  // namespace

std::vector<TracedText> trace_changed_text(const Review& review, const Corpus& corpus, const EvidenceTable& evidence, unsigned threads) {
  const Ground ground(review, corpus, evidence);
  std::vector<std::vector<TracedText>> each(review.inputs.size());
  parallel_for(each.size(), threads, [&](std::size_t n) {
    const auto id = Table<Unit>::id_at(n);
    const Unit& unit = review.units[id];
    if (review.inputs[n].role == InputRole::draft && unit.has_body && unit.views[proposed]) each[n] = DraftTracer(review, corpus, ground, id).run();
  });
  std::vector<TracedText> all;
  for (auto& one : each) std::move(one.begin(), one.end(), std::back_inserter(all));
  return all;
}

}  // namespace dovetail
