// The commands in one table: what each takes, says of itself, and calls.
#include "commands.h"

namespace dovetail::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> all{
      {"check",
       "[PATH…]",
       "Reads drafts and the design they must reflect, and says where they do not fit together. A PATH is a file or a folder, or '-' for standard\n"
       "input; with none, the project of the dovetail.yaml found from here upward. Exit status: 0 nothing at or above --fail-on, 1 findings,\n"
       "2 the job could not be done.",
       "  dovetail check                                   the project that this folder belongs to\n"
       "  dovetail check XBSCP901_v0.3.docx                one draft, no configuration\n"
       "  dovetail check drafts/ --new-only --fail-on warning\n"
       "  dovetail check --only reference,term.undefined --report html=findings.html --report json=findings.json\n"
       "  dovetail check --report worksheet=review.html --report worksheet-xlsx=review.xlsx --report manifest=files.json\n"
       "  dovetail check draft.docx --baseline live.docx --profile bscp\n"
       "  dovetail check --write-known known.json          accept what is there now …\n"
       "  dovetail check --known known.json                … and report what is new\n"
       "  dovetail check --responses answered.xlsx         the Comments log with the reviewers' decisions\n"
       "  dovetail check --decisions filled.xlsx --report worksheet-xlsx=next.xlsx     the next round: only what changed is to be decided\n"
       "  dovetail check --cache .dovetail                 reads again only the files that have changed\n"
       "  dovetail check --units units/                    links what 'dovetail compile' made, on whatever machine\n"
       "  cat draft.md | dovetail check - --format-in marked-text\n",
       {"text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv", "html", "manifest"},
       {.project = true, .findings = true, .reports = true, .check = true},
       run_check},
      {"trace",
       "[PATH…]",
       "Shows which design atoms (requirements, process steps, interfaces, data items) the code text covers, which it does not, and why; and what "
       "each\n"
       "changed provision rests on. Exit status: 0, or 1 where a minimum of 'expect:' in the project file is not reached.",
       "  dovetail trace                                   the project that this folder belongs to\n"
       "  dovetail trace fixtures/xp --format json > monday.json\n"
       "  dovetail trace fixtures/xp --since monday.json   what is new, fixed and unchanged\n"
       "  dovetail trace --report html=coverage.html --report xlsx=coverage.xlsx\n"
       "  dovetail trace --kind requirement --code XBSC --format csv\n"
       "  dovetail trace --why XP-BR-MS-004                the path from one requirement to its provisions\n"
       "  dovetail trace --write-register proposed.xlsx    the trace register with rows proposed for new links\n",
       {"text", "json", "csv", "html", "xlsx"},
       {.project = true, .trace = true},
       run_trace},
      {"suggest",
       "[ATOM…] [PATH…]",
       "Ranks provisions that may carry an atom without text, and atoms that changed text without a link may rest on, by the words they share: its "
       "roles,\n"
       "messages and data items weigh more. For a person to judge: none of them counts as coverage.",
       "  dovetail suggest                                 every gap of the project\n"
       "  dovetail suggest XP-BR-DS-004 fixtures/xp        one atom, whatever it has already\n"
       "  dovetail suggest --format json\n",
       {"text", "json"},
       {.project = true},
       run_suggest},
      {"impact",
       "[PATH…]",
       "Lists what a change touches: artefact by section of the texts with how much there is to read, terms defined there, and the text elsewhere "
       "that\n"
       "relies on it. Before drafting starts the sections are those that share most words.",
       "  dovetail impact --topic \"Data Services\"\n"
       "  dovetail impact --artefact BP901 fixtures/xp\n"
       "  dovetail impact --atom IF-903\n"
       "  dovetail impact --provision \"XBSCP901 3.1.4\" --format json\n",
       {"text", "json"},
       {.project = true, .impact = true},
       run_impact},
      {"refs",
       "TARGET [PATH…]",
       "Lists every reference to a provision, to a range of provisions, or to a whole document, with the views that have it; with --term, what a "
       "defined\n"
       "term means, how far each definition holds, whether the draft changes it, and which documents use it. A PATH is a file or a folder; with "
       "none,\n"
       "the project of the dovetail.yaml found from here upward.",
       "  dovetail refs \"XBSC K5.4\"                        a number with the letter of its Section\n"
       "  dovetail refs \"Schedule 91 4.1 to 4.3\"          a range\n"
       "  dovetail refs XBSCP901                           a whole document: who cites it\n"
       "  dovetail refs \"Section U 3.3\" fixtures/xp --format json\n"
       "  dovetail refs --term \"Data Service\"             a defined term\n",
       {"text", "json"},
       {.project = true, .refs = true},
       run_refs},
      {"compare",
       "[OLD] NEW",
       "Compares two texts provision by provision: new, changed, deleted, moved, only renumbered. With one file, its own two views: all changes "
       "rejected\n"
       "and all accepted.",
       "  dovetail compare XBSCP901_v11.docx XBSCP901_v0.3.docx\n"
       "  dovetail compare old.docx new.docx --format html > difference.html\n"
       "  dovetail compare baseline.docx draft.docx --live live.docx --report csv=carry-over.csv\n"
       "  dovetail compare drafts/XBSCP901_v0.3.docx --since legal-reviewed\n",
       {"text", "json", "html", "csv", "xlsx"},
       {.project = true, .compare = true},
       run_compare},
      {"annotate",
       "FILE… -o OUT",
       "Writes a copy of Word documents with a comment by \"dovetail\" on the words of each finding that the draft introduced: what is wrong, what "
       "to do,\n"
       "and a suggested text where there is one. Comments and tracked changes that are there stay as they are; the input is never touched.",
       "  dovetail annotate XBSCP901_v0.3.docx -o XBSCP901_v0.3_comments.docx\n"
       "  dovetail annotate drafts/*.docx -o commented/    several, into a folder\n"
       "  dovetail annotate draft.docx -o out.docx --only reference,term\n",
       {},
       {.project = true, .findings = true, .output = true},
       run_annotate},
      {"fix",
       "FILE… -o OUT",
       "Writes a copy in which safe fixes are made: references that renumbering left behind, and retired spellings whose replacement changes no "
       "meaning. In Word\n"
       "documents they are tracked changes by \"dovetail\", to be accepted or rejected; in text, marked text, Markdown and HTML they are edits. The "
       "input is never\n"
       "touched.",
       "  dovetail fix draft.docx --dry-run                 what would change\n"
       "  dovetail fix draft.docx -o draft_fixed.docx\n"
       "  dovetail fix drafts/*.md -o fixed/ --only reference\n",
       {},
       {.project = true, .findings = true, .output = true, .fix = true},
       run_fix},
      {"text",
       "FILE",
       "Prints the text of one document as read: one line for each paragraph, computed numbers in front with a tab.",
       "  dovetail text draft.docx                         all changes accepted\n"
       "  dovetail text draft.docx --view baseline         all changes rejected\n"
       "  dovetail text draft.docx --view marked --all     both, with notes, headers, comments and text boxes\n"
       "  diff <(dovetail text old.docx) <(dovetail text new.docx)\n",
       {},
       {.project = true, .text = true},
       run_text},
      {"dump",
       "FILE",
       "Prints what was read and compiled out of one file as JSON: paragraphs, runs, revisions, provisions, definitions, references, design items.",
       "  dovetail dump draft.docx\n"
       "  dovetail dump BRS901.xlsx --raw                  the cells as read, before any mapping\n",
       {},
       {.project = true, .dump = true},
       run_dump},
      {"compile",
       "FILE -o FILE.unit",
       "Writes what one file says and means as a unit file: 'dovetail check --units DIR' links those instead of reading the documents. So a build "
       "system, or\n"
       "whatever spreads a batch over machines, can read many documents at once.",
       "  dovetail compile drafts/XBSCP901_v0.3.docx -o units/XBSCP901.unit\n"
       "  parallel dovetail compile {} -o units/{/.}.unit ::: drafts/*.docx\n"
       "  dovetail check --units units/\n",
       {},
       {.project = true, .compile = true},
       run_compile},
      {"init",
       "[FOLDER]",
       "Writes a commented dovetail.yaml from what is in a folder: which files are code text, and by which profile; which are baselines, design and "
       "registers.",
       "  dovetail init                                    this folder\n"
       "  dovetail init drafts/ --dry-run                   prints what it would write\n",
       {},
       {.rules_only = true, .init = true},
       run_init},
      {"explain",
       "RULE",
       "Says what a rule finds, why it matters and what to do, with an example.",
       "  dovetail explain reference.missing\n"
       "  dovetail explain reference                       every rule of the family\n",
       {},
       {.rules_only = true},
       run_explain},
      {"rules",
       "",
       "Lists all rules with their severity, and whether this project runs them.",
       "  dovetail rules\n"
       "  dovetail rules --config xp/dovetail.yaml\n"
       "  dovetail rules --format json\n"
       "  dovetail rules --html site/                      the documentation of every rule as web pages\n",
       {"text", "json"},
       {.rules_only = true, .rules = true},
       run_rules},
  };
  return all;
}

}  // namespace dovetail::cli
