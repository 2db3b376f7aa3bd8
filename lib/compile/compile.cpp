// The contents page of compiling: code text goes through the outline, design exports and registers through their mapping.
#include "compile/compile.h"

#include <algorithm>

#include "compile/atoms/atoms.h"
#include "compile/definitions.h"
#include "compile/identity.h"
#include "compile/outline.h"
#include "compile/references.h"
#include "compile/timetable.h"
#include "compile/when.h"
#include "compile/words.h"
#include "model/reach.h"

namespace dovetail {
namespace {

bool is_code_text(const Input& input) {
  return input.role == InputRole::draft || input.role == InputRole::live_text || input.role == InputRole::baseline ||
         input.role == InputRole::companion;
}

void identify(const Input& input, Unit& unit) {
  if (!input.entry) return;
  unit.id = input.entry->id;
  unit.code = input.entry->code;
  unit.title = input.entry->title;
  unit.aliases = input.entry->aliases;
}

void compile_text(const Document& document, const DocumentEntry* entry, const Profile& profile, Unit& unit) {
  unit.has_body = true;
  unit.has_changes = has_changes(document);
  unit.lost = document.lost;
  unit.profile = profile.name;
  unit.views[1] = std::make_shared<const Projection>(project(document, View::proposed, Spelling::normalised));
  unit.views[0] = unit.has_changes ? std::make_shared<const Projection>(project(document, View::baseline, Spelling::normalised)) : unit.views[1];
  // Lines become provisions; rows of interface and timetable tables come among them. From here on every place has a label.
  compile_outline(document, profile, unit);
  compile_timetable(document, profile, unit);
  // What stands in front of and around the provisions says which document it is.
  compile_identity(document, profile, unit);
  // Words become needs: what is referred to, what is defined, what might be a term.
  const CommonLines common(document, unit);
  compile_references(document, profile, common, unit);
  compile_definitions(document, common, is_glossary(entry, &profile, unit), unit);
  compile_words(document, common, unit);
}

}  // namespace

Unit compile(const Document& document, const Input& input) {
  Unit unit;
  unit.path = document.path;
  identify(input, unit);
  if (is_code_text(input) && input.profile && !document.paragraphs.empty()) compile_text(document, input.entry, *input.profile, unit);
  if (input.role == InputRole::design || input.role == InputRole::register_file || input.role == InputRole::earlier_design)
    compile_design(document, input, unit);
  compile_slas(unit);  // time limits of the choreography, as values that timetables are compared with
  return unit;
}

}  // namespace dovetail
