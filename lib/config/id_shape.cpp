// One family of ids: an entry of a file of rules/ids, or of a project's own.
#include "config/load.h"

namespace dovetail {

Result<IdShape> load_id_shape(const Setting& setting, const SettingContext& context) {
  const Fields fields(setting, context.schema.shapes.at("id_shape"));
  IdShape shape{fields.text("family"), fields.text("pattern"), fields.text("canonical"), fields.text("in_text"), fields.text("cited")};
  if (const auto good = check_id_shape(shape); !good) return tl::unexpected(error_at(context.file, fields.line(), good.error().message));
  return shape;
}

}  // namespace dovetail
