// Whether stored facts fit together. Goes over the same members that are stored, and looks at every id and span among them.
#include "lint/stored/sound.h"

#include <algorithm>
#include <limits>
#include <type_traits>

#include "lint/stored/unit_fields.h"
#include "model/limits.h"

namespace dovetail::stored {
namespace {

template <class T>
struct IsId : std::false_type {};
template <class T>
struct IsId<Id<T>> : std::true_type {
  using named = T;
};
template <class T>
concept Sequence = requires(const T& t) {
  t.begin();
  t.end();
}
&&!std::is_same_v<T, std::string>;
template <class T>
struct IsPair : std::false_type {};
template <class A, class B>
struct IsPair<std::pair<A, B>> : std::true_type {};
template <class T>
struct IsRare : std::false_type {};
template <class T>
struct IsRare<Rare<T>> : std::true_type {};

class Inspector {
 public:
  using is_loading = std::false_type;

  Inspector(const Document& document, const Unit* unit) : document_(document), unit_(unit) {}

  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  template <class T>
  void one(T& value) {
    if constexpr (IsId<T>::value) {
      good_ &= !value || value.value < size_of<typename IsId<T>::named>();
    } else if constexpr (std::is_same_v<T, Span>) {
      good_ &= value.begin <= value.end && value.end <= document_.text.size();
    } else if constexpr (std::is_same_v<T, TextTable>) {  // its hidden columns are no spans of the text
      (*this)(value.span, value.outer);
    } else if constexpr (std::is_same_v<T, Provision>) {  // its lines are none either
      (*this)(value.parent, value.scope, value.paragraph, value.span);
      look_at_lines(value);
    } else if constexpr (IsRare<T>::value) {
      // names
    } else if constexpr (Sequence<T>) {
      for (auto& part : value) one(part);
    } else if constexpr (IsPair<std::remove_const_t<T>>::value || std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
      // names and numbers: anything goes
    } else if constexpr (requires { value.has_value(); }) {
      // a number that may be absent
    } else {
      serialize(*this, value);
    }
  }

  void look_at_lines(const Provision& provision) {
    for (const View view : both_views) {
      const auto all = unit_->projection(view).lines.size();
      const auto lines = provision.lines[index(view)];
      good_ &= lines.begin <= lines.end && lines.end <= all && provision.last_line[index(view)] <= all;
    }
  }

  template <class T>
  [[nodiscard]] std::size_t size_of() const {
    if constexpr (std::is_same_v<T, Format>)
      return document_.formats.size();
    else if constexpr (std::is_same_v<T, Revision>)
      return document_.revisions.size();
    else if constexpr (std::is_same_v<T, Cell>)
      return document_.cells.size();
    else if constexpr (std::is_same_v<T, Row>)
      return document_.rows.size();
    else if constexpr (std::is_same_v<T, TextTable>)
      return document_.tables.size();
    else if constexpr (std::is_same_v<T, ParagraphFormat>)
      return document_.paragraph_formats.size();
    else if constexpr (std::is_same_v<T, Field>)
      return document_.fields.size();
    else if constexpr (std::is_same_v<T, Node>)
      return document_.nodes.size();
    else if constexpr (std::is_same_v<T, Paragraph>)
      return document_.paragraphs.size();
    else if constexpr (std::is_same_v<T, Provision>)
      return unit_->provisions.size();
    else
      return size_of_items(static_cast<T*>(nullptr));
  }
  [[nodiscard]] std::size_t size_of_items(Item*) const { return unit_->items.size(); }

  const Document& document_;
  const Unit* unit_;
  bool good_ = true;
};

/// Whether going up from each of `count` things ends. `above` gives the number of the next, or `count` and more for none.
template <class Above>
bool ends_everywhere(std::size_t count, const Above& above) {
  enum class Seen : std::uint8_t { no, now, done };
  std::vector<Seen> seen(count, Seen::no);
  for (std::size_t n = 0; n < count; ++n) {
    std::size_t at = n;
    for (; at < count && seen[at] == Seen::no; at = above(at)) seen[at] = Seen::now;
    if (at < count && seen[at] == Seen::now) return false;
    for (at = n; at < count && seen[at] == Seen::now; at = above(at)) seen[at] = Seen::done;
  }
  return true;
}

template <class T, class Member>
bool stands_in_no_circle(const Table<T>& table, Member member) {
  return ends_everywhere(table.size(), [&](std::size_t n) -> std::size_t { return (table[Table<T>::id_at(n)].*member).value; });
}

bool runs_and_paragraphs_follow(const Document& document) {
  std::uint32_t end = 0;
  for (const auto& run : document.runs) {
    if (run.span.begin != end) return false;
    end = run.span.end;
  }
  if (!document.runs.empty() && end != document.text.size()) return false;
  end = 0;
  for (const auto& paragraph : document.paragraphs) {
    if (paragraph.span.begin < end || paragraph.span.empty()) return false;
    end = paragraph.span.end;
  }
  return std::all_of(document.runs.begin(), document.runs.end(), [](const Run& run) { return bool(run.format); }) &&
         std::all_of(document.paragraphs.begin(), document.paragraphs.end(), [](const Paragraph& p) { return p.format[0] && p.format[1]; });
}

bool tables_hold(const Document& document) {
  constexpr auto most = Limits().cells;  // columns are counted in numbers that others make room by
  for (const auto& table : document.tables)
    if (table.columns > most || table.source >= std::max<std::size_t>(document.parts.size(), 1)) return false;
  for (const auto& row : document.rows)
    if (!row.table) return false;
  for (const auto& cell : document.cells)
    if (!cell.row || cell.column > most || cell.columns > most) return false;
  return ends_everywhere(document.tables.size(), [&](std::size_t n) -> std::size_t {
    const auto outer = document.tables[Table<TextTable>::id_at(n)].outer;
    return outer ? document.rows[document.cells[outer].row].table.value : Id<TextTable>::none;
  });
}

bool words_hold(const Unit& unit, const Document& document) {
  std::uint32_t before = 0;
  for (const auto& word : unit.words) {
    if (word.begin < before || word.form >= unit.forms.size() || word.line >= document.paragraphs.size()) return false;
    if (std::uint64_t{word.begin} + word.length > document.text.size()) return false;
    before = word.begin;
  }
  return true;
}

}  // namespace

bool is_sound(const Document& document) {
  if (document.text.size() >= std::numeric_limits<std::uint32_t>::max()) return false;
  Inspector inspector(document, nullptr);
  serialize(inspector, const_cast<Document&>(document));  // looks and changes nothing: it goes the way that reading and writing go
  if (!inspector.good() || !runs_and_paragraphs_follow(document) || !tables_hold(document)) return false;
  const auto parts = std::max<std::size_t>(document.parts.size(), 1);
  for (const auto& paragraph : document.paragraphs)
    if (paragraph.source >= parts) return false;
  for (const auto& note : document.notes)
    if (note.anchor > document.text.size()) return false;
  return stands_in_no_circle(document.nodes, &Node::parent) && stands_in_no_circle(document.fields, &Field::outer);
}

bool is_sound(const Unit& unit, const Document& document) {
  Inspector inspector(document, &unit);
  serialize(inspector, const_cast<Unit&>(unit));
  if (!inspector.good() || !words_hold(unit, document)) return false;
  for (const View view : both_views) {
    if (unit.body_end[index(view)] > unit.projection(view).lines.size()) return false;
    for (const auto& row : unit.timetable)
      if (!row.table) return false;
    const auto above = [&](std::size_t n) -> std::size_t { return unit.provisions[Table<Provision>::id_at(n)].parent[index(view)].value; };
    const auto around = [&](std::size_t n) -> std::size_t { return unit.provisions[Table<Provision>::id_at(n)].scope[index(view)].value; };
    if (!ends_everywhere(unit.provisions.size(), above) || !ends_everywhere(unit.provisions.size(), around)) return false;
  }
  return std::all_of(unit.slas.begin(), unit.slas.end(), [](const Sla& sla) { return bool(sla.item); });
}

}  // namespace dovetail::stored
