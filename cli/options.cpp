// What a person can type. Wraps Boost.Program_options; nobody else names it.
#include "options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <filesystem>
#include <optional>
#include <sstream>

#include "lint/suggest.h"
#include "output.h"
#include "report/reporters.h"
#include "report/wrap.h"
#include "text/pattern.h"

namespace dovetail::cli {
namespace {

namespace po = boost::program_options;

// Options as typed, before they are understood.
struct Typed {
  std::vector<std::string> only, skip, severities, reports, limits;
  std::string colour = "auto", progress = "auto", threads = "0";
};

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

std::string limit_help() {
  std::string text = "how much of a file is read, as in xml-depth=100 or file-bytes=2G; repeatable:";
  for (const auto& limit : named_limits) text += " " + std::string(limit.name) + " (" + std::to_string(Limits().*limit.value) + "),";
  text.back() = ' ';
  return text + "by default";
}

void describe_project(const Takes& takes, Options& o, Typed& typed, po::options_description& all) {
  auto add = all.add_options();
  add("config", po::value(&o.job.project_file)->value_name("FILE"), "the project file; else dovetail.yaml beside the paths or above");
  add("rules", po::value(&o.rules)->value_name("DIR"), "the folder of rules, profiles and mappings; else DOVETAIL_RULES, else the program's own");
  if (takes.rules_only) return;
  add("profile", po::value(&o.job.profile)->value_name("NAME"), "how a single document numbers and cites: bscp, rec-schedule, generic …");
  add("marking", po::value(&o.job.marking)->value_name("NAME"), "what colours, strike and underline mean: tracked, mhhs, sec-status …");
  add("format-in", po::value(&o.job.format_in)->value_name("KIND"), "what '-' (standard input) is: docx, marked-text, csv …");
  add("limit", po::value(&typed.limits)->value_name("NAME=VALUE"), limit_help().c_str());
  add("threads", po::value(&typed.threads)->value_name("N"), "threads to work with; 0: all the machine has");
}

void describe_findings(const Takes& takes, Options& o, Typed& typed, po::options_description& all) {
  auto add = all.add_options();
  add("only", po::value(&typed.only)->value_name("RULE"), "only these rules or families; several apart by commas or spaces");
  add("skip", po::value(&typed.skip)->value_name("RULE"), "all but these rules or families");
  add("severity", po::value(&typed.severities)->value_name("RULE=LEVEL"), "error, warning, note or off for a rule or family; repeatable");
  if (takes.check)
    add("fail-on", po::value(&o.fail_on)->value_name("LEVEL"), "exit with 1 from this level on: error (default), warning, note, never");
  add("new-only", po::bool_switch(&o.job.new_only), "only what the draft introduced: the baseline has it not");
  add("changed-only", po::bool_switch(&o.job.changed_only), "only findings in paragraphs that the draft marks");
  add("baseline", po::value(&o.job.baseline)->value_name("FILE"), "what a single document was marked against");
  add("known", po::value(&o.job.known)->value_name("FILE"), "accepted findings, as --write-known writes them: they do not count");
  if (takes.check) add("write-known", po::value(&o.write_known)->value_name("FILE"), "writes what is found now as known findings");
  add("responses", po::value(&o.job.responses)->value_name("FILE"),
      "a Comments log (of --report xlsx=FILE) that reviewers have filled in: its decisions are waivers");
  if (takes.check)
    add("decisions", po::value(&o.job.decisions)->value_name("FILE"),
        "a worksheet (of --report worksheet-xlsx=FILE) that reviewers have filled in: the next one sets apart what they decided and nobody changed");
}

std::vector<std::string> file_formats() {
  const auto names = report_formats();
  return {names.begin(), names.end()};
}

void describe(const Command& command, Options& o, Typed& typed, po::options_description& all) {
  const auto& takes = command.takes;
  if (takes.project || takes.rules_only) describe_project(takes, o, typed, all);
  if (takes.findings) describe_findings(takes, o, typed, all);
  auto add = all.add_options();
  const auto formats = joined(command.formats, ", ");
  if (!command.formats.empty()) add("format", po::value(&o.format)->value_name("FORMAT"), ("what standard output gets: " + formats).c_str());
  if (takes.reports) {
    add("report", po::value(&typed.reports)->value_name("FORMAT=FILE"),
        ("writes a report to a file as well; repeatable: " + joined(file_formats(), ", ")).c_str());
    add("color", po::value(&typed.colour)->value_name("WHEN"), "colour on a terminal: auto (default), always, never");
    add("quiet,q", po::bool_switch(&o.quiet), "findings alone, without the closing line");
  }
  if (takes.compile) add("output,o", po::value(&o.output)->value_name("FILE.unit"), "the unit file to write");
  if (takes.check) {
    add("units", po::value(&o.job.units)->value_name("DIR"), "links the unit files in DIR, as 'dovetail compile' makes them, and reads no document");
    add("cache", po::value(&o.job.cache)->value_name("DIR"), "keeps what was read there, and reads again only what has changed");
    add("stats", po::bool_switch(&o.stats), "says on standard error how long each step took, and how much was read");
    add("progress", po::value(&typed.progress)->value_name("WHEN"), "a line on standard error while a run lasts: auto (default), always, never");
  }
  if (takes.project && !takes.text && !takes.dump)
    add("as-of", po::value(&o.job.as_of)->value_name("DATE"), "the day that dates are judged at, as 2025-06-30; else the project's, else today");
  if (takes.project) add("verbose,v", po::bool_switch(&o.verbose), "says what was guessed, and which rules could not run");
  if (takes.text) {
    add("view", po::value(&o.view)->value_name("VIEW"), "baseline, proposed (default) or marked: {++inserted++} {--deleted--}");
    add("plain", po::bool_switch(&o.plain), "without computed numbers");
    add("all", po::bool_switch(&o.all), "notes, headers, footers, comments and text boxes too");
  }
  if (takes.rules) add("html", po::value(&o.site)->value_name("DIR"), "writes the documentation as a small site: an index, and a page for each rule");
  if (takes.fix || takes.init) add("dry-run,n", po::bool_switch(&o.dry_run), "shows the difference and writes nothing");
  if (takes.output) add("output,o", po::value(&o.output)->value_name("OUT"), "the file to write, or the folder where there are several");
  if (takes.dump) add("raw", po::bool_switch(&o.raw), "the source as read, before any mapping");
  if (takes.refs) add("term", po::value(&o.term)->value_name("TERM"), "what a defined term means, for whom, and which documents use it");
  if (takes.compare) {
    add("live", po::value(&o.live)->value_name("FILE"), "the text in force now: what it changed since OLD, and what of that NEW has");
    add("since", po::value(&o.since)->value_name("STATUS"),
        "approved or legal-reviewed: OLD is the last such version in the project's history of NEW");
    add("report", po::value(&typed.reports)->value_name("FORMAT=FILE"), "writes the comparison to a file as well; repeatable");
    add("quiet,q", po::bool_switch(&o.quiet), "without the closing line");
  }
  if (takes.trace) {
    add("design-only", po::bool_switch(&o.design_only), "the design's own links and gaps, without the code text");
    add("why", po::value(&o.why)->value_name("ATOM"), "how one atom is covered, or what was tried; for a step the row that the design implies");
    add("since", po::value(&o.since)->value_name("FILE"), "what is new, fixed and unchanged since the run that wrote FILE with --format json");
    add("report", po::value(&typed.reports)->value_name("FORMAT=FILE"), "writes the same to a file as well; repeatable");
    add("kind", po::value(&o.kind)->value_name("KIND"), "only atoms of this kind: requirement, bp_step, interface …");
    add("code", po::value(&o.code)->value_name("CODE"), "only atoms that are for this code");
    add("artefact", po::value(&o.artefact)->value_name("ID"), "only atoms of this artefact");
    add("write-register", po::value(&o.write_register)->value_name("FILE"),
        "writes the trace register as a new workbook, with a row proposed for each link that only the texts show");
  }
  if (takes.impact) {
    add("topic", po::value(&o.topic)->value_name("TOPIC"), "what the drafts of a topic area carry, and who relies on what they change");
    add("artefact", po::value(&o.artefact)->value_name("ID"), "where the atoms of an artefact stand, or may go");
    add("atom", po::value(&o.atom)->value_name("ID"), "where an atom and those that hang on it stand");
    add("provision", po::value(&o.provision)->value_name("TARGET"), "what a provision carries, as in \"XBSCP901 3.1.4\"");
  }
  add("help,h", po::bool_switch(&o.help), "this text");
}

// --- what was typed, understood ---

// "--only RULE RULE …": words behind --only and --skip are rules as long as they look like rules and no file has that name.
std::vector<std::string> with_rules_joined(const std::vector<std::string>& words) {
  static const Pattern rule = Pattern::literal("[a-z]+([.][a-z][a-z-]*)?(,[a-z]+([.][a-z][a-z-]*)?)*");
  std::vector<std::string> out;
  bool in_list = false;
  for (const auto& word : words) {
    const bool value = out.empty() ? false : out.back() == "--only" || out.back() == "--skip";
    std::error_code ignored;
    if (in_list && !value && rule.matches(word) && !std::filesystem::exists(word, ignored)) {
      out.back() += "," + word;
      continue;
    }
    in_list = value || word == "--only" || word == "--skip";
    out.push_back(word);
  }
  return out;
}

std::vector<std::string> split(const std::vector<std::string>& lists) {
  std::vector<std::string> names;
  for (const auto& list : lists) {
    std::istringstream in(list);
    for (std::string name; std::getline(in, name, ',');)
      if (!name.empty()) names.push_back(name);
  }
  return names;
}

Result<bool> expect_one_of(const std::string& option, const std::string& value, const std::vector<std::string>& allowed) {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return true;
  return fail(option + ": '" + value + "' is none of " + joined(allowed, ", ") + did_you_mean(value, allowed));
}

Result<bool> take_severities(const Typed& typed, Options& o) {
  for (const auto& text : typed.severities) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) return fail("--severity: '" + text + "' is not RULE=LEVEL, as in term.undefined=note");
    RuleSetting setting;
    setting.rule = text.substr(0, equals);
    const auto level = text.substr(equals + 1);
    if (auto good = expect_one_of("--severity", level, {"error", "warning", "note", "off"}); !good) return good;
    setting.severity = severity_named(level);
    if (level == "off")
      o.job.skip.push_back(setting.rule);
    else
      o.job.severities.push_back(std::move(setting));
  }
  return true;
}

Result<bool> take_reports(const Typed& typed, Options& o) {
  for (const auto& text : typed.reports) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals + 1 == text.size())
      return fail("--report: '" + text + "' is not FORMAT=FILE, as in html=findings.html");
    o.reports.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
  return true;
}

Result<bool> take_threads(const Typed& typed, Options& o) {
  constexpr unsigned most = 1024;
  const auto& text = typed.threads;
  if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != std::string::npos || std::stoul(text) > most)
    return fail("--threads: '" + text + "' is no number from 0 to " + std::to_string(most));
  o.job.threads = static_cast<unsigned>(std::stoul(text));
  return true;
}

// "4000", "64K", "400M", "2G"; nothing for other text, and for what no counter holds.
std::optional<std::uint64_t> amount(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  constexpr std::string_view units = "KMG";
  if (error != std::errc() || value == 0 || unit.size() > 1) return std::nullopt;
  const auto which = unit.empty() ? 0 : units.find(unit) + 1;
  if (!unit.empty() && units.find(unit) == std::string_view::npos) return std::nullopt;
  const auto shift = 10 * which;
  constexpr std::uint64_t most = 1ULL << 31;  // places in a text are counted in 32 bits
  if (value > most >> shift) return std::nullopt;
  return value << shift;
}

Result<bool> take_limits(const Typed& typed, Options& o) {
  std::vector<std::string> names;
  for (const auto& limit : named_limits) names.emplace_back(limit.name);
  for (const auto& text : typed.limits) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) return fail("--limit: '" + text + "' is not NAME=VALUE, as in xml-depth=100");
    if (auto good = expect_one_of("--limit", text.substr(0, equals), names); !good) return good;
    const auto value = amount(std::string_view(text).substr(equals + 1));
    if (!value) return fail("--limit: '" + text.substr(equals + 1) + "' is no amount from 1 to 2G; write it as 4000, 64K, 400M or 2G");
    for (const auto& limit : named_limits)
      if (text.compare(0, equals, limit.name) == 0) o.job.limits.*limit.value = *value;
  }
  return true;
}

Result<bool> take_day(const Options& o) {
  static const Pattern date = Pattern::literal("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
  if (o.job.as_of.empty() || date.matches(o.job.as_of)) return true;
  return fail("--as-of: '" + o.job.as_of + "' is no date; write it as 2025-06-30");
}

Result<bool> understand(const Command& command, const Typed& typed, Options& o) {
  o.job.only = split(typed.only);
  o.job.skip = split(typed.skip);
  const std::vector<std::string> whens{"auto", "always", "never"};
  if (auto good = expect_one_of("--color", typed.colour, whens); !good) return good;
  if (auto good = expect_one_of("--progress", typed.progress, whens); !good) return good;
  o.progress = typed.progress == "always" ? When::always : typed.progress == "never" ? When::never : When::automatic;
  o.colour = typed.colour == "always" ? When::always : typed.colour == "never" ? When::never : When::automatic;
  if (auto good = expect_one_of("--fail-on", o.fail_on, {"error", "warning", "note", "never"}); !good) return good;
  if (o.format.empty() && !command.formats.empty()) o.format = command.formats.front();
  if (!command.formats.empty())
    if (auto good = expect_one_of("--format", o.format, command.formats); !good) return good;
  for (auto* take : {take_severities, take_reports, take_threads, take_limits})
    if (auto good = take(typed, o); !good) return good;
  for (const auto& [format, file] : o.reports)
    if (auto good = expect_one_of("--report", format, command.takes.reports ? file_formats() : command.formats); !good) return good;
  if (command.takes.text && o.view.empty()) o.view = "proposed";
  if (command.takes.text)
    if (auto good = expect_one_of("--view", o.view, {"baseline", "proposed", "marked"}); !good) return good;
  return take_day(o);
}

std::vector<std::string> names_of(const po::options_description& all) {
  std::vector<std::string> names;
  for (const auto& option : all.options()) names.push_back("--" + option->long_name());
  return names;
}

}  // namespace

Result<Options> parse(const Command& command, const std::vector<std::string>& words) {
  Options o;
  Typed typed;
  po::options_description visible;
  describe(command, o, typed, visible);
  po::options_description all;
  all.add(visible);
  all.add_options()("argument", po::value(&o.arguments), "");
  po::positional_options_description positions;
  positions.add("argument", -1);
  const std::string more = " ('dovetail " + command.name + " --help' lists the options)";
  try {
    namespace style = po::command_line_style;
    po::variables_map map;
    po::store(
        po::command_line_parser(with_rules_joined(words)).options(all).positional(positions).style(style::unix_style & ~style::allow_guessing).run(),
        map);
    po::notify(map);
  } catch (const po::unknown_option& problem) {
    const auto name = problem.get_option_name();
    return fail(name + ": there is no such option" + did_you_mean(name, names_of(visible)) + more);
  } catch (const po::error& problem) {
    return fail(std::string(problem.what()) + more);
  }
  if (o.help) return o;
  if (auto good = understand(command, typed, o); !good) return fail(good.error().message + more);
  return o;
}

std::string headline_of(const Command& command) {
  auto line = command.summary.substr(0, std::min({command.summary.find(". "), command.summary.find(".\n"), command.summary.find(':'),
                                                  command.summary.find(';'), command.summary.find(", with")}));
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (line.ends_with('.')) line.pop_back();
  return line;
}

std::vector<OptionHelp> options_of(const Command& command) {
  Options o;
  Typed typed;
  po::options_description all;
  describe(command, o, typed, all);
  std::vector<OptionHelp> result;
  for (const auto& option : all.options()) {
    const auto letter = option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    const bool takes_value = option->semantic()->max_tokens() > 0;
    result.push_back(
        {option->long_name(), letter.size() == 2 ? letter.substr(1) : "", takes_value ? option->format_parameter() : "", option->description()});
  }
  return result;
}

std::string help_of(const Command& command) {
  constexpr std::size_t margin = 26;
  const auto width = terminal_width();
  std::string out = "Usage: dovetail " + command.name + " [OPTION…] " + command.arguments + "\n\n";
  auto summary = command.summary;
  std::replace(summary.begin(), summary.end(), '\n', ' ');
  out += wrapped(summary, width, 0) + "\n\nOptions:\n";
  for (const auto& option : options_of(command)) {
    auto name =
        "  " + (option.letter.empty() ? "" : "-" + option.letter + ", ") + "--" + option.name + (option.value.empty() ? "" : " " + option.value);
    name += characters(name) + 2 > margin ? "\n" + std::string(margin, ' ') : std::string(margin - characters(name), ' ');
    out += name + wrapped(option.says, width, margin) + "\n";
  }
  return out + "\nExamples:\n" + command.examples;
}

}  // namespace dovetail::cli
