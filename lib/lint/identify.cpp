// What nobody said about an input: roles first, then what each role needs.
#include "lint/identify.h"

#include "compile/propose.h"
#include "config/config.h"
#include "lint/guess.h"
#include "lint/suggest.h"
#include "read/readers.h"

namespace dovetail {
namespace {

bool is_code_text(FileKind kind) {
  switch (kind) {
    case FileKind::docx:
    case FileKind::odt:
    case FileKind::text:
    case FileKind::marked_text:
    case FileKind::markdown:
    case FileKind::html:
    case FileKind::pdf:
      return true;
    default:
      return false;
  }
}

template <class T>
Result<const T*> named(const std::vector<T>& all, const std::string& name, const std::string& what, const std::string& where) {
  std::vector<std::string> names;
  for (const auto& one : all) {
    if (one.name == name) return &one;
    names.push_back(one.name);
  }
  return fail(where + ": no " + what + " is called '" + name + "'" + did_you_mean(name, names));
}

std::string line_of(const Review& review, int line) { return line == 0 ? "command line" : review.project.file + " line " + std::to_string(line); }

void guess_document(const Job& job, Review& review, Input& input, const Document& document) {
  const auto lines = first_lines(document);
  const auto identity = guess_identity(review.profiles, input.path, lines);
  DocumentEntry entry;
  entry.path = input.path;
  entry.id = identity.id;
  entry.title = identity.title;
  entry.profile = job.profile.empty() ? identity.profile : job.profile;
  entry.code = guess_code(review.project.codes, identity.id, lines);
  review.guesses.push_back(input.path + ": " + std::string(name_of(document.kind)) + ", id " + entry.id + ", profile " + entry.profile +
                           (entry.code.empty() ? "" : ", code " + entry.code) + (entry.title.empty() ? "" : ", title \"" + entry.title + "\""));
  review.project.documents.push_back(std::move(entry));  // collect_inputs kept room: no entry moves
  input.role = InputRole::draft;
  input.entry = &review.project.documents.back();
}

// Which mapping fits is seen from the headers when the tables are compiled, sheet by sheet.
void guess_table(Review& review, Input& input, const Document& document) {
  DesignEntry entry;
  entry.path = input.path;
  entry.artefact = bare_file_name(input.path);
  review.guesses.push_back(input.path + ": " + std::string(name_of(document.kind)) + ", artefact " + entry.artefact + ", mapping by its headers");
  review.project.design.push_back(std::move(entry));  // collect_inputs kept room: no entry moves
  input.role = InputRole::design;
  input.design = &review.project.design.back();
  input.candidates = &review.mappings;
}

bool is_read_as_text(InputRole role) {
  return role == InputRole::draft || role == InputRole::live_text || role == InputRole::baseline || role == InputRole::companion;
}

Result<bool> find_profile(const std::string& given, Review& review, Input& input, const Document& document) {
  if (!input.entry || !is_read_as_text(input.role)) return true;
  auto name = given.empty() ? input.entry->profile : given;
  if (name.empty()) {
    name = guess_profile(review.profiles, input.entry->id.empty() ? input.path : input.entry->id, first_lines(document));
    review.guesses.push_back(input.path + ": profile " + name);
  }
  auto profile = named(review.profiles, name, "profile", given.empty() ? line_of(review, input.entry->line) : "--profile");
  if (!profile) return fail(profile.error().message);
  input.profile = *profile;
  return true;
}

Result<bool> find_mapping(Review& review, Input& input) {
  if (!input.design) return true;
  if (input.design->written_here) {
    input.mapping = &*input.design->written_here;
  } else if (!input.design->mapping.empty()) {
    auto mapping = named(review.mappings, input.design->mapping, "mapping", line_of(review, input.design->line));
    if (!mapping) return fail(mapping.error().message);
    input.mapping = *mapping;
  }
  return true;
}

}  // namespace

Result<bool> identify(const Job& job, const Scope& scope, Review& review) {
  for (std::size_t n = 0; n < review.inputs.size(); ++n) {
    auto& input = review.inputs[n];
    const auto& document = review.documents[Table<Document>::id_at(n)];
    if (input.role == InputRole::other && is_code_text(document.kind) && !is_design_text(document, review.mappings))
      guess_document(job, review, input, document);
    if (input.role == InputRole::other && document.kind != FileKind::unknown) guess_table(review, input, document);
    const bool is_wanted = input.role == InputRole::draft && (scope.all || scope.paths.count(input.path) != 0);
    if (auto good = find_profile(is_wanted ? job.profile : std::string(), review, input, document); !good) return good;
    if (auto good = find_mapping(review, input); !good) return good;
  }
  for (auto& input : review.inputs)  // a baseline given on the command line belongs to a draft that has only now been identified
    if (input.role == InputRole::baseline && !input.entry) {
      const auto& draft = review.inputs[input.baseline_of.value];
      input.entry = draft.entry;
      input.profile = draft.profile;
    }
  return true;
}

}  // namespace dovetail
