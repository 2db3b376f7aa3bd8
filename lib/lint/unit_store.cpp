// Where the facts of files are kept between runs.
#include "lint/unit_store.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/sha256.h"
#include "lint/choose_rules.h"
#include "lint/stored/sound.h"
#include "lint/stored/unit_file.h"
#include "lint/unit_key.h"
#include "report/write_file.h"

namespace dovetail {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_memory = 1200ULL << 20;  // of what one unit file becomes: any one file stays below 1.5 GiB
constexpr std::size_t heading_bytes = 1U << 16;

Result<std::string> bytes_of(const std::string& file, std::uint64_t most) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail("it cannot be opened");
  std::string bytes;
  char block[65536];
  while (bytes.size() < most && (in.read(block, sizeof block) || in.gcount() > 0)) bytes.append(block, static_cast<std::size_t>(in.gcount()));
  return bytes;
}

/// Names of files keep what a person knows them by, and no more of it than every file system takes.
std::string plain_name(const std::string& path) {
  std::string name;
  for (const char c : fs::path(path).stem().string()) {
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_';
    name += is_plain ? c : '_';
  }
  constexpr std::size_t longest = 60;
  return name.substr(0, longest);
}

Document without_text(const std::string& path, std::string problem) {
  Document document;
  document.path = path;
  document.problems.push_back({"input.unreadable", std::move(problem), {}, 1});
  return document;
}

}  // namespace

Result<UnitStore> UnitStore::open(const Job& job) {
  UnitStore store(job);
  if (!job.units.empty() && !job.cache.empty())
    return fail("--units and --cache: what is linked is not read, so there is nothing to cache; leave one out");
  if (store.links() || store.keeps()) store.made_by_ = digest_of_program(job);
  if (store.links())
    if (auto good = store.index_units(); !good) return fail(good.error().message);
  if (!job.cache.empty()) {
    std::error_code failed;
    fs::create_directories(job.cache, failed);
    if (!fs::is_directory(job.cache, failed)) return fail("--cache: " + job.cache + " can be no folder; name one that can be written");
  }
  return store;
}

Result<bool> UnitStore::index_units() {
  std::error_code failed;
  if (!fs::is_directory(job_->units, failed))
    return fail("--units: " + job_->units + " is no folder; 'dovetail compile FILE -o DIR/FILE.unit' fills one");
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator at(job_->units, fs::directory_options::skip_permission_denied, failed), end; !failed && at != end;
       at.increment(failed)) {
    std::error_code ignored;
    if (at->path().string().ends_with(stored::ending) && at->is_regular_file(ignored)) files.push_back(at->path().string());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const auto heading = bytes_of(file, heading_bytes).and_then(stored::unpack_heading);
    files_[heading ? heading->path : file].push_back(file);
  }
  if (files_.empty()) return fail("--units: " + job_->units + " holds no unit file; 'dovetail compile FILE -o DIR/FILE.unit' makes one");
  return true;
}

std::vector<std::string> UnitStore::paths() const {
  std::vector<std::string> all;
  for (const auto& [path, files] : files_) all.push_back(path);
  return all;
}

void UnitStore::expect(const Review& review) {
  slots_.resize(review.inputs.size());
  if (links() || keeps()) depend_on_ids(id_shapes_of(*job_, review));
}

void UnitStore::depend_on_ids(const std::vector<IdShape>& shapes) {
  if (links() || keeps()) id_shapes_ = digest_of_ids(shapes);
}

Result<Document> UnitStore::take(const std::string& file, const Input& input, std::size_t n) {
  auto bytes = bytes_of(file, job_->limits.file_bytes);
  if (!bytes) return fail(bytes.error().message);
  auto unit_file = stored::unpack(*bytes, most_memory);
  if (!unit_file) return fail(unit_file.error().message);
  if (unit_file->heading.made_by != made_by_) return fail("it was made by another version of dovetail or with other rules: compile it again");
  if (unit_file->heading.reading != digest_of_reading(input, *job_)) return fail("it was made with other limits or marks: compile it again");
  auto& slot = slots_[n];
  slot.sha256 = std::move(unit_file->heading.sha256);
  slot.bytes = unit_file->heading.bytes;
  slot.context = std::move(unit_file->heading.context);
  slot.unit = std::move(unit_file->unit);
  slot.reused = true;
  unit_file->document.path = input.path;
  unit_file->document.marking = input.marking;
  return std::move(unit_file->document);
}

Document UnitStore::linked(const Input& input, std::size_t n) {
  const auto found = files_.find(input.path);
  if (found == files_.end()) return without_text(input.path, "there is no unit file of it in " + job_->units);
  std::optional<Document> document;
  std::string sha256;
  for (const auto& file : found->second) {  // several are of one file in several roles
    auto taken = take(file, input, n);
    if (!taken) return without_text(input.path, file + " cannot be used: " + taken.error().message);
    if (document && slots_[n].sha256 != sha256) return without_text(input.path, file + " and " + found->second.front() + " are of two states of it");
    sha256 = slots_[n].sha256;
    document = std::move(*taken);
  }
  return std::move(*document);
}

std::optional<Document> UnitStore::cached(const Input& input, std::size_t n, std::string_view bytes) {
  if (!keeps() || job_->keep_origins) return std::nullopt;
  const auto sha256 = sha256_hex(bytes);
  slots_[n].sha256 = sha256;
  slots_[n].bytes = bytes.size();
  if (job_->cache.empty()) return std::nullopt;
  const auto file = file_of(input);
  const auto heading = bytes_of(file, heading_bytes).and_then(stored::unpack_heading);
  if (!heading || heading->sha256 != sha256 || heading->made_by != made_by_) return std::nullopt;
  auto document = take(file, input, n);
  if (!document) return std::nullopt;
  slots_[n].kept = true;
  return std::move(*document);
}

std::optional<Unit> UnitStore::unit(const Input& input, std::size_t n, const Document& document) {
  auto& slot = slots_[n];
  slot.kept = false;                                                         // unless nothing speaks against it
  if (!slot.unit || slot.context != context_of(input)) return std::nullopt;  // another context may yet come
  auto unit = std::move(*slot.unit);
  slot.unit.reset();
  stored::make_views(unit, document);
  if (!stored::is_sound(unit, document)) return std::nullopt;
  slot.kept = true;
  return unit;
}

void UnitStore::keep(const Input& input, std::size_t n, const Document& document, const Unit* unit) {
  if (!keeps() || job_->keep_origins || slots_[n].kept) return;
  if (job_->unit_file.empty() ? input.path == "-" : n != 0) return;  // a file that stands in several roles makes one unit file
  slots_[n].kept = true;
  const stored::Heading heading{
      made_by_, input.path, slots_[n].sha256, slots_[n].bytes, digest_of_reading(input, *job_), unit ? context_of(input) : std::string()};
  const auto file = job_->unit_file.empty() ? file_of(input) : job_->unit_file;
  if (auto good = write_file(file, stored::pack(heading, document, unit)); !good) {
    const std::scoped_lock one_at_a_time(*mutex_);
    if (problem_.empty() || good.error().message < problem_) problem_ = good.error().message;
  }
}

void UnitStore::describe(Document& document, std::size_t n) const {
  if (!links() || slots_[n].sha256.empty()) return;
  document.properties["dovetail sha256"] = slots_[n].sha256;
  document.properties["dovetail bytes"] = std::to_string(slots_[n].bytes);
}

std::size_t UnitStore::reused() const {
  return static_cast<std::size_t>(std::count_if(slots_.begin(), slots_.end(), [](const Slot& slot) { return slot.reused; }));
}

std::string UnitStore::file_of(const Input& input) const {
  const auto who = digest_of({input.path, std::to_string(static_cast<int>(input.role)), input.entry ? input.entry->id : std::string(),
                              std::to_string(static_cast<int>(input.companion_as)), std::to_string(input.history), input.register_kind});
  constexpr std::size_t digits = 16;
  return (fs::path(job_->cache) / (plain_name(input.path) + "-" + who.substr(0, digits) + std::string(stored::ending))).string();
}

std::string UnitStore::context_of(const Input& input) const { return digest_of({id_shapes_, digest_of_context(input)}); }

}  // namespace dovetail
