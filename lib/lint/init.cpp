// Everything is read and compiled as in a run without a project; then the guesses are written down.
#include "lint/init.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

#include "compile/compile.h"
#include "lint/choose_rules.h"
#include "lint/identify.h"
#include "lint/inputs.h"
#include "lint/read_all.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {
namespace {

namespace fs = std::filesystem;

/// A value in a flow mapping of YAML.
std::string yaml(const std::string& text) {
  const bool plain = !text.empty() &&
                     text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./ -") == std::string::npos &&
                     text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == 0 && text.back() != ' ';
  static const std::set<std::string> words{"true", "false", "yes", "no", "on", "off", "null", "y", "n"};
  if (plain && words.count(fold(text)) == 0) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + "\"";
}

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

constexpr std::array<std::string_view, 11> register_names{"trace", "changes",   "horizon",   "comments",  "versions", "topics",
                                                          "roles", "documents", "artefacts", "responses", "flows"};

bool is_register_kind(std::string_view kind) { return std::find(register_names.begin(), register_names.end(), kind) != register_names.end(); }

struct Texts {
  const DocumentEntry* entry = nullptr;
  std::vector<std::string> drafts, baselines, live;
};

struct Found {
  std::map<std::string, Texts> documents;  // by id
  std::string design, registers, roles, left;
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

std::string mapping_for(const Review& review, const std::string& kind) {
  std::string name;
  for (const auto& mapping : review.mappings) {
    if (mapping.gives != kind) continue;
    if (!name.empty()) return {};  // several give this kind: the headers decide
    name = mapping.name;
  }
  return name;
}

/// The kinds of register, those that the file's name speaks of first.
std::vector<std::string> register_kinds(const Review& review, const std::string& path) {
  std::vector<std::string> kinds;
  const auto name = fold(fs::path(path).stem().string());
  for (const auto& mapping : review.mappings) {
    if (is_register_kind(mapping.gives) && std::find(kinds.begin(), kinds.end(), mapping.gives) == kinds.end()) kinds.push_back(mapping.gives);
  }
  std::stable_partition(kinds.begin(), kinds.end(), [&](const std::string& kind) { return name.find(kind) != std::string::npos; });
  return kinds;
}

bool names_a_register(const std::string& path) {
  const auto name = fold(fs::path(path).stem().string());
  for (const auto& kind : register_names)
    if (name.find(kind) != std::string::npos) return true;
  return stands_in(path, {"registers", "register", "logs"});
}

/// The kind of register that a file reads as, without a fault in its table; empty for none.
std::string register_kind_of(const Review& review, std::size_t n) {
  auto input = review.inputs[n];
  input.role = InputRole::register_file;
  for (const auto& kind : register_kinds(review, input.path)) {
    input.register_kind = kind;
    const auto unit = compile(review.documents[Table<Document>::id_at(n)], input);
    const bool malformed =
        std::any_of(unit.problems.begin(), unit.problems.end(), [](const Problem& p) { return p.message.find(" no column") != std::string::npos; });
    if (!unit.records.empty() && !malformed && (*unit.records.begin()).kind == kind) return kind;
  }
  return {};
}

/// What has been met: atoms, and the file of each register.
struct Met {
  std::set<std::string> atoms;
  std::map<std::string, std::string> registers;
};

bool is_diagram(FileKind kind) {
  return kind == FileKind::bpmn || kind == FileKind::vsdx || kind == FileKind::reqif || kind == FileKind::openapi || kind == FileKind::archimate;
}

void take_design(const Review& review, Found& found, std::size_t n, Met& met) {
  const auto& input = review.inputs[n];
  const auto& unit = review.units[Table<Unit>::id_at(n)];
  std::string kind = unit.items.empty() ? std::string() : (*unit.items.begin()).kind, kinds;
  for (const auto& item : unit.items)
    if (kinds.find(item.kind) == std::string::npos) kinds += (kinds.empty() ? "" : ", ") + item.kind;
  if (kinds != kind) kind.clear();  // sheets of several kinds: the headers of each decide
  const auto mapping = kind.empty() || is_diagram(review.documents[Table<Document>::id_at(n)].kind) ? std::string() : mapping_for(review, kind);
  bool is_new = unit.items.empty();
  for (const auto& item : unit.items) is_new = met.atoms.insert(item.kind + " " + item.id).second || is_new;
  const auto entry =
      "- {path: " + yaml(input.path) + ", artefact: " + yaml(input.design->artefact) + (mapping.empty() ? "" : ", mapping: " + mapping) + "}";
  const auto atoms = unit.items.empty() ? std::string("a diagram or a schema") : kinds + ": " + std::to_string(unit.items.size()) + " atoms";
  found.design += (is_new ? "  " : "  # ") + entry + (is_new ? "   # " + atoms : "   has no atom that the files above have not") + "\n";
  found.result.design += is_new ? 1 : 0;
}

void take_table(const Review& review, Found& found, std::size_t n, Met& met) {
  const auto& input = review.inputs[n];
  const auto& unit = review.units[Table<Unit>::id_at(n)];
  const auto& document = review.documents[Table<Document>::id_at(n)];
  if (is_diagram(document.kind) || (!unit.items.empty() && !names_a_register(input.path))) return take_design(review, found, n, met);
  const auto kind = register_kind_of(review, n);
  if (kind.empty() && !unit.items.empty()) return take_design(review, found, n, met);
  if (!kind.empty()) {
    const auto [first, is_new] = met.registers.try_emplace(kind, input.path);
    found.result.registers += is_new ? 1 : 0;
    if (!is_new) found.left += "# " + input.path + ": a second register of the kind " + kind + ", beside " + first->second + "\n";
    return;
  }
  ++found.result.left;
  found.left += "# " + input.path + ": " + (document.problems.empty() ? "nothing that a mapping knows" : document.problems.front().message) + "\n";
}

std::string document_lines(Found& found) {
  std::string out;
  for (auto& [id, texts] : found.documents) {
    for (auto* all : {&texts.drafts, &texts.baselines, &texts.live}) std::sort(all->begin(), all->end(), is_older);
    const bool judged = !texts.drafts.empty();
    auto& newest = judged ? texts.drafts : texts.live.empty() ? texts.baselines : texts.live;
    const auto path = newest.back();
    newest.pop_back();
    out += "  - path: " + yaml(path) + "\n    id: " + yaml(texts.entry->id) + "\n    profile: " + yaml(texts.entry->profile) + "\n";
    if (!judged) out += "    role: live              # read to resolve against, and not judged\n";
    if (judged && !texts.baselines.empty()) {
      out += "    baseline: " + yaml(texts.baselines.back()) + "\n";
      texts.baselines.pop_back();
    }
    if (judged && !texts.live.empty()) {
      out += "    live: " + yaml(texts.live.back()) + "        # what is in force now, if it has moved on since the baseline\n";
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
         yaml(name) +
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
  Met met;
  for (std::size_t n = 0; n < review.inputs.size(); ++n) {
    if (review.inputs[n].role == InputRole::draft)
      take_document(found, review.inputs[n]);
    else if (review.inputs[n].design != nullptr)
      take_table(review, found, n, met);
  }
  if (const auto roles = met.registers.extract("roles"); !roles.empty()) found.roles = "roles: " + yaml(roles.mapped()) + "\n";
  for (const auto& [kind, path] : met.registers) found.registers += "  " + kind + ": " + yaml(path) + "\n";
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
  read_all(job, review);
  if (auto known = identify(job, Scope{}, review); !known) return fail(known.error().message);
  compile_all(job, review);
  auto found = look_through(review);
  std::error_code ignored;
  auto text = head(fs::weakly_canonical(folder, ignored).filename().string());
  if (const auto lines = document_lines(found); !lines.empty()) text += "documents:                            # code text\n" + lines;
  if (!found.design.empty()) text += "design:\n" + found.design;
  if (!found.registers.empty()) text += "registers:\n" + found.registers;
  text += found.roles + std::string(tail);
  if (!found.left.empty()) text += "# Left out:\n" + found.left;
  found.result.text = std::move(text);
  return found.result;
}

}  // namespace dovetail
