// The shapes of ids that are in use.
#include "text/id_shapes.h"

#include <atomic>
#include <deque>
#include <mutex>

#include "text/id_table.h"

namespace dovetail {

namespace {

/// One expression that any of the given ones matches; none where all are empty.
std::optional<Pattern> any_of(const std::vector<IdShape>& shapes, std::string IdShape::*part) {
  std::string expression;
  for (const IdShape& shape : shapes)
    if (const std::string& one = shape.*part; !one.empty()) expression += (expression.empty() ? "(?:" : "|(?:") + one + ")";
  if (expression.empty()) return std::nullopt;
  return Pattern::literal(expression);
}

IdTable compile_table(const std::vector<IdShape>& shapes) {
  std::vector<std::string> patterns;
  for (const IdShape& shape : shapes) patterns.push_back(shape.pattern);
  IdTable table{shapes, {}, PatternSet(patterns), any_of(shapes, &IdShape::in_text), any_of(shapes, &IdShape::cited)};
  for (const IdShape& shape : shapes)
    table.shapes.push_back({shape, Pattern::literal("(?:" + shape.pattern + ")$", true), Pattern::literal("(?:" + shape.pattern + ")(?:[ :]|$)")});
  return table;
}

/// Every table that was ever in use: a handful in any process, and none may go while words of it are held.
struct Tables {
  std::mutex mutex;
  std::deque<IdTable> all{compile_table({})};
  std::atomic<const IdTable*> in_use{&all.front()};
};

Tables& tables() {
  static Tables made;
  return made;
}

}  // namespace

Result<bool> check_id_shape(const IdShape& shape) {
  for (const std::string& expression : {shape.pattern, shape.in_text, shape.cited})
    if (const auto understood = Pattern::check(expression); !understood) return fail(understood.error().message);
  const auto groups = Pattern::literal("(?:" + shape.pattern + ")|").match_at("", 0)->groups.size();
  for (std::size_t i = 0; i < shape.canonical.size(); ++i) {
    if (shape.canonical[i] != '{') continue;
    const char digit = i + 1 < shape.canonical.size() ? shape.canonical[i + 1] : '0';
    if (digit < '1' || digit > '9' || i + 2 >= shape.canonical.size() || shape.canonical[i + 2] != '}')
      return fail("canonical: \"" + shape.canonical + "\" has a brace that is not {1} to {9}");
    if (static_cast<std::size_t>(digit - '0') > groups)
      return fail("canonical: \"" + shape.canonical + "\" names group " + digit + ", and the pattern has " + std::to_string(groups));
  }
  return true;
}

void use_id_shapes(const std::vector<IdShape>& shapes) {
  Tables& known = tables();
  const std::lock_guard lock(known.mutex);
  for (const IdTable& table : known.all)
    if (table.source == shapes) {
      known.in_use = &table;
      return;
    }
  known.in_use = &known.all.emplace_back(compile_table(shapes));
}

const IdTable& id_table() { return *tables().in_use; }

}  // namespace dovetail
