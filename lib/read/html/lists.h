// The numbers of list items, per view.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/document.h"
#include "read/html/tree.h"

namespace dovetail::html {

class Lists {
 public:
  void enter(const GumboNode* list);
  void leave() { open_.pop_back(); }

  /// The marks of the next item, in the views that it stands in: "3.", "b.", or "•" for a bullet.
  std::array<std::string, 2> next_item(const GumboNode* item, Views views);

  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  [[nodiscard]] bool is_ordered() const { return !open_.empty() && open_.back().kind != '*'; }

 private:
  struct List {
    char kind = '*';  // '1', 'a', 'A', 'i', 'I'; '*' for bullets, '-' for nothing
    std::int64_t step = 1;
    std::array<std::int64_t, 2> next{1, 1};
  };
  std::vector<List> open_;
};

}  // namespace dovetail::html
