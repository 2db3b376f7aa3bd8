// Builds a small Review in place: drafts and baselines from marked text, design and registers from fields.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "compile/outline.h"
#include "compile/timetable.h"
#include "compile/when.h"
#include "link/alignment.h"
#include "model/review.h"
#include "read/marked_text.h"

namespace dovetail::test {

using Fields = std::vector<std::pair<std::string, std::string>>;

class ReviewBuilder {
 public:
  Review review;

  Id<Unit> draft(const std::string& id, const std::string& text) { return code_text(id, text, InputRole::draft, {}); }
  Id<Unit> baseline(const std::string& path, const std::string& text, Id<Unit> draft) {
    return code_text(path, text, InputRole::baseline, Id<Document>(draft.value));
  }

  /// A design file of items, each a kind and its fields; "id" is the item's id.
  Id<Unit> design(const std::vector<std::pair<std::string, Fields>>& items) {
    Unit& unit = other(InputRole::design);
    for (const auto& [kind, fields] : items) {
      Item item;
      item.kind = kind;
      item.record.fields = fields;
      item.id = item.record.field("id");
      item.artefact = item.record.field("artefact");
      item.version = item.record.field("version");
      unit.items.add(std::move(item));
    }
    compile_slas(unit);
    review.corpus.roles = RoleNames(review);
    return review.units.last();
  }

  Id<Unit> records(const std::string& kind, const std::vector<Fields>& rows) {
    Unit& unit = other(InputRole::register_file);
    for (const Fields& fields : rows) {
      Record record;
      record.kind = kind;
      record.fields = fields;
      unit.records.add(std::move(record));
    }
    review.corpus.roles = RoleNames(review);
    return review.units.last();
  }

  void link() { review.corpus.comparisons = compare_with_baselines(review, 1); }

 private:
  Id<Unit> code_text(const std::string& name, const std::string& text, InputRole role, Id<Document> baseline_of) {
    Unit unit;
    Document document;
    document.path = name;
    read_marked_text(text, document, Limits());
    unit.document = review.documents.add(std::move(document));
    const Document& read = review.documents[unit.document];
    unit.path = unit.id = name;
    unit.has_body = true;
    unit.has_changes = has_changes(read);
    unit.views[1] = std::make_shared<const Projection>(project(read, View::proposed, Spelling::normalised));
    unit.views[0] = unit.has_changes ? std::make_shared<const Projection>(project(read, View::baseline, Spelling::normalised)) : unit.views[1];
    compile_outline(read, {}, unit);
    compile_timetable(read, {}, unit);
    Input input;
    input.path = name;
    input.role = role;
    input.baseline_of = baseline_of;
    review.inputs.push_back(input);
    return review.units.add(std::move(unit));
  }

  Unit& other(InputRole role) {
    Unit unit;
    unit.document = review.documents.add({});
    Input input;
    input.role = role;
    review.inputs.push_back(input);
    return review.units[review.units.add(std::move(unit))];
  }
};

}  // namespace dovetail::test
