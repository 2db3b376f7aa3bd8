// From aligned lines to provisions: who is who first, then what became of each.
#include "link/provision_changes.h"

#include <algorithm>
#include <map>

#include "model/locate.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// The innermost provision of each line of a view.
std::vector<Id<Provision>> owners(const ComparedText& text) {
  const auto v = index(text.view);
  std::vector<Id<Provision>> owner(text.unit.projection(text.view).lines.size());
  for (std::size_t n = 0; n < text.unit.provisions.size(); ++n) {
    const auto id = Table<Provision>::id_at(n);
    const Provision& provision = text.unit.provisions[id];
    if (!provision.views.has(text.view)) continue;
    const auto end = std::min<std::size_t>(std::max(provision.last_line[v], provision.lines[v].end), owner.size());
    // Running heads and notes stand behind the last provision of the body and are none of it.
    const auto part_of = [&](std::size_t line) { return text.document.paragraphs[text.unit.projection(text.view).lines[line].paragraph].part; };
    for (std::size_t line = provision.lines[v].begin; line < end; ++line)
      if (part_of(line) == part_of(provision.lines[v].begin)) owner[line] = id;
  }
  return owner;
}

/// One side of the comparison, asked for the words and numbers of its provisions.
struct Side {
  const ComparedText& text;
  std::map<Id<Provision>, std::vector<std::uint32_t>> lines;  // own lines, those of its tail too

  Side(const ComparedText& of, const std::vector<Id<Provision>>& owner) : text(of) {
    for (std::uint32_t n = 0; n < owner.size(); ++n)
      if (owner[n]) lines[owner[n]].push_back(n);
  }
  [[nodiscard]] const std::string& label(Id<Provision> id) const { return text.unit.provisions[id].label[index(text.view)]; }

  [[nodiscard]] std::string words(Id<Provision> id) const {
    std::string all;
    const auto own = lines.find(id);
    if (own == lines.end()) return all;
    const Projection& projection = text.unit.projection(text.view);
    for (const std::uint32_t line : own->second) {
      const std::string one = squeeze(slice(projection.text, projection.lines[line].span));
      if (!one.empty()) all += (all.empty() ? "" : " ") + one;
    }
    return all;
  }
  [[nodiscard]] Span span(Id<Provision> id) const {
    const auto own = lines.find(id);
    if (own == lines.end()) return text.unit.provisions[id].span;
    const Projection& projection = text.unit.projection(text.view);
    const auto end = text.unit.provisions[id].lines[index(text.view)].end;  // a tail stands behind the provisions below
    std::uint32_t last = own->second.front();
    for (const std::uint32_t line : own->second)
      if (line < end) last = line;
    return projection.to_source({projection.lines[own->second.front()].span.begin, projection.lines[last].span.end});
  }
  // The words behind a number that is typed in front of them.
  [[nodiscard]] std::string core(Id<Provision> id, const std::string& words) const {
    const Provision& provision = text.unit.provisions[id];
    const std::string& number = provision.number[index(text.view)];
    if (number.empty() || !words.starts_with(number)) return words;
    std::size_t at = number.size();
    while (at < words.size() && (words[at] == '.' || words[at] == ' ')) ++at;
    return words.substr(at);
  }
};

class Builder {
 public:
  Builder(const ComparedText& before, const ComparedText& after, const Aligned& aligned)
      : pairs_(before, after, aligned), before_(before, owners(before)), after_(after, owners(after)), aligned_(aligned) {}

  std::vector<ProvisionChange> build() {
    hand_out_differences();
    if (!outside_.empty()) {
      ProvisionChange front;
      front.fate = std::all_of(outside_.begin(), outside_.end(), [&](std::uint32_t d) { return aligned_.differences[d].cosmetic; })
                       ? ProvisionFate::cosmetic
                       : ProvisionFate::changed;
      front.differences = outside_;
      changes_.push_back(std::move(front));
    }
    Id<Provision> next{0};  // of the text before: the first that has not been met
    for (std::size_t n = 0; n < after_.text.unit.provisions.size(); ++n) {
      const auto id = Table<Provision>::id_at(n);
      if (!after_.text.unit.provisions[id].views.has(after_.text.view)) continue;
      const auto was = pairs_.before_of(id);
      if (was && was.value >= next.value) {
        deleted_until(next, was);
        next = Id<Provision>(was.value + 1);
      }
      add(was, id);
    }
    deleted_until(next, Table<Provision>::id_at(before_.text.unit.provisions.size()));
    return std::move(changes_);
  }

 private:
  void hand_out_differences() {
    for (std::uint32_t n = 0; n < aligned_.differences.size(); ++n) {
      const Difference& difference = aligned_.differences[n];
      const auto after = pairs_.after_owner(difference.after_line), before = pairs_.before_owner(difference.before_line);
      if (difference.kind == DifferenceKind::deleted) {
        if (before) of_before_[before].push_back(n);
        if (!before) outside_.push_back(n);
      } else if (after) {
        of_after_[after].push_back(n);
      } else {
        outside_.push_back(n);
      }
    }
  }

  void deleted_until(Id<Provision> first, Id<Provision> end) {
    for (Id<Provision> id = first; id < end; ++id.value)
      if (before_.text.unit.provisions[id].views.has(before_.text.view) && !pairs_.after_of(id)) add(id, {});
  }

  void add(Id<Provision> was, Id<Provision> is) {
    ProvisionChange change;
    change.before = was;
    change.after = is;
    if (was) change.before_label = before_.label(was);
    if (is) change.after_label = after_.label(is);
    if (is) change.heading = after_.text.unit.provisions[is].heading[index(after_.text.view)];
    if (!is) change.heading = before_.text.unit.provisions[was].heading[index(before_.text.view)];
    if (is) change.differences = of_after_[is];
    if (was)
      for (const std::uint32_t gone : of_before_[was]) change.differences.push_back(gone);
    judge(change);
    changes_.push_back(std::move(change));
  }

  void judge(ProvisionChange& change) {
    if (change.before && change.after && change.differences.empty() && change.before_label == change.after_label) return;
    if (change.before) {
      change.before_text = before_.words(change.before);
      change.before_span = before_.span(change.before);
    }
    if (change.after) {
      change.after_text = after_.words(change.after);
      change.after_span = after_.span(change.after);
    }
    change.fate = fate_of(change);
  }

  ProvisionFate fate_of(ProvisionChange& change) const {
    if (!change.before) return ProvisionFate::added;
    if (!change.after) return ProvisionFate::deleted;
    bool real = false, any = false;
    for (const std::uint32_t n : change.differences) {
      const Difference& difference = aligned_.differences[n];
      if (difference.kind == DifferenceKind::moved) change.moved = true;
      any = any || difference.kind != DifferenceKind::moved;
      real = real || (difference.kind != DifferenceKind::moved && !difference.cosmetic);
    }
    const bool same_words =
        printed_form(before_.core(change.before, change.before_text)) == printed_form(after_.core(change.after, change.after_text));
    if (real && !same_words) return ProvisionFate::changed;
    if (change.moved) return ProvisionFate::moved;
    if (change.before_label != change.after_label) return ProvisionFate::renumbered;
    if (real && change.before_text != change.after_text) return ProvisionFate::changed;  // a paragraph mark is no letter
    return any ? ProvisionFate::cosmetic : ProvisionFate::same;
  }

  ProvisionPairs pairs_;
  Side before_, after_;
  const Aligned& aligned_;
  std::map<Id<Provision>, std::vector<std::uint32_t>> of_before_, of_after_;
  std::vector<std::uint32_t> outside_;
  std::vector<ProvisionChange> changes_;
};

}  // namespace

ProvisionPairs::ProvisionPairs(const ComparedText& before, const ComparedText& after, const Aligned& aligned)
    : before_owner_(owners(before)), after_owner_(owners(after)), after_of_(before.unit.provisions.size()), before_of_(after.unit.provisions.size()) {
  const auto join = [&](Id<Provision> was, Id<Provision> is) {
    if (!was || !is || after_of_[was.value] || before_of_[is.value]) return;
    after_of_[was.value] = is;
    before_of_[is.value] = was;
  };
  const auto begins = [](const ComparedText& text, Id<Provision> id, std::uint32_t line) {
    return text.unit.provisions[id].lines[index(text.view)].begin == line;
  };
  std::map<std::pair<Id<Provision>, Id<Provision>>, std::uint32_t> votes;
  for (std::uint32_t b = 0; b < aligned.partner.size(); ++b) {
    if (!aligned.partner[b]) continue;
    const auto was = before_owner(b), is = after_owner(*aligned.partner[b]);
    if (!was || !is) continue;
    if (begins(before, was, b) && begins(after, is, *aligned.partner[b]))
      join(was, is);
    else
      ++votes[{was, is}];
  }
  std::vector<std::pair<std::uint32_t, std::pair<Id<Provision>, Id<Provision>>>> most;
  for (const auto& [pair, count] : votes) most.emplace_back(count, pair);
  std::stable_sort(most.begin(), most.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
  for (const auto& [count, pair] : most) join(pair.first, pair.second);
  // What was rewritten keeps its number.
  std::map<std::string, Id<Provision>> gone;
  for (std::size_t n = 0; n < after_of_.size(); ++n) {
    const auto was = Table<Provision>::id_at(n);
    if (!after_of_[n] && before.unit.provisions[was].views.has(before.view)) gone.try_emplace(full_label(before.unit, was, before.view), was);
  }
  for (std::size_t n = 0; n < before_of_.size() && !gone.empty(); ++n) {
    const auto is = Table<Provision>::id_at(n);
    if (before_of_[n] || !after.unit.provisions[is].views.has(after.view)) continue;
    const auto was = gone.find(full_label(after.unit, is, after.view));
    if (was != gone.end() && !was->first.empty()) join(was->second, is);
  }
}

std::vector<ProvisionChange> provision_changes(const ComparedText& before, const ComparedText& after, const Aligned& aligned) {
  return Builder(before, after, aligned).build();
}

std::vector<std::pair<Id<Provision>, Id<Provision>>> renumbered_provisions(const ComparedText& before, const ComparedText& after,
                                                                           const Aligned& aligned) {
  std::vector<std::pair<Id<Provision>, Id<Provision>>> renumbered;
  const ProvisionPairs pairs(before, after, aligned);
  for (std::size_t n = 0; n < after.unit.provisions.size(); ++n) {
    const auto is = Table<Provision>::id_at(n);
    const auto was = pairs.before_of(is);
    if (!was) continue;
    const Provision &old = before.unit.provisions[was], &now = after.unit.provisions[is];
    if (old.automatic && now.automatic && old.number[index(before.view)] != now.number[index(after.view)]) renumbered.emplace_back(was, is);
  }
  return renumbered;
}

}  // namespace dovetail
