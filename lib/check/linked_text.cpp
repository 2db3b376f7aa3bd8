// The code text that the links of an atom lead to.
#include "check/linked_text.h"

#include <algorithm>

#include "model/locate.h"

namespace dovetail {
namespace {

constexpr auto proposed = index(View::proposed);

bool leads_somewhere(const CoverageTarget& target) {
  return target.outcome != TraceOutcome::orphaned && target.outcome != TraceOutcome::ambiguous && target.outcome != TraceOutcome::unwanted &&
         target.evidence != Evidence::similar && target.evidence != Evidence::named && target.evidence != Evidence::incorporated;
}

}  // namespace

LinkedTexts::LinkedTexts(const Review& review) : review_(review) {
  for (std::uint32_t n = 0; n < review.units.size() && n < review.inputs.size(); ++n)
    if (const Unit& unit = review.units[Id<Unit>(n)]; review.inputs[n].role == InputRole::draft && unit.has_body) {
      unit_of_.emplace(unit.document, Id<Unit>(n));
      for (std::uint32_t r = 0; r < unit.timetable.size(); ++r)
        if (const auto& row = unit.timetable[Id<TimetableRow>(r)];
            row.provision && row.views.proposed && unit.provisions[row.provision].kind == ProvisionKind::row)
          rows_.try_emplace({Id<Unit>(n), row.provision}, Id<TimetableRow>(r));
    }
}

std::vector<LinkedText> LinkedTexts::of(const AtomCoverage& entry) const {
  std::vector<LinkedText> texts;
  for (const CoverageTarget& target : entry.targets) {
    const auto found = unit_of_.find(target.place.document);
    if (!leads_somewhere(target) || target.label.empty() || found == unit_of_.end()) continue;
    const Unit& unit = review_.units[found->second];
    const Id<Provision> provision = provision_at(unit, View::proposed, target.place.span.begin);
    if (!provision || !unit.provisions[provision].views.proposed || unit.provisions[provision].not_used[proposed]) continue;
    const auto same = [&](const LinkedText& t) { return t.unit == found->second && t.provision == provision; };
    if (std::any_of(texts.begin(), texts.end(), same)) continue;
    LinkedText text{found->second, provision, nullptr, {}, {}, target.via, target.evidence == Evidence::structured};
    const Provision& p = unit.provisions[provision];
    const auto& lines = unit.projection(View::proposed).lines;
    if (p.lines[proposed].begin >= lines.size() || p.last_line[proposed] == 0) continue;
    const std::uint32_t last = std::min<std::uint32_t>(p.last_line[proposed], static_cast<std::uint32_t>(lines.size())) - 1;
    text.lines = {lines[p.lines[proposed].begin].span.begin, lines[std::max(last, p.lines[proposed].begin)].span.end};
    if (const auto row = rows_.find({found->second, provision}); row != rows_.end())
      text.row = &unit.timetable[row->second], text.row_id = row->second;
    texts.push_back(text);
  }
  return texts;
}

std::string_view LinkedTexts::words(const LinkedText& text) const {
  return slice(review_.units[text.unit].projection(View::proposed).text, text.lines);
}

}  // namespace dovetail
