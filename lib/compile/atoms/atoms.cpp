// Which form of design file is compiled by whom.
#include "compile/atoms/atoms.h"

#include <algorithm>
#include <array>

#include "compile/atoms/archimate.h"
#include "compile/atoms/bpmn.h"
#include "compile/atoms/drawing.h"
#include "compile/atoms/reqif.h"
#include "compile/atoms/schemas.h"
#include "compile/tables.h"

namespace dovetail {
namespace {

struct Form {
  FileKind kind;
  void (*compile)(const Document&, const Input&, Unit&);
};

constexpr std::array forms{
    Form{FileKind::bpmn, &compile_bpmn},       Form{FileKind::reqif, &compile_reqif},         Form{FileKind::vsdx, &compile_drawing},
    Form{FileKind::openapi, &compile_schemas}, Form{FileKind::archimate, &compile_archimate},
};

}  // namespace

void compile_design(const Document& document, const Input& input, Unit& unit) {
  const auto form = std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return f.kind == document.kind; });
  if (form != forms.end())
    form->compile(document, input, unit);
  else
    compile_tables(document, input, unit);
  if (input.role != InputRole::earlier_design) return;
  unit.earlier = std::move(unit.items);
  unit.items = {};
  unit.branches = {};
}

}  // namespace dovetail
