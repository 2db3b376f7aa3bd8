// Fuzz target: the facts of a unit file, without the checksum in front of them; what is sound goes through linking, every rule and every text report.
#include <memory>

#include "check/checks.h"
#include "fuzz/promises.h"
#include "fuzz/shipped.h"
#include "fuzz/targets.h"
#include "link/link.h"
#include "lint/stored/sound.h"
#include "lint/stored/unit_file.h"
#include "report/reporters.h"

namespace dovetail::fuzz {

void unit(std::string_view bytes) {
  constexpr std::uint64_t most_memory = 64U << 20;
  (void)stored::unpack(bytes, most_memory);
  stored::UnitFile file;
  if (!stored::unpack_facts(bytes, most_memory, file) || !file.unit) return;
  stored::make_views(*file.unit, file.document);
  if (!stored::is_sound(*file.unit, file.document)) return;
  stored::UnitFile again;
  expect(stored::unpack_facts(stored::pack_facts(file.document, &*file.unit), most_memory, again).has_value(),
         "what is sound can be written and read");

  auto review = checked("1 Scope\n\n1.1 Text.\n", "marked-text");
  const auto first = Table<Document>::id_at(0);
  file.document.path = file.unit->path = "-";
  file.unit->document = first;
  review.documents[first] = std::move(file.document);
  review.units[Table<Unit>::id_at(0)] = std::move(*file.unit);
  review.corpus = link(review, 1);
  auto found = run_checks(review, 1);
  review.findings = std::move(found.findings);
  review.blocked = std::move(found.blocked);
  for (const auto format : report_formats())
    if (!is_binary(format)) expect(report_as(format, review, {}).has_value(), "a report can be made");
}

}  // namespace dovetail::fuzz
