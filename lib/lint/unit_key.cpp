// What a stored unit depends on beside the bytes of its file.
#include "lint/unit_key.h"

#include <elf.h>
#include <link.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/sha256.h"

namespace dovetail {
namespace {

namespace fs = std::filesystem;

using Texts = std::vector<std::string>;

/// The GNU build id in the notes of one loaded object; the program itself comes first.
int take_build_id(dl_phdr_info* object, std::size_t, void* found) {
  for (int n = 0; n < object->dlpi_phnum; ++n) {
    const auto& header = object->dlpi_phdr[n];
    if (header.p_type != PT_NOTE) continue;
    const auto* at = reinterpret_cast<const char*>(object->dlpi_addr + header.p_vaddr);
    const auto* const end = at + header.p_memsz;
    while (end - at >= static_cast<std::ptrdiff_t>(sizeof(ElfW(Nhdr)))) {
      const auto* note = reinterpret_cast<const ElfW(Nhdr)*>(at);
      const auto padded = [](std::size_t size) { return (size + 3) & ~std::size_t{3}; };
      const char* const name = at + sizeof(ElfW(Nhdr));
      const char* const value = name + padded(note->n_namesz);
      if (value + note->n_descsz > end) break;
      if (note->n_type == NT_GNU_BUILD_ID) static_cast<std::string*>(found)->assign(value, note->n_descsz);
      at = value + padded(note->n_descsz);
    }
  }
  return 1;  // no other object is asked
}

std::string build_id() {
  std::string id;
  dl_iterate_phdr(take_build_id, &id);
  return id;
}

void add(Texts& texts, const Mapping& mapping) {
  texts.insert(texts.end(),
               {mapping.name, mapping.gives, mapping.id, mapping.text, mapping.parent, digest_of(mapping.sheets), digest_of(mapping.elements)});
  for (const auto& field : mapping.fields)
    texts.insert(texts.end(), {field.field, digest_of(field.columns), field.required ? "1" : "", field.many ? "1" : "", field.as});
}

}  // namespace

std::string digest_of(const Texts& texts) {
  std::string all;
  for (const auto& text : texts) all += std::to_string(text.size()) + ":" + text;
  return sha256_hex(all);
}

std::string digest_of_program(const Job& job) {
  Texts texts{job.tool, build_id()};
  std::vector<std::string> files;
  std::error_code failed;
  for (fs::recursive_directory_iterator at(job.rules_folder, failed), end; !failed && at != end; at.increment(failed)) {
    std::error_code ignored;
    if (at->is_regular_file(ignored)) files.push_back(at->path().string());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    texts.push_back(file.substr(job.rules_folder.size()));
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return digest_of(texts);
}

std::string digest_of_ids(const std::vector<IdShape>& shapes) {
  Texts texts;
  for (const auto& shape : shapes) texts.insert(texts.end(), {shape.family, shape.pattern, shape.canonical, shape.in_text, shape.cited});
  return digest_of(texts);
}

std::string digest_of_reading(const Input& input, const Job& job) {
  Texts texts{input.path == "-" ? job.format_in : "", input.marking ? "marking " + input.marking->name : ""};
  for (const auto& limit : named_limits) texts.push_back(std::to_string(job.limits.*limit.value));
  return digest_of(texts);
}

std::string digest_of_context(const Input& input) {
  Texts texts{std::to_string(static_cast<int>(input.role)), input.register_kind, input.profile ? "profile " + input.profile->name : ""};
  if (const auto* entry = input.entry)
    texts.insert(texts.end(),
                 {"text", entry->id, entry->code, entry->title, entry->profile, entry->glossary, entry->path, digest_of(entry->aliases)});
  if (const auto* design = input.design)
    texts.insert(texts.end(), {"design", design->path, design->artefact, design->mapping, design->sheet, design->version, design->release});
  if (input.mapping) add(texts, *input.mapping);
  if (input.candidates)
    for (const auto& mapping : *input.candidates) texts.push_back("or " + mapping.name);
  return digest_of(texts);
}

}  // namespace dovetail
