// Definitions in the forms that drafters use; the same one seen in both views is one definition.
#include "compile/definitions.h"

#include <algorithm>
#include <map>

#include "compile/definition_forms.h"
#include "compile/definition_scope.h"
#include "compile/imports.h"
#include "compile/layout_tables.h"
#include "compile/numbers.h"
#include "compile/outline.h"
#include "model/locate.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

class DefinitionsCompiler {
 public:
  DefinitionsCompiler(const Document& document, bool glossary, Unit& unit) : document_(document), glossary_(glossary), unit_(unit) {}

  void run_proposed() {
    defines_nothing_.resize(unit_.projection(View::proposed).lines.size());
    run(View::proposed, [](std::size_t) { return false; });
  }

  /// A line that no revision touches defines nothing where it did so before.
  void run_baseline(const CommonLines& common) {
    run(View::baseline, [&](std::size_t i) {
      const auto same = common.proposed(static_cast<std::uint32_t>(i));
      return same != CommonLines::none && defines_nothing_[same];
    });
  }

  /// The meaning of an entry is all its lines, sub-lists and tails included.
  void widen() {
    for (auto& definition : unit_.definitions) {
      const View newest = definition.views.proposed ? View::proposed : View::baseline;
      std::array<std::string, 2> meanings;
      for (const View view : both_views)
        if (definition.views.has(view)) meanings[index(view)] = meaning_in(view, newest, definition);
      definition.meaning = meanings[index(newest)];
      if (definition.views.baseline && definition.views.proposed && meanings[0] != meanings[1]) definition.was = meanings[0];
    }
  }

 private:
  template <class Known>
  void run(View view, const Known& known_to_define_nothing) {
    view_ = view;
    scopes_.clear();
    table_ = {};
    const auto& projection = unit_.projection(view);
    for (std::size_t i = 0; i < projection.lines.size(); ++i) {
      const auto& paragraph = document_.paragraphs[projection.lines[i].paragraph];
      if (!is_text_line(document_, projection, i)) continue;
      if (paragraph.cell && table_cell(i, paragraph.cell)) continue;
      if (!known_to_define_nothing(i)) line(i);
    }
  }

  std::string meaning_in(View view, View newest, Definition& definition) const {
    const auto id = definition.provision[index(view)];
    const auto& projection = unit_.projection(view);
    const auto first = line_at(projection, projection.from_source(definition.body.begin));
    std::uint32_t last = first ? *first + 1 : 0;
    if (id && first && unit_.provisions[id].kind == ProvisionKind::entry && unit_.provisions[id].lines[index(view)].begin == *first)
      last = unit_.provisions[id].last_line[index(view)];
    const bool whole_cell = first && definition.entry && (definition.form == DefinitionForm::table || definition.form == DefinitionForm::acronym) &&
                            paragraph_of(projection, *first).cell &&
                            projection.from_source(definition.body.begin) == projection.lines[*first].span.begin;
    if (whole_cell) last = static_cast<std::uint32_t>(projection.lines.size());
    if (first) last = last_alike(projection, *first, last);
    auto end = definition.body.end;
    if (first && last > *first + 1 && definition.form != DefinitionForm::inline_quoted && definition.form != DefinitionForm::gloss)
      end = projection.to_source(projection.lines[last - 1].span).end;
    if (view == newest) definition.body.end = end;
    const Span in_view{projection.from_source(definition.body.begin), projection.from_source(end)};
    return in_view.end > in_view.begin ? squeeze(slice(projection.text, in_view)) : std::string();
  }

  const Paragraph& paragraph_of(const Projection& projection, std::uint32_t line) const {
    return document_.paragraphs[projection.lines[line].paragraph];
  }

  /// One behind the last line up to `last` that stands in the cell of the first, or in the same part of the document: a meaning ends there.
  std::uint32_t last_alike(const Projection& projection, std::uint32_t first, std::uint32_t last) const {
    const auto& own = paragraph_of(projection, first);
    last = std::min(last, static_cast<std::uint32_t>(projection.lines.size()));
    auto end = first + 1;
    while (end < last && paragraph_of(projection, end).part == own.part && (!own.cell || paragraph_of(projection, end).cell == own.cell)) ++end;
    return end;
  }

  void line(std::size_t i) {
    const auto& projection = unit_.projection(view_);
    const auto text = slice(projection.text, projection.lines[i].span);
    note_import(text, unit_);
    const auto all = definitions_in(text);
    for (const auto& found : all) add(i, found, text);
    // What the line says of other terms stands behind its own: "Parties" the Company and the Customer, and "Party" means either;
    const auto opening = typed_number_length(text) + 8;
    const bool defined = std::any_of(all.begin(), all.end(), [&](const DefinitionFound& f) { return f.term.begin < opening; });
    const auto found = defined ? std::nullopt : listed_definition(text);
    if (found && (under_definitions_heading(i) || is_introduced(i)) && is_listed(i)) add(i, *found, text);
    if (view_ == View::proposed) defines_nothing_[i] = all.empty() && !found;
  }

  /// Whether a line shortly above, in the same provision or the one around it, says that definitions follow.
  bool is_introduced(std::size_t i) const {
    static const Pattern following = Pattern::literal(
        R"re(\b(?:following|below|opposite) .*\b(?:mean|terms?|expressions?|definitions?|words?)|\b(?:terms?|expressions?|definitions?|words?|meanings?)\b.*\b(?:following|below|opposite))re",
        true);
    const auto& projection = unit_.projection(view_);
    for (auto id = provision_of_line(unit_, view_, static_cast<std::uint32_t>(i)); id; id = unit_.provisions[id].parent[index(view_)]) {
      const auto line = unit_.provisions[id].lines[index(view_)].begin;
      if (line < i && following.find(slice(projection.text, projection.lines[line].span))) return true;
    }
    return false;
  }

  /// Whether the line before or behind defines a term too: one alone is a heading of its paragraph.
  bool is_listed(std::size_t i) const {
    const auto& projection = unit_.projection(view_);
    const auto defines = [&](std::size_t k) {
      const auto text = slice(projection.text, projection.lines[k].span);
      return listed_definition(text) || !definitions_in(text).empty();
    };
    return (i > 0 && defines(i - 1)) || (i + 1 < projection.lines.size() && defines(i + 1));
  }

  /// A cell of a definition table; false when the table is another one.
  bool table_cell(std::size_t i, Id<Cell> cell) {
    const auto& c = document_.cells[cell];
    const auto table = document_.rows[c.row].table;
    if (table != table_) {
      table_ = table;
      table_defines_ = is_definition_table(document_, table) ||
                       (document_.tables[table].columns == 2 && under_definitions_heading(i) && !is_layout_table(document_, View::proposed, table));
      first_row_ = c.row;
      last_cell_ = {};
    }
    if (!table_defines_) return false;
    if (c.column != 0) {
      if (!term_.empty() && c.row == term_row_ && c.column == 1 && cell != last_cell_) {
        const auto& projection = unit_.projection(view_);
        add_cell(i, projection);
        last_cell_ = cell;
      }
      return c.column != 1;
    }
    const auto& projection = unit_.projection(view_);
    auto span = projection.lines[i].span;
    while (span.begin < span.end && std::string_view(" \"'").find(projection.text[span.begin]) != std::string_view::npos) ++span.begin;
    while (span.end > span.begin && std::string_view(" \"':").find(projection.text[span.end - 1]) != std::string_view::npos) --span.end;
    const auto words_here = fold_phrase(slice(projection.text, span));
    const bool header =
        document_.rows[c.row].header ||
        (c.row == first_row_ && (words_here == "term" || words_here == "acronym" || words_here == "abbreviation" || words_here == "expression" ||
                                 words_here == "definition" || words_here == "defined term" || words_here == "acronyms" || words_here == "terms"));
    if (cell == term_cell_) return true;  // the second paragraph of the term's cell
    term_.clear();
    if (header || !can_be_term(slice(projection.text, span))) return true;
    term_ = slice(projection.text, span);
    term_span_ = span;
    term_row_ = c.row;
    term_cell_ = cell;
    term_line_ = i;
    return true;
  }

  /// Whether the line stands under "List of Acronyms", "Definitions" or the like: then a table needs no header row to say what it is, and a list no
  /// words between a term and its meaning.
  bool under_definitions_heading(std::size_t line) const {
    for (auto id = provision_of_line(unit_, view_, static_cast<std::uint32_t>(line)); id; id = unit_.provisions[id].parent[index(view_)]) {
      const auto heading = fold(unit_.provisions[id].heading[index(view_)]);
      for (const std::string_view word : {"acronym", "abbreviation", "definition", "glossary", "defined term"})
        if (heading.find(word) != std::string::npos) return true;
      if (!heading.empty() && unit_.provisions[id].kind != ProvisionKind::entry) return false;
    }
    return false;
  }

  /// "Central Switching Service (or CSS)", "X or Y", "X / Y": the two names of one cell, as stretches of the term; the whole where it has one name.
  std::vector<Span> names_in_cell() const {
    static const Pattern two = Pattern::literal(
        "^(.{2,80}?)(?:[\"']? \\((?:or |also known as |known as |the )?[\"']?([A-Z][\\pL0-9&-]{1,15})[\"']?\\)|,? or ([A-Z][A-Z0-9&-]{1,12}s?)|"
        "[\"'],? or [\"']([A-Z][^/()]{1,60})| ?/ ?([A-Z][A-Z0-9&-]{1,12}s?))$");
    const auto found = two.find(term_);
    if (!found || !found->groups[0]) return {term_span_};
    for (std::size_t g = 1; g < found->groups.size(); ++g)
      if (const auto& other = found->groups[g])
        return {{term_span_.begin + found->groups[0]->begin, term_span_.begin + found->groups[0]->end},
                {term_span_.begin + other->begin, term_span_.begin + other->end}};
    return {term_span_};
  }

  void add_cell(std::size_t i, const Projection& projection) {
    const auto whole = term_;
    const auto whole_span = term_span_;
    for (const auto span : names_in_cell()) {
      term_ = slice(projection.text, span);
      term_span_ = span;
      add_name(i, projection);
    }
    term_ = whole;
    term_span_ = whole_span;
  }

  void add_name(std::size_t i, const Projection& projection) {
    const bool acronym = all_upper(term_) && term_.size() <= 8 && term_.find(' ') == std::string::npos;
    auto definition = begin(term_line_, term_span_, projection.lines[i].span, acronym ? DefinitionForm::acronym : DefinitionForm::table);
    definition.entry = true;
    describe(slice(projection.text, projection.lines[i].span), definition);
    place_scope({}, definition);
    keep(std::move(definition));
  }

  void add(std::size_t i, const DefinitionFound& found, std::string_view text) {
    const auto& line = unit_.projection(view_).lines[i].span;
    const auto in_text = [&](Span span) { return Span{line.begin + span.begin, line.begin + span.end}; };
    auto definition = begin(i, in_text(found.term), in_text(found.body), found.form);
    const auto id = definition.provision[index(view_)];
    definition.entry = id && unit_.provisions[id].kind == ProvisionKind::entry;
    const bool has_body = found.body.begin >= found.term.end;
    const auto behind = text.substr(found.term.end);
    if (has_body && found.form != DefinitionForm::construction) describe(behind, definition);
    if (definition.context.empty() && has_body) definition.context = context_before(text.substr(0, found.term.begin));
    auto stated = scope_stated_in(text.substr(0, found.term.begin));
    if (!stated && has_body) stated = scope_stated_in(text.substr(found.term.end, found.body.begin - found.term.end));
    place_scope(stated, definition);
    keep(std::move(definition));
  }

  /// "In relation to a Site, " in front of a term.
  static std::string context_before(std::string_view words_before) {
    static const Pattern context =
        Pattern::literal(R"re(\b((?i:in) (?:relation|respect|connection) (?:to|of|with) [^;.:"]{2,80}?),? (?:the |an? )?"?$)re");
    const auto match = context.find(words_before);
    return match ? std::string(slice(words_before, *match->groups[0])) : std::string();
  }

  static void describe(std::string_view behind, Definition& definition) {
    if (const auto pointed = pointer_in(behind)) {
      definition.pointer = true;
      definition.pointed_term = pointed->term;
    }
    definition.context = context_in(behind);
  }

  /// A statement of the line, else of what introduces the list, else of a heading, else what the document is.
  void place_scope(const std::optional<ScopeStatement>& stated, Definition& definition) {
    const auto at = definition.provision[index(view_)];
    definition.reach = glossary_ ? Reach::code : Reach::document;
    if (stated) return apply_scope(*stated, unit_, at, view_, definition);
    const bool listed = definition.entry || definition.form == DefinitionForm::quoted || definition.form == DefinitionForm::alias;
    for (auto id = at; id && listed; id = unit_.provisions[id].parent[index(view_)])
      if (const auto& above = scope_above(id, id == at)) return apply_scope(*above, unit_, at, view_, definition);
    const auto scope = at ? unit_.provisions[at].scope[index(view_)] : Id<Provision>();
    if (glossary_ || !scope) return;
    definition.reach = Reach::division;
    definition.scope = scope;
  }

  /// What a provision says, in the line that introduces its list or in its heading, about how far the definitions below it hold.
  const std::optional<ScopeStatement>& scope_above(Id<Provision> id, bool itself) {
    const auto [known, fresh] = scopes_.try_emplace(id);
    if (!fresh) return known->second;
    const auto& provision = unit_.provisions[id];
    const auto& heading = provision.heading[index(view_)];
    if (glossary_ && !heading.empty()) known->second = scope_of_heading(heading);
    const auto lines = provision.lines[index(view_)];
    const auto& projection = unit_.projection(view_);
    for (auto i = lines.begin; i < lines.end && i < lines.begin + 2 && !known->second && !itself; ++i) {
      const auto text = trim(slice(projection.text, projection.lines[i].span));
      const bool introduces = text.ends_with(':') || text.ends_with('-') || text.find("following") != std::string_view::npos ||
                              text.find("meaning") != std::string_view::npos || text.find("definitions") != std::string_view::npos;
      if (introduces && definitions_in(text).empty()) known->second = scope_stated_in(text);
    }
    return known->second;
  }

  Definition begin(std::size_t line, Span term, Span body, DefinitionForm form) const {
    const auto& projection = unit_.projection(view_);
    Definition definition;
    definition.term = squeeze(slice(projection.text, term));
    definition.folded = fold(definition.term);
    definition.form = form;
    definition.views.add(view_);
    definition.span = projection.to_source(term);
    definition.body = projection.to_source(body);
    definition.provision[index(view_)] = provision_of_line(unit_, view_, static_cast<std::uint32_t>(line));
    return definition;
  }

  void keep(Definition definition) {
    auto& same = by_place_[{definition.span, definition.folded}];
    if (same) {
      unit_.definitions[same].views.add(view_);
      unit_.definitions[same].provision[index(view_)] = definition.provision[index(view_)];
      return;
    }
    same = unit_.definitions.add(std::move(definition));
  }

  const Document& document_;
  const bool glossary_;
  Unit& unit_;
  View view_ = View::proposed;
  std::vector<bool> defines_nothing_;  // per line of the proposed view: no form of a definition stands in it
  std::map<std::pair<Span, std::string>, Id<Definition>> by_place_;
  std::map<Id<Provision>, std::optional<ScopeStatement>> scopes_;
  Id<TextTable> table_;
  bool table_defines_ = false;
  Id<Row> first_row_, term_row_;
  Id<Cell> term_cell_, last_cell_;
  std::string term_;
  Span term_span_;
  std::size_t term_line_ = 0;
};

}  // namespace

void compile_definitions(const Document& document, const CommonLines& common, bool glossary, Unit& unit) {
  DefinitionsCompiler compiler(document, glossary, unit);
  compiler.run_proposed();
  if (unit.has_changes) compiler.run_baseline(common);
  if (!unit.has_changes)
    for (auto& definition : unit.definitions) {
      definition.views = {true, true};
      definition.provision[0] = definition.provision[1];
    }
  compiler.widen();
}

}  // namespace dovetail
