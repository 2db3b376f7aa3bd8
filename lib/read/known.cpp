// dovetail.known/1: {"schema", "findings": [{"fingerprint", "rule", "document", …}]}.
#include "read/known.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace dovetail {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& entry, const char* key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

Result<std::vector<Waiver>> read_known(const std::string& path, const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail(path + ": no such file; 'dovetail check --write-known " + path + "' writes it");
  const std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  const auto json = Json::parse(bytes, nullptr, false);
  const auto bad = path + ": no file of known findings (dovetail.known/1); 'dovetail check --write-known FILE' writes one";
  if (!json.is_object() || text_of(json, "schema") != "dovetail.known/1") return fail(bad);
  const auto findings = json.find("findings");
  if (findings == json.end() || !findings->is_array()) return fail(bad);
  std::vector<Waiver> waivers;
  for (const auto& entry : *findings) {
    Waiver waiver;
    waiver.fingerprint = entry.is_object() ? text_of(entry, "fingerprint") : std::string();
    if (waiver.fingerprint.empty()) return fail(path + ": known finding " + std::to_string(waivers.size() + 1) + " has no fingerprint");
    waiver.rule = text_of(entry, "rule");
    waiver.document = text_of(entry, "document");
    waiver.reason = known_reason;
    waiver.written = path;
    waivers.push_back(std::move(waiver));
  }
  return waivers;
}

}  // namespace dovetail
