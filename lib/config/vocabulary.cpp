// One file of preferred and retired terms.
#include "config/load.h"

namespace dovetail {
namespace {

PreferredTerm preferred_of(const Setting& item, const Schema& schema) {
  const Fields fields(item, schema.shapes.at("preferred_term"));
  PreferredTerm term;
  term.preferred = fields.text("preferred");
  term.retired = fields.texts("retired");
  term.codes = fields.texts("codes");
  term.documents = fields.texts("documents");
  term.not_documents = fields.texts("not_documents");
  term.topics = fields.texts("topics");
  term.exact = fields.flag("exact");
  term.transition = fields.flag("transition");
  term.safe = fields.flag("safe");
  term.why = fields.text("why");
  return term;
}

}  // namespace

Result<Vocabulary> load_vocabulary(const Setting& setting, const SettingContext& context, const std::string& name) {
  const Fields fields(setting, context.schema.shapes.at("vocabulary"));
  Vocabulary vocabulary;
  vocabulary.name = name;
  vocabulary.title = fields.text("title");
  for (const Setting& item : fields.items("terms")) vocabulary.terms.push_back(preferred_of(item, context.schema));
  for (const Setting& pair : fields.items("different")) {
    const Fields two(pair, context.schema.shapes.at("different_terms"));
    vocabulary.different.emplace_back(two.text("one"), two.text("other"));
  }
  vocabulary.never = fields.texts("never");
  vocabulary.acronyms = fields.texts("acronyms");
  vocabulary.transition = fields.texts("transition");
  return vocabulary;
}

}  // namespace dovetail
