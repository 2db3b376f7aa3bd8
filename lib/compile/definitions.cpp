// Definitions in the forms that drafters use; the same one seen in both views is one definition.
#include "compile/definitions.h"

#include <algorithm>
#include <map>

#include "compile/numbers.h"
#include "compile/outline.h"
#include "model/locate.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// A definition found in one line of normalised text.
struct Found {
  Span term, body;
  DefinitionForm form;
};

bool is_term(std::string_view term) {
  term = trim(term);
  if (term.empty() || term.size() > 150) return false;
  const auto count = words(term).size();
  return count > 0 && count <= 14;
}

/// How long a typed number at the start of a line is, with the space behind it.
std::size_t number_length(std::string_view text) {
  const auto number = read_number(text, 0);
  if (!number || number->span.end >= text.size() || text[number->span.end] != ' ') return 0;
  return number->span.end + 1;
}

/// `"Term": means …`, `"X" or "Y" means …`, and `In this Section, "X" means …`.
void quoted(std::string_view line, std::vector<Found>& found) {
  static const Pattern term = Pattern::literal(R"re("([^"]{1,150})")re");
  static const Pattern meaning = Pattern::literal(
      R"re( ?(?:\([^)]{1,60}\) ?)?(?::|,? ?(?:in (?:relation|respect) [^;.]{1,120}?,? |for the purposes? [^;.]{1,120}?,? |as the context requires,? )?(?:shall )?(?:means?|includes?|has the|have the|shall have|bears?)\b))re");
  static const Pattern alternative = Pattern::literal(R"re(,? (?:or|and) (?:the )?)re");
  static const Pattern article = Pattern::literal(R"re((?:^|[ (])(?i:the|an?|each|any|every|references? to|references? to (?:the|an?|any)) $)re");
  static const Pattern being = Pattern::literal(
      R"re( (?:(?:of|in|for|to|under|in relation to|in respect of) [^.;"]{1,80}? )?(?:(?:is|are|shall be|will be)(?: (?:that|those|the|an?|any|each|every|one|to|references? to)\b| )|shall mean|means?|comprises?\b|consists? of\b|refers? to\b))re");
  static const Pattern accordingly = Pattern::literal(
      R"re( (?:shall|will|is|are|to|must|and|be|also|both)(?: to| be)* (?:read|construed|interpreted)(?: and [a-z]+)? accordingly)re");
  std::vector<Span> waiting;
  for (std::size_t at = 0;;) {
    const auto match = term.find(line, at);
    if (!match) break;
    at = match->span.end;
    const auto name = *match->groups[0];
    if (!is_term(slice(line, name))) continue;
    if (accordingly.match_at(line, match->span.end) && !found.empty()) {  // (and "Monthly" shall be construed accordingly)
      found.push_back({name, found.front().body, DefinitionForm::gloss});
      continue;
    }
    waiting.push_back(name);
    if (const auto is = being.match_at(line, match->span.end); is && article.find(line.substr(0, match->span.begin))) {  // the "Board" is …
      found.push_back({name, {is->span.end, static_cast<std::uint32_t>(line.size())}, DefinitionForm::quoted});
      waiting.clear();
      continue;
    }
    if (const auto means = meaning.match_at(line, match->span.end)) {
      const bool colon = slice(line, means->span).find(':') != std::string_view::npos;
      // A colon defines only at the start of a line; elsewhere it introduces a quotation.
      const auto number = number_length(line);
      const bool starts = number > waiting.front().begin ||
                          trim(line.substr(number, waiting.front().begin - number)).find_first_not_of("\"'([ ") == std::string_view::npos;
      if (!colon || starts)
        for (const auto w : waiting) found.push_back({w, {means->span.end, static_cast<std::uint32_t>(line.size())}, DefinitionForm::quoted});
      waiting.clear();
      continue;
    }
    if (!alternative.match_at(line, match->span.end)) waiting.clear();
  }
}

/// `a body to be known as the "Panel"`, `(in this Part called an "Applicant")`.
void named_as(std::string_view line, std::vector<Found>& found) {
  static const Pattern naming = Pattern::literal(
      R"re((?:known|referred to|described|designated|called)(?: (?:in|for) [^."]{1,50}?)?(?: as| collectively as| together as)? (?:the |an? )?"([^"]{1,100})")re");
  for (std::size_t at = 0;;) {
    const auto match = naming.find(line, at);
    if (!match) return;
    at = match->span.end;
    const auto name = *match->groups[0];
    const bool known = std::any_of(found.begin(), found.end(), [&](const Found& f) { return f.term == name; });
    if (!known && is_term(slice(line, name))) found.push_back({name, {0, match->span.begin}, DefinitionForm::inline_quoted});
  }
}

/// `'Term' means …` at the start of a line: single quotation marks are apostrophes elsewhere.
void single_quoted(std::string_view line, std::vector<Found>& found) {
  static const Pattern term =
      Pattern::literal(R"re( *(?:\([a-z]{1,4}\) ?)?'([^'"]{2,100})'(?::| (?:shall )?(?:means?|has the|have the|includes?)\b))re");
  const auto match = term.match_at(line, number_length(line));
  if (match && is_term(slice(line, *match->groups[0])))
    found.push_back({*match->groups[0], {match->span.end, static_cast<std::uint32_t>(line.size())}, DefinitionForm::quoted});
}

/// `(the "X")`, `(each a "X" and together the "Y")`, `("X")`.
void inline_quoted(std::string_view line, std::vector<Found>& found) {
  static const Pattern bracket = Pattern::literal(
      R"re(\((?:in (?:this|the) [^()"]{1,40}, )?(?:(?:each|together|collectively|individually|being|to be|called|hereafter|hereinafter|for short|an?|the|any such|such|any|all such|or|respectively|referred to as|hereinafter|both|these|those|known as|with|of them|of which|which|is|are|of|these being|and|in each case|,)[ ,]+)*"([^"]{1,100})"([^()]{0,120})\))re");
  static const Pattern more = Pattern::literal(R"re("([^"]{1,100})")re");
  for (std::size_t at = 0;;) {
    const auto match = bracket.find(line, at);
    if (!match) return;
    at = match->span.end;
    const Span body{0, match->span.begin};
    if (is_term(slice(line, *match->groups[0]))) found.push_back({*match->groups[0], body, DefinitionForm::inline_quoted});
    const auto rest = *match->groups[1];
    for (std::size_t in = rest.begin;;) {
      const auto another = more.find(line.substr(0, rest.end), in);
      if (!another) break;
      in = another->span.end;
      if (is_term(slice(line, *another->groups[0]))) found.push_back({*another->groups[0], body, DefinitionForm::inline_quoted});
    }
  }
}

/// `Uniform Network Code or UNC means …` at the start of a line, without quotes.
void unquoted(std::string_view line, std::vector<Found>& found) {
  static const Pattern plain = Pattern::literal(
      R"re(^ *(?:\([a-z]{1,3}\) ?)?([A-Z0-9][\pL0-9'/&()-]*(?: (?:[A-Z0-9(][\pL0-9'/&()-]*|of|and|the|for|to|in|on|or|by)){0,9}?)(?: or ([A-Z]{2,8}))? (?:shall )?(?:means|mean|has the (?:same )?meaning|have the meaning)\b)re");
  const auto match = plain.match_at(line, 0);
  if (!match || !match->groups[0]) return;
  static constexpr std::array starters{"the",  "this",       "that",      "each", "any", "a",   "an", "where", "it",    "which",
                                       "such", "references", "reference", "if",   "no",  "all", "in", "for",   "these", "for"};
  const auto term = slice(line, *match->groups[0]);
  const auto first = fold(slice(term, words(term).front()));
  if (std::find(starters.begin(), starters.end(), first) != starters.end()) return;
  const Span body{match->span.end, static_cast<std::uint32_t>(line.size())};
  found.push_back({*match->groups[0], body, DefinitionForm::quoted});
  if (match->groups[1]) found.push_back({*match->groups[1], body, DefinitionForm::quoted});
}

/// `Licensed Distribution System Operators (LDSOs)`: an acronym whose letters are the initials before it.
void glosses(std::string_view line, std::vector<Found>& found) {
  static const Pattern acronym = Pattern::literal(R"re( \((?:the )?"?([A-Z][A-Za-z&/-]{1,9}?)(s?)"?\))re");
  for (std::size_t at = 0;;) {
    const auto match = acronym.find(line, at);
    if (!match) return;
    at = match->span.end;
    const auto name = slice(line, *match->groups[0]);
    std::string letters;
    for (const char c : name)
      if ((c >= 'A' && c <= 'Z')) letters += static_cast<char>(c - 'A' + 'a');
    if (letters.size() < 2) continue;
    const auto before = words(line.substr(0, match->span.begin));
    // Initials from the right, small words may be left out.
    std::size_t need = letters.size(), first = before.size();
    for (std::size_t i = before.size(); i-- > 0 && need > 0 && before.size() - i <= letters.size() * 2 + 2;) {
      const auto word = fold(slice(line, before[i]));
      if (word.front() == letters[need - 1])
        --need, first = i;
      else if (word != "of" && word != "and" && word != "the" && word != "for" && word != "to" && word != "in" && word != "a" &&
               !(need < letters.size()))
        break;
    }
    if (need == 0) found.push_back({*match->groups[0], {before[first].begin, match->span.begin}, DefinitionForm::gloss});
  }
}

class Compiler {
 public:
  Compiler(const Document& document, const Profile& profile, Unit& unit) : document_(document), profile_(profile), unit_(unit) {}

  void run(View view) {
    view_ = view;
    const auto& projection = unit_.projection(view);
    for (std::size_t i = 0; i < projection.lines.size(); ++i) {
      const auto& paragraph = document_.paragraphs[projection.lines[i].paragraph];
      if (paragraph.part == Part::header || paragraph.part == Part::footer || paragraph.part == Part::comment) continue;
      if (is_contents_line(document_, projection, i)) continue;
      if (paragraph.cell && table_cell(i, paragraph.cell)) continue;
      line(i);
    }
  }

  /// The meaning of an entry is all its lines, sub-lists and tails included.
  void widen() {
    for (auto& definition : unit_.definitions) {
      const View view = definition.views.proposed ? View::proposed : View::baseline;
      const auto id = definition.provision[index(view)];
      const auto& projection = unit_.projection(view);
      const auto first = line_at(projection, projection.from_source(definition.body.begin));
      std::uint32_t last = first ? *first + 1 : 0;
      if (id && first && unit_.provisions[id].kind == ProvisionKind::entry && unit_.provisions[id].lines[index(view)].begin == *first)
        last = unit_.provisions[id].last_line[index(view)];
      if (first && last > *first + 1 && last <= projection.lines.size() && definition.form != DefinitionForm::inline_quoted &&
          definition.form != DefinitionForm::gloss)
        definition.body.end = projection.to_source(projection.lines[last - 1].span).end;
      const Span in_view{projection.from_source(definition.body.begin), projection.from_source(definition.body.end)};
      definition.meaning = in_view.end > in_view.begin ? squeeze(slice(projection.text, in_view)) : std::string();
    }
  }

 private:
  void line(std::size_t i) {
    const auto& projection = unit_.projection(view_);
    const auto text = slice(projection.text, projection.lines[i].span);
    note_import(text);
    std::vector<Found> found;
    const bool quotes = text.find('"') != std::string_view::npos;
    if (quotes) quoted(text, found);
    if (quotes) inline_quoted(text, found);
    if (quotes) named_as(text, found);
    if (!quotes && text.find('\'') != std::string_view::npos) single_quoted(text, found);
    if (found.empty() && (text.find(" mean") != std::string_view::npos || text.find(" meaning") != std::string_view::npos)) {
      const auto number_end = number_length(text);
      std::vector<Found> plain;
      unquoted(text.substr(number_end), plain);
      for (auto& f : plain) {
        for (Span* s : {&f.term, &f.body}) s->begin += static_cast<std::uint32_t>(number_end), s->end += static_cast<std::uint32_t>(number_end);
        found.push_back(f);
      }
    }
    if (text.find('(') != std::string_view::npos) glosses(text, found);
    for (const auto& f : found) add(i, f);
  }

  /// "Words and expressions defined in the … have the meanings given there": the list of terms goes on in another document.
  void note_import(std::string_view text) {
    if (text.find("efined in") == std::string_view::npos && text.find("meaning") == std::string_view::npos) return;
    static const Pattern imports = Pattern::literal(
        R"re(\b(?i:terms|expressions|words)\b[^.;]{0,120}\b(?:defined|meanings? (?:given|ascribed|set out|assigned))[^.;]{0,60}? (?:in|under|by) (?:the |that )?((?:Section |Annex |Schedule |Clause |[A-Z]{2,8} |paragraph )?[A-Z0-9][\w.-]*(?: [A-Z][\w-]*)*))re");
    const auto found = imports.find(text);
    if (!found || !found->groups[0]) return;
    const std::string name(slice(text, *found->groups[0]));
    if (std::find(unit_.imports.begin(), unit_.imports.end(), name) == unit_.imports.end()) unit_.imports.push_back(name);
  }

  /// A cell of a definition table; false when the table is another one.
  bool table_cell(std::size_t i, Id<Cell> cell) {
    const auto& c = document_.cells[cell];
    const auto table = document_.rows[c.row].table;
    if (table != table_) {
      table_ = table;
      table_defines_ = is_definition_table(document_, table) || (document_.tables[table].columns == 2 && under_definitions_heading(i));
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
    if (header || !is_term(slice(projection.text, span))) return true;
    term_ = slice(projection.text, span);
    term_span_ = span;
    term_row_ = c.row;
    term_cell_ = cell;
    term_line_ = i;
    return true;
  }

  /// Whether the table stands under "List of Acronyms", "Definitions" or the like: then it needs no header row to say what it is.
  bool under_definitions_heading(std::size_t line) const {
    const auto id = provision_of_line(unit_, view_, static_cast<std::uint32_t>(line));
    if (!id) return false;
    const auto heading = fold(unit_.provisions[id].heading[index(view_)]);
    for (const std::string_view word : {"acronym", "abbreviation", "definition", "glossary", "defined term"})
      if (heading.find(word) != std::string::npos) return true;
    return false;
  }

  void add_cell(std::size_t i, const Projection& projection) {
    const bool acronym = all_upper(term_) && term_.size() <= 8 && term_.find(' ') == std::string::npos;
    store(term_line_, term_span_, projection.lines[i].span, acronym ? DefinitionForm::acronym : DefinitionForm::table);
  }

  void add(std::size_t i, const Found& found) {
    const auto& line = unit_.projection(view_).lines[i].span;
    store(i, {line.begin + found.term.begin, line.begin + found.term.end}, {line.begin + found.body.begin, line.begin + found.body.end}, found.form);
  }

  void store(std::size_t line, Span term, Span body, DefinitionForm form) {
    const auto& projection = unit_.projection(view_);
    Definition definition;
    definition.term = squeeze(slice(projection.text, term));
    definition.folded = fold(definition.term);
    definition.form = form;
    definition.views.add(view_);
    definition.span = projection.to_source(term);
    definition.body = projection.to_source(body);
    definition.provision[index(view_)] = provision_of_line(unit_, view_, static_cast<std::uint32_t>(line));
    auto& same = by_place_[{definition.span, definition.folded}];
    if (same) {
      unit_.definitions[same].views.add(view_);
      unit_.definitions[same].provision[index(view_)] = definition.provision[index(view_)];
      return;
    }
    same = unit_.definitions.add(std::move(definition));
  }

  const Document& document_;
  const Profile& profile_;
  Unit& unit_;
  View view_ = View::proposed;
  std::map<std::pair<Span, std::string>, Id<Definition>> by_place_;
  Id<TextTable> table_;
  bool table_defines_ = false;
  Id<Row> first_row_, term_row_;
  Id<Cell> term_cell_, last_cell_;
  std::string term_;
  Span term_span_;
  std::size_t term_line_ = 0;
};

}  // namespace

void compile_definitions(const Document& document, const Profile& profile, Unit& unit) {
  Compiler compiler(document, profile, unit);
  compiler.run(View::proposed);
  if (unit.has_changes) compiler.run(View::baseline);
  compiler.widen();
  if (!unit.has_changes)
    for (auto& definition : unit.definitions) {
      definition.views = {true, true};
      definition.provision[0] = definition.provision[1];
    }
}

}  // namespace dovetail
