// What nobody said about an input: roles first, then what each role needs.
#include "lint/identify.h"

#include <algorithm>
#include <array>

#include "lint/guess.h"
#include "lint/suggest.h"
#include "read/readers.h"

namespace dovetail {
namespace {

bool is_code_text(FileKind kind) {
  switch (kind) {
    case FileKind::docx: case FileKind::odt: case FileKind::text: case FileKind::marked_text: case FileKind::markdown: case FileKind::html:
    case FileKind::pdf: return true;
    default: return false;
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

// The kind of register that a mapping gives, as the project file names it; empty for design atoms.
std::string register_given(const Mapping& mapping) {
  constexpr std::array<std::string_view, 12> kinds{"trace",     "changes",  "horizon", "comments", "versions", "topics",
                                                   "documents", "artefacts", "responses", "flows",  "roles",    "role"};
  const bool is_register = std::find(kinds.begin(), kinds.end(), mapping.gives) != kinds.end();
  return !is_register ? std::string() : mapping.gives == "role" ? "roles" : mapping.gives;
}

void guess_document(const Job& job, Review& review, Input& input, const Document& document) {
  const auto lines = first_lines(document);
  const auto identity = guess_identity(review.profiles, input.path, lines);
  DocumentEntry entry;
  entry.path = input.path;
  entry.id = identity.id;
  entry.title = identity.title;
  entry.profile = !job.profile.empty() ? job.profile : identity.profile ? identity.profile->name : std::string();
  entry.code = guess_code(review.project.codes, identity.id, lines);
  review.guesses.push_back(input.path + ": " + std::string(name_of(document.kind)) + ", id " + entry.id + ", profile " + entry.profile +
                           (entry.code.empty() ? "" : ", code " + entry.code) + (entry.title.empty() ? "" : ", title \"" + entry.title + "\""));
  review.project.documents.push_back(std::move(entry));   // collect_inputs kept room: no entry moves
  input.role = InputRole::draft;
  input.entry = &review.project.documents.back();
}

void guess_table(Review& review, Input& input, const Document& document) {
  const auto* mapping = guess_mapping(review.mappings, document);
  if (mapping && !register_given(*mapping).empty()) {
    input.role = InputRole::register_file;
    input.register_kind = register_given(*mapping);
  } else {
    DesignEntry entry;
    entry.path = input.path;
    entry.artefact = stem_of(input.path);
    entry.mapping = mapping ? mapping->name : std::string();
    review.project.design.push_back(std::move(entry));
    input.role = InputRole::design;
    input.design = &review.project.design.back();
  }
  input.mapping = mapping;
  review.guesses.push_back(input.path + ": " + std::string(name_of(document.kind)) + ", " + (mapping ? "mapping " + mapping->name : "no mapping fits"));
}

Result<bool> find_profile(const std::string& given, Review& review, Input& input, const Document& document) {
  if (!input.entry || (input.role != InputRole::draft && input.role != InputRole::live_text && input.role != InputRole::baseline)) return true;
  const auto& name = given.empty() ? input.entry->profile : given;
  if (name.empty()) {
    input.profile = guess_identity(review.profiles, input.path, first_lines(document)).profile;
    if (input.profile) review.guesses.push_back(input.path + ": profile " + input.profile->name);
    return true;
  }
  auto profile = named(review.profiles, name, "profile", given.empty() ? line_of(review, input.entry->line) : "--profile");
  if (!profile) return fail(profile.error().message);
  input.profile = *profile;
  return true;
}

Result<bool> find_mapping(Review& review, Input& input, const Document& document) {
  if (input.mapping) return true;
  if (input.role == InputRole::design && input.design) {
    if (input.design->written_here) {
      input.mapping = &*input.design->written_here;
    } else if (!input.design->mapping.empty()) {
      auto mapping = named(review.mappings, input.design->mapping, "mapping", line_of(review, input.design->line));
      if (!mapping) return fail(mapping.error().message);
      input.mapping = *mapping;
    } else if ((input.mapping = guess_mapping(review.mappings, document))) {
      review.guesses.push_back(input.path + ": mapping " + input.mapping->name);
    }
  } else if (input.role == InputRole::register_file) {
    for (const auto& mapping : review.mappings)
      if (mapping.name == input.register_kind || (!input.mapping && mapping.gives == input.register_kind)) input.mapping = &mapping;
  }
  return true;
}

}  // namespace

Result<bool> identify(const Job& job, const Scope& scope, Review& review) {
  for (std::size_t n = 0; n < review.inputs.size(); ++n) {
    auto& input = review.inputs[n];
    const auto& document = review.documents[Table<Document>::id_at(n)];
    if (input.role == InputRole::other && is_code_text(document.kind)) guess_document(job, review, input, document);
    if (input.role == InputRole::other && document.kind != FileKind::unknown) guess_table(review, input, document);
    const bool is_wanted = input.role == InputRole::draft && (scope.all || scope.paths.count(input.path) != 0);
    if (auto good = find_profile(is_wanted ? job.profile : std::string(), review, input, document); !good) return good;
    if (auto good = find_mapping(review, input, document); !good) return good;
  }
  for (auto& input : review.inputs)   // a baseline given on the command line belongs to a draft that has only now been identified
    if (input.role == InputRole::baseline && !input.entry) {
      const auto& draft = review.inputs[input.baseline_of.value];
      input.entry = draft.entry;
      input.profile = draft.profile;
    }
  return true;
}

}  // namespace dovetail
