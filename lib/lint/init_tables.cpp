// One proposal decides what each table is; how sure it is decides how it is written down.
#include "lint/init_tables.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "compile/propose.h"
#include "compile/tables.h"
#include "lint/guess.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

namespace fs = std::filesystem;

constexpr double surely = 0.8, likely = 0.5;

constexpr std::array<std::string_view, 12> register_names{"trace", "changes",   "horizon",   "comments",  "versions",  "topics",
                                                          "roles", "documents", "artefacts", "responses", "decisions", "flows"};

std::vector<Mapping> mappings_where(const Review& review, const auto& is_wanted) {
  std::vector<Mapping> chosen;
  for (const Mapping& mapping : review.mappings)
    if (is_wanted(mapping)) chosen.push_back(mapping);
  return chosen;
}

/// Those of a document's tables that some mapping fits.
std::vector<MappingProposal> fitting(const Document& document, const std::vector<Mapping>& mappings) {
  std::vector<MappingProposal> made = mappings.empty() ? std::vector<MappingProposal>() : propose_mapping(document, mappings);
  std::erase_if(made, [](const MappingProposal& p) { return p.mapping.empty() || p.rows == 0; });
  return made;
}

bool stands_in_registers(const std::string& path) {
  for (const auto& step : fs::path(path).parent_path()) {
    const auto folder = fold(step.string());
    if (folder == "registers" || folder == "register" || folder == "logs") return true;
  }
  return false;
}

std::string gives(const Review& review, const MappingProposal& proposal) {
  const auto mapping = std::find_if(review.mappings.begin(), review.mappings.end(), [&](const Mapping& m) { return m.name == proposal.mapping; });
  return mapping == review.mappings.end() ? std::string() : mapping->gives;
}

/// Whether the file's name speaks of a kind of register.
bool is_named_after_register(const Mapping& mapping, const std::string& folded_name) {
  return std::find(register_names.begin(), register_names.end(), mapping.gives) != register_names.end() &&
         folded_name.find(mapping.gives) != std::string::npos;
}

bool is_named_after_register(const Review& review, const std::string& path) {
  const auto name = fold(fs::path(path).stem().string());
  return std::any_of(review.mappings.begin(), review.mappings.end(), [&](const Mapping& m) { return is_named_after_register(m, name); });
}

/// The proposals for one file: where its name or folder says that it is a register the registers alone are tried, those that the name speaks of
/// first.
std::vector<MappingProposal> proposals_for(const Review& review, std::size_t input) {
  const std::string& path = review.inputs[input].path;
  const Document& document = review.documents[Table<Document>::id_at(input)];
  const auto name = fold(fs::path(path).stem().string());
  const auto is_named = [&](const Mapping& m) { return is_named_after_register(m, name); };
  if (auto named = fitting(document, mappings_where(review, is_named)); !named.empty()) return named;
  if (stands_in_registers(path))
    if (auto of_registers = fitting(document, mappings_where(review, [](const Mapping& m) { return is_register(m.gives); })); !of_registers.empty())
      return of_registers;
  return fitting(document, review.mappings);
}

/// "BP901" for "BP901_steps.csv"; the bare name of a file that does not begin with an artefact's id.
std::string artefact_named_by(const std::string& path) {
  const auto name = bare_file_name(path);
  auto words = name;
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '_' || c == '.'; }, ' ');
  const auto named = artefacts_in_text(normalise(words));
  return !named.empty() && named.front().span.begin == 0 ? named.front().id.canonical : name;
}

bool is_model(FileKind kind) {
  return kind == FileKind::bpmn || kind == FileKind::vsdx || kind == FileKind::reqif || kind == FileKind::openapi || kind == FileKind::archimate;
}

/// The atoms that a file will have once the project lists it: rows count whatever scheme their ids are of, the elements of a diagram do not.
std::vector<const Item*> atoms_of(const Unit& unit, bool is_diagram) {
  std::vector<const Item*> atoms;
  for (const Item& item : unit.items) atoms.push_back(&item);
  if (!is_diagram)
    for (const Item& item : unit.unnamed) atoms.push_back(&item);
  return atoms;
}

/// "bp_step, interface: 10 atoms", the kinds in order of appearance.
std::string tally_of(const std::vector<const Item*>& atoms) {
  if (atoms.empty()) return "no id of the programme was found in it";
  std::string kinds;
  std::set<std::string> told;
  for (const Item* item : atoms)
    if (told.insert(item->kind).second) kinds += (kinds.empty() ? "" : ", ") + item->kind;
  return kinds + ": " + std::to_string(atoms.size()) + (atoms.size() == 1 ? " atom" : " atoms");
}

/// A mapping written out: where the headers are none that a built-in mapping knows, a name would not do.
std::string written_out(const Review& review, const MappingProposal& proposal) {
  std::string text =
      "{gives: " + gives(review, proposal) + ", id: " + proposal.columns[0].first + ", text: " + proposal.columns[1].first + ", fields: {";
  for (std::size_t i = 0; i < proposal.columns.size(); ++i)
    text += (i == 0 ? "" : ", ") + proposal.columns[i].first + ": " + yaml_value(proposal.columns[i].second);
  return text + "}}";
}

std::string entry_for(const Review& review, const std::string& path, const std::vector<MappingProposal>& made) {
  std::string entry = "- {path: " + yaml_value(path) + ", artefact: " + yaml_value(artefact_named_by(path));
  if (made.size() == 1) {  // sheets of several kinds: the headers of each decide
    if (made.front().by_content) {
      if (!made.front().sheet.empty()) entry += ", sheet: " + yaml_value(made.front().sheet);
      entry += ", mapping: " + written_out(review, made.front());
    } else {
      entry += ", mapping: " + made.front().mapping;
    }
  }
  return entry + "}";
}

double least_sure(const std::vector<MappingProposal>& made) {
  double least = 1;
  for (const auto& proposal : made) least = std::min(least, proposal.sure);
  return least;
}

void take_design(const Review& review, std::size_t n, std::vector<MappingProposal> made, FoundTables& found, ProjectText& counts) {
  const auto& input = review.inputs[n];
  const auto& unit = review.units[Table<Unit>::id_at(n)];
  const bool is_diagram = is_model(review.documents[Table<Document>::id_at(n)].kind);
  const double sure = is_diagram ? 1 : least_sure(made);
  const bool is_guess = sure < likely || (made.size() == 1 && made.front().by_content);
  const auto atoms = atoms_of(unit, is_diagram);
  bool is_new = atoms.empty();
  if (!is_guess)
    for (const Item* item : atoms) is_new = found.atoms.insert(item->kind + " " + item->id).second || is_new;
  const auto entry = entry_for(review, input.path, is_diagram ? std::vector<MappingProposal>() : made);
  if (is_guess) {
    for (const auto& proposal : made) found.design += "  # " + input.path + (proposal.sheet.empty() ? ": " : ", ") + describe(proposal) + "\n";
    found.design += "  # " + entry + "   # take the first # away where that is right\n";
    ++counts.left;
    return;
  }
  if (!is_new) {
    found.design += "  # " + entry + "   has no atom that the files above have not\n";
    return;
  }
  for (const Item* item : atoms) found.ids.add(*item);
  found.design += "  " + entry + "   # " + (is_diagram ? tally_of(atoms) : tally_of(atoms) + (sure < surely ? "; likely" : "; sure")) + "\n";
  if (!is_diagram && sure < surely)
    for (const auto& proposal : made) found.design += "  #   " + describe(proposal) + "\n";
  ++counts.design;
}

void take_register(const std::string& path, const std::string& kind, FoundTables& found, ProjectText& counts) {
  const auto [first, is_new] = found.registers.try_emplace(kind, path);
  counts.registers += is_new ? 1 : 0;
  if (!is_new) found.left += "# " + path + ": a second register of the kind " + kind + ", beside " + first->second + "\n";
}

}  // namespace

std::string yaml_value(const std::string& text) {
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

std::string describe(const MappingProposal& proposal) {
  const std::string where = proposal.sheet.empty() ? std::string() : "sheet " + proposal.sheet + ": ";
  if (proposal.mapping.empty()) return where + "no mapping fits";
  std::string text = where + proposal.mapping + (proposal.sure >= surely ? ", sure" : proposal.sure >= likely ? ", likely" : ", a guess");
  if (proposal.by_content) text += " by what its columns hold";
  const auto list = [&](const char* before, const auto& values, const auto& words) {
    std::string all;
    for (const auto& value : values) all += (all.empty() ? "" : ", ") + words(value);
    if (!all.empty()) text += before + all;
  };
  list("; ", proposal.columns, [](const auto& column) { return column.first + " = " + column.second; });
  list("; not used: ", proposal.left_over, [](const std::string& header) { return header; });
  return text;
}

void take_table(const Review& review, std::size_t n, FoundTables& found, ProjectText& counts) {
  const auto& path = review.inputs[n].path;
  const auto& document = review.documents[Table<Document>::id_at(n)];
  if (is_model(document.kind)) return take_design(review, n, {}, found, counts);
  auto made = proposals_for(review, n);
  const auto first_register = std::find_if(made.begin(), made.end(), [&](const auto& p) { return is_register(gives(review, p)); });
  const bool says_so = stands_in_registers(path) || is_named_after_register(review, path);
  const bool has_register = first_register != made.end() && first_register->sure >= (says_so ? likely : surely);
  std::vector<MappingProposal> design;
  for (const auto& proposal : made)
    if (!is_register(gives(review, proposal))) design.push_back(proposal);
  if (!design.empty() && !has_register) return take_design(review, n, design, found, counts);
  if (has_register) return take_register(path, gives(review, *first_register), found, counts);
  ++counts.left;
  const auto why = !document.problems.empty() ? document.problems.front().message
                   : made.empty()             ? "nothing that a mapping knows"
                                              : describe(made.front());
  found.left += "# " + path + ": " + why + "\n";
}

}  // namespace dovetail
