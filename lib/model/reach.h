// How far a definition holds, and which of several a text means.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "model/review.h"

namespace dovetail {

/// The order in which definitions are looked up: paragraph, division, document, code, then documents of the code that were not meant for it, then
/// codes whose terms are imported. Smaller is nearer.
enum class Nearness : std::uint8_t { paragraph, division, document, code, beside, imported };

/// Looks definitions up; holds what the codes say of each other. Valid as long as the review.
class ReachTable {
 public:
  explicit ReachTable(const Review& review);

  /// How near a definition is to a line of text of `from`, in one view; none where it does not hold there. `at` is the provision of that line.
  [[nodiscard]] std::optional<Nearness> nearness(In<Definition> definition, Id<Unit> from, Id<Provision> at, View view) const;

  /// Whether texts of a code say that terms come from another code. Codes without a name import from all.
  [[nodiscard]] bool imports(const std::string& code, const std::string& from) const;

 private:
  const Review& review_;
  std::set<std::pair<std::string, std::string>> imports_;
};

/// How far it holds, as a reader would say it: "paragraph 2.1", "Annex S-2", "XBSCP901", "XBSC".
std::string scope_name(const Review& review, In<Definition> definition);

/// Whether a document or section that a definition is limited to by name is this one ("Section S").
bool is_named(const Unit& unit, const std::string& name);

/// Whether a document's definitions are meant for documents beyond its own: the project says so, or its profile, or its name does. `entry` may be
/// null.
bool is_glossary(const DocumentEntry* entry, const Profile* profile, const Unit& unit);

}  // namespace dovetail
