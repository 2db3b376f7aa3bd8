// What a job reads: the project's documents, design and registers, and whatever else the paths name.
#include "lint/inputs.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "config/config.h"
#include "config/marking_file.h"
#include "lint/input_order.h"
#include "lint/suggest.h"
#include "read/readers.h"

namespace dovetail {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool is_file(const std::string& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

// One spelling for each file, so that "./a.docx" is the project's "a.docx".
std::string canonical(const std::string& path) {
  std::error_code failed;
  auto whole = fs::weakly_canonical(fs::absolute(path.empty() ? "." : path, failed), failed);
  if (failed) return path;
  auto text = whole.string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

bool is_below(const std::string& file, const std::string& folder) {
  return file.size() > folder.size() && file.compare(0, folder.size(), folder) == 0 && (folder == "/" || file[folder.size()] == '/');
}

std::string folder_of(const std::string& path) {
  if (path == "-") return "";
  if (is_folder(path)) return path;
  return fs::path(path).parent_path().string();
}

// --- the project file ---

Result<std::string> project_file_of(const Job& job) {
  if (!job.project_file.empty()) return job.project_file;
  std::string found;
  for (const auto& path : job.paths) {
    const auto here = find_project_file(folder_of(path)).value_or("");
    if (here.empty()) continue;
    if (!found.empty() && canonical(found) != canonical(here))
      return fail("the paths belong to two projects, " + found + " and " + here + ": check them one at a time, or name one with --config");
    if (found.empty()) found = here;
  }
  return found.empty() ? find_project_file("").value_or("") : found;
}

std::string file_of(const Project& project, const std::string& path) { return fs::path(path).is_absolute() ? path : project.folder + path; }

// --- the project's files ---

void add_document(Review& review, const DocumentEntry& entry) {
  if (entry.path.empty() || entry.role == DocumentRole::registered || entry.role == DocumentRole::retired) return;
  const auto add = [&](const std::string& path, InputRole role) {
    Input input;
    input.path = path;
    input.file = file_of(review.project, path);
    input.role = role;
    input.entry = &entry;
    review.inputs.push_back(std::move(input));
  };
  add(entry.path, entry.role == DocumentRole::live ? InputRole::live_text : InputRole::draft);
  const auto draft = Table<Document>::id_at(review.inputs.size() - 1);
  if (!entry.baseline.empty()) {
    add(entry.baseline, InputRole::baseline);
    review.inputs.back().baseline_of = draft;
  }
  const auto add_companion = [&](const std::string& path, InputRole role, ComparedAs as, std::size_t history = 0) {
    if (path.empty()) return;
    add(path, role);
    review.inputs.back().companion_of = draft;
    review.inputs.back().companion_as = as;
    review.inputs.back().history = history;
  };
  add_companion(entry.live, InputRole::live_text, ComparedAs::live);
  add_companion(entry.twin, InputRole::companion, ComparedAs::twin);
  for (std::size_t n = 0; n < entry.history.size(); ++n) add_companion(entry.history[n].path, InputRole::companion, ComparedAs::earlier, n);
  for (const auto& other : entry.in_flight) add_companion(other, InputRole::companion, ComparedAs::in_flight);
}

void add_design(Review& review, const DesignEntry& entry) {
  Input input;
  input.path = entry.path;
  input.file = file_of(review.project, entry.path);
  input.role = InputRole::design;
  input.design = &entry;
  input.candidates = &review.mappings;
  review.inputs.push_back(input);
  if (entry.baseline.empty()) return;
  input.path = entry.baseline;
  input.file = file_of(review.project, entry.baseline);
  input.role = InputRole::earlier_design;
  input.baseline_of = Table<Document>::id_at(review.inputs.size() - 1);
  review.inputs.push_back(std::move(input));
}

void add_register(Review& review, const std::string& kind, const std::string& path) {
  Input input;
  input.path = path;
  input.file = file_of(review.project, path);
  input.role = InputRole::register_file;
  input.register_kind = kind;
  input.candidates = &review.mappings;
  review.inputs.push_back(std::move(input));
}

/// A register that an option of its own name gives, instead of the project's.
Result<bool> add_answers(Review& review, Scope& scope, const std::string& kind, const std::string& file, const std::string& what) {
  if (file.empty()) return true;
  if (!is_file(file)) return fail(file + ": no such file; --" + kind + " names " + what);
  std::erase_if(review.inputs, [&](const Input& input) { return input.role == InputRole::register_file && input.register_kind == kind; });
  add_register(review, kind, file);
  review.inputs.back().file = file;
  scope.paths.insert(file);
  return true;
}

void add_project(Review& review) {
  for (const auto& entry : review.project.documents) add_document(review, entry);
  for (const auto& entry : review.project.design) add_design(review, entry);
  for (const auto& [kind, path] : review.project.registers) add_register(review, kind, path);
  if (!review.project.roles.empty()) add_register(review, "roles", review.project.roles);
}

// --- files and folders named ---

std::vector<std::string> files_named(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const auto& path : paths) {
    if (path == "-" || !is_folder(path)) {
      files.push_back(path);
    } else {
      const auto below = files_below(path);
      files.insert(files.end(), below.begin(), below.end());
    }
  }
  std::vector<std::string> once;
  std::set<std::string> seen;
  for (auto& file : files)
    if (seen.insert(file == "-" ? file : canonical(file)).second) once.push_back(std::move(file));
  return once;
}

void add_named(Review& review, const std::string& file) {
  Input input;
  input.path = input.file = file;
  input.role = InputRole::other;
  review.inputs.push_back(std::move(input));
}

// The project's files that a path names: itself, or all below a folder; a draft brings its baseline and live text.
std::vector<std::string> listed_below(const Review& review, const std::string& path) {
  std::vector<std::string> listed;
  const auto wanted = canonical(path);
  for (const auto& input : review.inputs) {
    const auto file = canonical(input.file);
    if (file == wanted || (is_folder(path) && is_below(file, wanted))) listed.push_back(input.path);
  }
  return listed;
}

// With a project, paths choose among its files and add others to them.
Scope choose_within_project(const Job& job, Review& review) {
  Scope scope;
  const auto folder = canonical(review.project.folder);
  std::vector<std::string> others;
  for (const auto& path : job.paths) {
    if (path != "-" && is_folder(path) && canonical(path) == folder) return {};
    const auto listed = path == "-" ? std::vector<std::string>{} : listed_below(review, path);
    scope.paths.insert(listed.begin(), listed.end());
    if (listed.empty()) others.push_back(path);
  }
  scope.all = job.paths.empty();
  for (const auto& file : files_named(others)) {
    add_named(review, file);
    scope.paths.insert(file);
  }
  return scope;
}

// A file that is named alone is itself, whatever it is to the project; where it is a draft's baseline and a document too, it is the document.
void keep_only_named(Review& review, const Scope& scope) {
  std::vector<Input> named;
  for (auto& input : review.inputs)
    if (scope.paths.count(input.path) != 0) named.push_back(std::move(input));
  std::stable_partition(named.begin(), named.end(), [](const Input& input) { return input.role != InputRole::baseline; });
  std::set<std::string> met;
  review.inputs.clear();
  for (auto& input : named) {
    if (!met.insert(canonical(input.file)).second) continue;
    input.baseline_of = input.companion_of = {};  // the draft is not read
    if (input.role == InputRole::companion) input.role = InputRole::draft;
    review.inputs.push_back(std::move(input));
  }
}

// --baseline and --profile speak of one document.
Result<bool> apply_single_document_options(const Job& job, Review& review, const Scope& scope) {
  if (job.baseline.empty()) return true;
  std::vector<std::size_t> wanted;
  for (std::size_t n = 0; n < review.inputs.size(); ++n) {
    const auto& input = review.inputs[n];
    const bool is_draft = input.role == InputRole::draft || input.role == InputRole::other;
    if (is_draft && (scope.all || scope.paths.count(input.path))) wanted.push_back(n);
  }
  if (wanted.size() != 1) return fail("--baseline is for a single document, but " + std::to_string(wanted.size()) + " are checked; name one file");
  if (!is_file(job.baseline)) return fail(job.baseline + ": no such file; --baseline names the document that the draft was marked against");
  const auto draft = Table<Document>::id_at(wanted.front());
  auto baseline = std::find_if(review.inputs.begin(), review.inputs.end(),
                               [&](const Input& input) { return input.role == InputRole::baseline && input.baseline_of == draft; });
  if (baseline == review.inputs.end()) baseline = review.inputs.insert(baseline, Input{});
  baseline->path = baseline->file = job.baseline;
  baseline->role = InputRole::baseline;
  baseline->entry = review.inputs[wanted.front()].entry;
  baseline->baseline_of = draft;
  return true;
}

bool is_marked_text(const Input& input) { return input.role != InputRole::baseline && input.role != InputRole::live_text; }

// The name of the scheme of an input: the option's, else its document's, else the project's.
const std::string& marking_of(const Job& job, const Review& review, const Input& input) {
  if (!job.marking.empty()) return job.marking;
  return input.entry != nullptr && !input.entry->marking.empty() ? input.entry->marking : review.project.marking;
}

/// Schemes in files of the project's own ("house-marking.yaml") beside the shipped ones.
Result<bool> add_own_markings(const Job& job, Review& review) {
  std::set<std::string> files;
  for (const auto& input : review.inputs)
    if (const std::string& name = marking_of(job, review, input); is_marked_text(input) && name.ends_with(".yaml")) files.insert(name);
  for (const std::string& name : files) {
    const bool of_project = name != job.marking && !review.project.folder.empty() && name.front() != '/';
    auto scheme = load_marking_file(of_project ? (fs::path(review.project.folder) / name).string() : name, job.rules_folder, name);
    if (!scheme) return fail(scheme.error().message);
    review.markings.push_back(std::move(*scheme));
  }
  return true;
}

// What marks mean in each text that is marked: baselines and live texts are in force as they stand.
Result<bool> choose_markings(const Job& job, Review& review) {
  if (auto good = add_own_markings(job, review); !good) return good;
  for (auto& input : review.inputs) {
    if (!is_marked_text(input)) continue;
    const std::string& name = marking_of(job, review, input);
    std::vector<std::string> names;
    for (const auto& scheme : review.markings) {
      names.push_back(scheme.name);
      if (scheme.name == name) input.marking = &scheme;
    }
    if (!input.marking && !job.marking.empty()) return fail("--marking: no marking scheme is called '" + name + "'" + did_you_mean(name, names));
  }
  return true;
}

}  // namespace

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code failed;
  auto at = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
  for (; !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
    const auto name = at->path().filename().string();
    std::error_code ignored;
    if (name.front() == '.') {
      at.disable_recursion_pending();
      continue;
    }
    if (!at->is_regular_file(ignored) || name.compare(0, 2, "~$") == 0 || name == "dovetail.yaml") continue;
    if (sniff(name, {}) != FileKind::unknown) files.push_back(at->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Result<Scope> collect_inputs(const Job& job, const UnitStore& store, Review& review) {
  const auto project_file = project_file_of(job);
  if (!project_file) return fail(project_file.error().message);
  if (project_file->empty() && store.links() && !job.paths.empty())
    return fail("--units: " + job.paths.front() + " is named, but without a project the units alone say what is checked; leave it out");
  if (project_file->empty() && job.paths.empty() && !store.links())
    return fail("no dovetail.yaml in this folder or above it: name a file or a folder to check, as in 'dovetail check draft.docx'");
  Scope scope;
  if (!project_file->empty()) {
    auto project = load_project(*project_file, job.rules_folder, job.catalogue);
    if (!project) return fail(project.error().message);
    review.project = std::move(*project);
  }
  // Entries for unlisted files are added when they are identified; nothing that points at an entry may move then.
  const auto unit_paths = store.links() && project_file->empty() ? store.paths() : std::vector<std::string>();
  const auto room = files_named(job.paths).size() + unit_paths.size() + 1;
  review.project.documents.reserve(review.project.documents.size() + room);
  review.project.design.reserve(review.project.design.size() + room);
  if (project_file->empty()) {
    for (const auto& file : files_named(job.paths)) add_named(review, file);
    for (const auto& file : unit_paths) add_named(review, file);
  } else {
    add_project(review);
    scope = choose_within_project(job, review);
    if (!scope.all) review.filters.insert(review.filters.end(), scope.paths.begin(), scope.paths.end());
    if (!scope.all && job.alone) keep_only_named(review, scope);
  }
  if (auto good = add_answers(review, scope, "responses", job.responses, "the workbook whose Comments log was filled in"); !good)
    return fail(good.error().message);
  if (auto good = add_answers(review, scope, "decisions", job.decisions, "the worksheet that was filled in"); !good)
    return fail(good.error().message);
  if (auto good = apply_single_document_options(job, review, scope); !good) return fail(good.error().message);
  review.markings = job.catalogue.markings;
  if (auto good = choose_markings(job, review); !good) return fail(good.error().message);
  order_inputs(review);
  return scope;
}

}  // namespace dovetail
