// Where the facts of files are kept between runs: unit files that are linked instead of the files they were made from (--units), a cache of them that
// fills as a run goes (--cache), or the one that 'dovetail compile' writes.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint.h"

namespace dovetail {

/// One run's store. A unit is used only where program, rules, limits and the input's bytes are those it was made with, and what was compiled only
/// where its role, profile and mapping are too; else it is made again.
class UnitStore {
 public:
  /// What `job` asks for; the job must outlive it. Fails when the folder of units is none or holds none, or the cache can be no folder.
  [[nodiscard]] static Result<UnitStore> open(const Job& job);

  /// Whether inputs come from unit files alone.
  [[nodiscard]] bool links() const { return !job_->units.empty(); }
  /// The paths of the files whose units are linked, sorted, each once; a unit file that says none stands under its own.
  [[nodiscard]] std::vector<std::string> paths() const;

  /// Makes room for the inputs of `review`. From here on each may be asked for from a thread of its own.
  void expect(const Review& review);

  /// From here on what is compiled depends on these shapes of ids, in place of the project's and the rules'.
  void depend_on_ids(const std::vector<IdShape>& shapes);

  /// The n-th input out of its unit file, where inputs come from those. Never fails: what is wrong is a Problem of the document.
  [[nodiscard]] Document linked(const Input& input, std::size_t n);
  /// The n-th input out of the cache, where it holds what these bytes give.
  [[nodiscard]] std::optional<Document> cached(const Input& input, std::size_t n, std::string_view bytes);
  /// What was compiled out of it, where it was stored and nothing that it depends on is another now.
  [[nodiscard]] std::optional<Unit> unit(const Input& input, std::size_t n, const Document& document);
  /// Keeps what was read (and compiled, unless null), where the job says so.
  void keep(const Input& input, std::size_t n, const Document& document, const Unit* unit);

  /// Nothing of the n-th input is to be kept: reading or compiling it came to no end.
  void leave(std::size_t n) { slots_[n].kept = true; }

  /// Notes in the document of a linked unit what its file was: the properties "dovetail sha256" and "dovetail bytes".
  void describe(Document& document, std::size_t n) const;
  /// How many texts came out of unit files.
  [[nodiscard]] std::size_t reused() const;
  /// Why something could not be kept; empty where all could.
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  struct Slot {
    std::string sha256;       // of the input's bytes
    std::uint64_t bytes = 0;  // how many
    std::string context;      // that the stored unit was compiled in
    std::optional<Unit> unit;
    bool reused = false;  // the text came from a unit file
    bool kept = false;    // what is stored is what would be stored now
  };
  explicit UnitStore(const Job& job) : job_(&job) {}
  [[nodiscard]] Result<bool> index_units();
  [[nodiscard]] bool keeps() const { return !job_->cache.empty() || !job_->unit_file.empty(); }
  [[nodiscard]] std::string file_of(const Input& input) const;
  [[nodiscard]] std::string reading_of(const Input& input) const;
  [[nodiscard]] std::string context_of(const Input& input) const;
  /// The document of a unit file into slot n; the error says what is wrong with it.
  [[nodiscard]] Result<Document> take(const std::string& file, const Input& input, std::size_t n);

  const Job* job_;
  std::string made_by_;
  std::map<std::string, std::vector<std::string>> files_;  // of linked units, by path of the input
  std::vector<Slot> slots_;
  std::string id_shapes_;  // digest: how ids are spelt decides what is compiled
  std::string problem_;
  std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();  // of problem_
};

}  // namespace dovetail
