// Shapes of ids out of the design's own tables, diagrams and models.
#include "lint/learn_ids.h"

#include <vector>

#include "lint/choose_rules.h"
#include "lint/met_ids.h"
#include "text/id_shapes.h"

namespace dovetail {

bool learn_ids(const Job& job, UnitStore& store, const Review& review) {
  IdSchemes schemes;
  std::vector<const Item*> steps;
  bool catalogue = false;
  for (std::size_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].role == InputRole::design)
      for (const Item& item : review.units[Table<Unit>::id_at(n)].items) {
        schemes.add(item);
        if (item.kind == "bp_step") steps.push_back(&item);
        catalogue = catalogue || item.kind == "interface" || item.kind == "message";
      }
  // Where no catalogue was read the steps alone say how messages are called.
  for (const Item* step : steps)
    if (!catalogue) schemes.add_named("interface", step->record.field("interface_ids"));
  const auto learned = schemes.shapes();
  if (learned.empty()) return false;
  const auto ids = id_shapes_of(job, review, learned);
  use_id_shapes(ids);
  store.depend_on_ids(ids);
  return true;
}

}  // namespace dovetail
