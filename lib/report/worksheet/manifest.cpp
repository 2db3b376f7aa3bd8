// dovetail.manifest/1.
#include "report/worksheet/manifest.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include "base/sha256.h"
#include "report/changes.h"
#include "report/formats.h"
#include "report/json_text.h"
#include "text/versions.h"

namespace dovetail {
namespace worksheet {
namespace {

std::string role_of(const Input& input) {
  switch (input.role) {
    case InputRole::draft:
      return "draft";
    case InputRole::live_text:
      return "live";
    case InputRole::baseline:
      return "baseline";
    case InputRole::design:
      return "design";
    case InputRole::earlier_design:
      return "earlier design";
    case InputRole::register_file:
      return "register";
    case InputRole::companion:
      return "companion";
    case InputRole::other:
      break;
  }
  return "other";
}

std::string version_of(const Input& input) {
  const bool own = input.entry && input.entry->path == input.path;
  if (own && !input.entry->version.empty()) return input.entry->version;
  if (input.design && !input.design->version.empty()) return input.design->version;
  return version_in_file_name(input.path);
}

std::string release_of(const Review& review, const Input& input) {
  if (input.entry && input.entry->path == input.path && !input.entry->release.empty()) return input.entry->release;
  if (input.design && !input.design->release.empty()) return input.design->release;
  return input.role == InputRole::draft ? review.project.release : std::string();
}

}  // namespace

std::vector<ManifestFile> manifest_of(const Review& review) {
  std::vector<ManifestFile> files;
  std::set<std::string> met;
  const auto changes = summarise_changes(review);
  for (std::size_t n = 0; n < review.inputs.size(); ++n) {
    const auto& input = review.inputs[n];
    const auto& properties = review.documents[Table<Document>::id_at(n)].properties;
    const bool known = properties.count("dovetail sha256") != 0;  // a linked unit's: the file may be on another machine
    std::ifstream stream(known ? std::string() : input.file, std::ios::binary);
    if (input.role == InputRole::other && !stream && !known) continue;  // the project file and the like, that findings only name
    if (!met.insert(input.path).second) continue;
    const auto& unit = review.units[Table<Unit>::id_at(n)];
    ManifestFile file{input.path, role_of(input), unit.id, version_of(input), release_of(review, input), {}, {}, 0};
    if (known) {
      file.checksum = properties.at("dovetail sha256");
      file.bytes = static_cast<std::uint64_t>(std::strtoull(properties.at("dovetail bytes").c_str(), nullptr, 10));
    } else if (stream) {
      const std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
      file.checksum = sha256_hex(bytes);
      file.bytes = bytes.size();
    }
    for (const auto& summary : changes)
      if (summary.draft->unit.value == n) file.changes = change_line(summary);
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace worksheet

std::string report_manifest(const Review& review, const ReportOptions& options) {
  Json files = Json::array();
  for (const auto& file : worksheet::manifest_of(review))
    files.push_back({{"path", file.path},
                     {"role", file.role},
                     {"id", text_or_null(file.id)},
                     {"version", text_or_null(file.version)},
                     {"release", text_or_null(file.release)},
                     {"bytes", file.bytes},
                     {"sha256", text_or_null(file.checksum)},
                     {"changes", text_or_null(file.changes)}});
  return finished(Json{{"schema", "dovetail.manifest/1"},
                       {"tool", {{"name", "dovetail"}, {"version", options.version}}},
                       {"project", text_or_null(review.project.name)},
                       {"release", text_or_null(review.project.release)},
                       {"files", files}});
}

}  // namespace dovetail
