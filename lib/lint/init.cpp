// Everything is read and compiled as in a run without a project; then the guesses are written down.
#include "lint/init.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "compile/compile.h"
#include "lint/choose_rules.h"
#include "lint/identify.h"
#include "lint/init_tables.h"
#include "lint/inputs.h"
#include "lint/read_all.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {
namespace {

namespace fs = std::filesystem;

bool stands_in(const std::string& path, const std::vector<std::string>& folders) {
  for (const auto& step : fs::path(path).parent_path())
    for (const auto& folder : folders)
      if (fold(step.string()) == folder) return true;
  return false;
}

bool is_older(const std::string& a, const std::string& b) {
  const auto order = compare_versions(version_in_file_name(a), version_in_file_name(b));
  return order ? *order == std::strong_ordering::less : a < b;
}

struct Texts {
  const DocumentEntry* entry = nullptr;
  std::vector<std::string> drafts, baselines, live;
};

struct Found {
  std::map<std::string, Texts> documents;  // by id
  FoundTables tables;
  std::string registers, roles;
  ProjectText result;
};

void take_document(Found& found, const Input& input) {
  auto& texts = found.documents[fold(input.entry->id)];
  auto* kind = &texts.drafts;
  if (stands_in(input.path, {"baseline", "baselines", "base"})) kind = &texts.baselines;
  if (stands_in(input.path, {"live", "in force", "current"})) kind = &texts.live;
  kind->push_back(input.path);
  if (texts.entry == nullptr || kind == &texts.drafts) texts.entry = input.entry;
}

std::string document_lines(Found& found) {
  std::string out;
  for (auto& [id, texts] : found.documents) {
    for (auto* all : {&texts.drafts, &texts.baselines, &texts.live}) std::sort(all->begin(), all->end(), is_older);
    const bool judged = !texts.drafts.empty();
    auto& newest = judged ? texts.drafts : texts.live.empty() ? texts.baselines : texts.live;
    const auto path = newest.back();
    newest.pop_back();
    out += "  - path: " + yaml_value(path) + "\n    id: " + yaml_value(texts.entry->id) + "\n    profile: " + yaml_value(texts.entry->profile) + "\n";
    if (!judged) out += "    role: live              # read to resolve against, and not judged\n";
    if (judged && !texts.baselines.empty()) {
      out += "    baseline: " + yaml_value(texts.baselines.back()) + "\n";
      texts.baselines.pop_back();
    }
    if (judged && !texts.live.empty()) {
      out += "    live: " + yaml_value(texts.live.back()) + "        # what is in force now, if it has moved on since the baseline\n";
      texts.live.pop_back();
    }
    for (const auto* all : {&texts.drafts, &texts.baselines, &texts.live})
      for (const auto& other : *all) out += "    # another file of this id: " + other + " (history, twin or in_flight)\n";
    ++found.result.documents;
  }
  return out;
}

std::string head(const std::string& name) {
  return "# Written by 'dovetail init' from what is in this folder. Look it over: everything here was guessed.\n"
         "project: " +
         yaml_value(name) +
         "\n"
         "# release: IR1.1                    # the design release that the drafting should reflect\n"
         "# as_of: 2025-06-30                 # the day that dates are judged at\n"
         "# marking: mhhs                     # what colours and strikes mean, where changes are not tracked\n"
         "# codes:                            # what the codes are called in text\n"
         "#   - {id: XBSC, name: X Balancing Code, aliases: [the Code]}\n";
}

std::string relative_to(const std::string& folder, const std::string& path) { return fs::path(path).lexically_relative(folder).generic_string(); }

void add_inputs(Review& review, const std::string& folder) {
  for (const auto& file : files_below(folder)) {
    Input input;
    input.path = relative_to(folder, file);
    input.file = file;
    input.role = InputRole::other;
    review.inputs.push_back(std::move(input));
  }
  review.project.documents.reserve(review.inputs.size());  // entries are pointed at
  review.project.design.reserve(review.inputs.size());
}

Found look_through(const Review& review) {
  Found found;
  for (std::size_t n = 0; n < review.inputs.size(); ++n) {
    if (review.inputs[n].role == InputRole::draft)
      take_document(found, review.inputs[n]);
    else if (review.inputs[n].design != nullptr)
      take_table(review, n, found.tables, found.result);
  }
  if (const auto roles = found.tables.registers.extract("roles"); !roles.empty()) found.roles = "roles: " + yaml_value(roles.mapped()) + "\n";
  for (const auto& [kind, path] : found.tables.registers) found.registers += "  " + kind + ": " + yaml_value(path) + "\n";
  return found;
}

constexpr std::string_view tail =
    "# rules:                              # severities of this project\n#   term.undefined: {severity: note}\n"
    "# waivers:                            # accepted findings, each with its reason\n"
    "#   - {rule: term.unused-definition, document: XBSCP901, label: \"2.2\", reason: kept for the transition, until: 2025-09-30}\n";

}  // namespace

Result<ProjectText> project_text(const Job& job, const std::string& given) {
  const std::string folder = given.empty() ? "." : given;
  Review review;
  if (auto chosen = choose_rules(job, review); !chosen) return fail(chosen.error().message);
  add_inputs(review, folder);
  if (review.inputs.empty()) return fail(folder + ": no file that can be read, so there is nothing to write a project of");
  review.markings = job.catalogue.markings;
  auto store = UnitStore::open(job);
  if (!store) return fail(store.error().message);
  store->expect(review);
  read_all(job, *store, review);
  if (auto known = identify(job, Scope{}, review); !known) return fail(known.error().message);
  compile_all(job, *store, review);
  use_id_shapes(job.catalogue.ids);  // what was learned of ids is written down
  auto found = look_through(review);
  std::error_code ignored;
  auto text = head(fs::weakly_canonical(folder, ignored).filename().string());
  if (const auto lines = document_lines(found); !lines.empty()) text += "documents:                            # code text\n" + lines;
  if (!found.tables.design.empty()) text += (found.result.design == 0 ? "# design:\n" : "design:\n") + found.tables.design;
  text += found.tables.ids.lines();
  if (!found.registers.empty()) text += "registers:\n" + found.registers;
  text += found.roles + std::string(tail);
  if (!found.tables.left.empty()) text += "# Left out:\n" + found.tables.left;
  found.result.text = std::move(text);
  return found.result;
}

}  // namespace dovetail
