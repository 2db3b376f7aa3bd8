// A small review for tests of coverage and design checks.
#include "help/design_review.h"

#include <memory>

#include "link/coverage.h"
#include "model/projection.h"

namespace help {

using namespace dovetail;

Id<Unit> add_draft(Review& review, const std::string& id, const std::string& code, const std::vector<std::string>& paragraphs) {
  Document document;
  document.path = "drafts/" + id + ".docx";
  document.kind = FileKind::docx;
  Unit unit;
  unit.path = document.path;
  unit.id = id;
  unit.code = code;
  unit.has_body = true;
  const Id<Format> format = document.formats.add({});
  const Id<ParagraphFormat> shape = document.paragraph_formats.add({});
  for (const std::string& text : paragraphs) {
    Paragraph paragraph;
    paragraph.format = {shape, shape};
    paragraph.span.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    const auto end = static_cast<std::uint32_t>(document.text.size());
    document.text += '\n';
    paragraph.span.end = end + 1;
    document.runs.add({{paragraph.span.begin, end}, format, {}, {}, RunKind::text});
    document.runs.add({{end, end + 1}, format, {}, {}, RunKind::paragraph_mark});
    const std::string label = text.substr(0, text.find(' '));
    Provision provision;
    provision.views = {true, true};
    provision.label = {label, label};
    const auto line = static_cast<std::uint32_t>(unit.provisions.size());
    provision.lines = {Span{line, line + 1}, Span{line, line + 1}};
    provision.last_line = {line + 1, line + 1};
    provision.paragraph = document.paragraphs.add(paragraph);
    provision.span = {paragraph.span.begin, end};
    const bool unused = text.find("Not used") != std::string::npos;
    provision.not_used = {unused, unused};
    unit.provisions.add(std::move(provision));
  }
  unit.views[0] = unit.views[1] = std::make_shared<const Projection>(project(document, View::proposed, Spelling::normalised));
  unit.document = review.documents.add(std::move(document));
  Input input;
  input.path = unit.path;
  input.role = InputRole::draft;
  review.inputs.push_back(input);
  return review.units.add(std::move(unit));
}

void add_row(Review& review, Id<Unit> draft, const std::string& label, const std::string& from, const std::string& to,
             const std::string& information) {
  Unit& unit = review.units[draft];
  TimetableRow row;
  row.views = {true, true};
  row.ref.text = label;
  row.from.text = from;
  row.to.text = to;
  row.information.text = information;
  for (std::size_t i = 0; i < unit.provisions.size(); ++i)
    if (unit.provisions[Table<Provision>::id_at(i)].label[1] == label) {
      row.provision = Table<Provision>::id_at(i);
      row.ref.span = unit.provisions[row.provision].span;
    }
  unit.timetable.add(std::move(row));
}

void link_design(Review& review) {
  review.corpus.roles = RoleNames(review);
  review.corpus.atoms = link_atoms(review);
  link_coverage(review, DocumentIndex(review), 1, review.corpus);
}

}  // namespace help
