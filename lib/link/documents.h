// Which loaded document a text means by a name: "XBSCP902", "Section K", "the XREC", "Schedule 91 of the XREC".
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// What a name stands for.
struct Named {
  Id<Unit> unit;       // a loaded document
  std::string code;    // or a whole code, by its id
  bool known = false;  // a document of the project that is not loaded
  bool retired = false;
  bool unlisted = false;              // of a family whose documents are listed, and not among them
  Id<RegisteredDocument> registered;  // its entry, loaded or not
};

class DocumentIndex {
 public:
  explicit DocumentIndex(const Review& review);

  /// What `name` stands for in the text of a unit; documents of its own code come first. A default Named when it stands for nothing known.
  [[nodiscard]] Named find(std::string_view name, Id<Unit> from) const;
  /// The loaded documents of a code, by its id, in the order of the inputs.
  [[nodiscard]] std::vector<Id<Unit>> of_code(std::string_view code) const;
  /// The text that a draft without revisions names as its baseline; the unit itself where there is none.
  [[nodiscard]] Id<Unit> before(Id<Unit> unit) const;
  /// All documents that may be cited: entries of the project, then rows of the document register.
  [[nodiscard]] const Table<RegisteredDocument>& registered() const { return registered_; }

 private:
  void add_registered(const RegisteredDocument& document, const std::vector<std::string>& aliases, bool loaded);
  void add_register_rows();
  [[nodiscard]] bool is_unlisted(const std::string& key) const;
  /// "xrecsiteaccessschedule": a document of the code whose name stands in front of its own; none for no such.
  [[nodiscard]] Id<Unit> of_named_code(const std::string& key) const;

  const Review& review_;
  std::map<std::string, std::vector<Id<Unit>>> units_;
  std::map<Id<Unit>, Id<Unit>> before_;
  std::map<std::string, std::string> codes_;
  std::map<std::string, bool> unloaded_;                   // name to retired
  std::map<std::string, Id<RegisteredDocument>> entries_;  // by name
  std::set<std::string> families_;                         // letters in front of the numbers of listed documents: "xbscp"
  Table<RegisteredDocument> registered_;
};

/// A name as it is compared: folded, without spaces, hyphens and a leading "the".
std::string name_key(std::string_view name);

/// Whether an input's text is cited as the document of its id: drafts, and documents in force that have no draft.
bool stands_for_itself(const Input& input);

}  // namespace dovetail
