// A quarry and its haulage: who digs, who weighs, who carries, and what they tell each other.
#include "help/coverage_world.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/sha256.h"

namespace help {
namespace {

constexpr std::array documents{"Quarry Rules 4", "Haul Rules 2"}, codes{"QRC", "HRC"}, paths{"quarry.txt", "haul.txt"};
constexpr std::array roles{"Face Boss", "Weigh Clerk", "Haulier", "Powder Keeper"}, role_ids{"FBO", "WCL", "HAU", "PKE"};
constexpr std::array verbs{"keep", "send", "check", "count", "mark", "report", "show"};
constexpr std::array things{"the tally of stone", "each blasting sheet", "the axle weight",
                            "a list of lorries",  "the powder book",     "every spoil heap"};
constexpr std::array ends{"at dusk", "before each shift", "for two years", "in ink", "at the gate", "once a week"};
constexpr std::array messages{"QM-31", "QM-32", "QM-33", "QM-34", "QM-35"};

const std::string trace_head =
    "link_id,atom_kind,atom_id,atom_version,artefact,link_type,code,code_doc,provision,coverage,basis,reviewed_on,provision_hash,status\n";

std::string number_of(const WorldProvision& provision, unsigned number) { return std::to_string(provision.section) + "." + std::to_string(number); }

std::string marked_number(const WorldProvision& provision, bool marked) {
  const std::string then = number_of(provision, provision.before), now = number_of(provision, provision.after);
  if (!marked || provision.before == provision.after) return then;
  return provision.before == 0 ? now : "{--" + then + "--}{++" + now + "++}";
}

template <class T>
void shuffle(std::vector<T>& all, std::uint32_t seed) {
  std::mt19937 chance(seed);
  for (std::size_t n = all.size(); n > 1; --n) std::swap(all[n - 1], all[chance() % n]);
}

std::string joined(const std::vector<std::pair<std::string, std::string>>& rows, const std::string& left_out) {
  std::string all;
  for (const auto& [id, row] : rows)
    if (id != left_out) all += row;
  return all;
}

}  // namespace

CoverageWorld::CoverageWorld(std::uint32_t seed) : chance_(seed) {
  make_text();
  make_design();
  make_links();
}

std::string CoverageWorld::sentence() {
  return std::string("The ") + roles[pick(roles.size())] + " shall " + verbs[pick(verbs.size())] + " " + things[pick(things.size())] + " " +
         ends[pick(ends.size())] + " in " + std::to_string(2 + provisions_.size()) + " copies";
}

void CoverageWorld::make_text() {
  for (unsigned document = 0; document < documents.size(); ++document)
    for (unsigned section = 1; section <= 3 - document; ++section) {
      const bool rows = document == 0 && section == 3;
      const unsigned first = static_cast<unsigned>(provisions_.size()), many = 3 + pick(4);
      for (unsigned n = 0; n < many; ++n) {
        WorldProvision provision;
        provision.document = document;
        provision.section = section;
        provision.row = rows;
        if (n > 0) provision.cites = first + pick(n);
        if (rows) {
          const unsigned from = pick(roles.size()), to = (from + 1 + pick(roles.size() - 1)) % roles.size();
          provision.words = std::string(n == 0 ? "As required" : "Within 2 WD of %R") + " | Send copy " + std::to_string(provisions_.size()) + " | " +
                            roles[from] + " | " + roles[to] + " | " + messages[pick(messages.size())] + " | Post";
        } else {
          provision.words = sentence() + (n > 0 && one_in(3) ? ", as paragraph %R asks." : ".");
        }
        provisions_.push_back(std::move(provision));
      }
    }
  number();
}

void CoverageWorld::number() {
  std::map<std::pair<unsigned, unsigned>, std::pair<unsigned, unsigned>> last;
  for (WorldProvision& provision : provisions_) {
    auto& [before, after] = last[{provision.document, provision.section}];
    provision.after = ++after;
    provision.before = provision.inserted ? 0 : ++before;
  }
}

void CoverageWorld::make_design() {
  const unsigned many = 6 + pick(6), steps = 3 + pick(4);
  for (unsigned n = 0; n < many; ++n) {
    const std::string id = "QRR-" + std::to_string(100 + n);
    const std::string parent = n > 0 && one_in(3) ? "QRR-" + std::to_string(100 + pick(n)) : "";
    const std::string step = one_in(3) ? "QST-" + std::to_string(20 + pick(steps)) : "";
    const std::string for_codes = one_in(3) ? "QRC;HRC" : one_in(4) ? "HRC" : "QRC";
    const std::string status = one_in(12) ? "Withdrawn" : "Approved";
    requirements_.emplace_back(id, id + "," + parent + ",QRB,1.0,\"" + sentence() + "\"," + role_ids[pick(role_ids.size())] + ",must," + step + "," +
                                       for_codes + "," + status + "\n");
    atoms_.push_back(id);
  }
  for (unsigned n = 0; n < steps; ++n) {
    const std::string id = "QST-" + std::to_string(20 + n);
    const unsigned from = pick(role_ids.size());
    const std::string needs = one_in(2) ? "QRR-" + std::to_string(100 + pick(many)) : "";
    steps_.emplace_back(id, "QPR,1.0," + id + "," + role_ids[from] + "," + verbs[pick(verbs.size())] + " it," +
                                (one_in(4) ? "" : messages[pick(messages.size())]) + "," + role_ids[(from + 1) % role_ids.size()] + "," + needs +
                                "\n");
    atoms_.push_back(id);
  }
  comments_ = "comment_id,code_doc,draft_version,provision,atom_ids,comment,response,disposition,change_made_in,closed_on\n";
  for (unsigned n = 0; n < 2; ++n) {
    const WorldProvision& on = provisions_[pick(static_cast<unsigned>(provisions_.size()))];
    comments_ += "C" + std::to_string(n) + "," + documents[on.document] + ",1," + number_of(on, on.before) + ",," + "Why?,Will review,Open,,\n";
  }
}

void CoverageWorld::make_links() {
  constexpr std::array versions{"1.0", "1.0", "1.0", "0.9", "1.1", ""};
  for (unsigned n = 0; n < 16; ++n) {
    const std::string& atom = atoms_[pick(static_cast<unsigned>(atoms_.size()))];
    const WorldProvision& to = provisions_[pick(static_cast<unsigned>(provisions_.size()))];
    const bool step = atom.starts_with("QST");
    std::string where = one_in(6) ? "9.9" : number_of(to, to.before);
    if (one_in(6)) where += "; 1.1";
    links_.push_back("L" + std::to_string(n) + (step ? ",bp_step," : ",requirement,") + atom + "," + versions[pick(versions.size())] +
                     (step ? ",QPR" : ",QRB") + ",codifies," + codes[to.document] + "," + documents[to.document] + "," + where +
                     (one_in(3) ? ",partial" : ",full") + ",design,2024-06-20,,Approved\n");
  }
}

void CoverageWorld::review_all() {
  links_.clear();
  comments_.resize(comments_.find('\n') + 1);
  for (std::size_t n = 0; n < provisions_.size(); ++n) {
    const WorldProvision& to = provisions_[n];
    const std::string& atom = atoms_[n % atoms_.size()];
    std::string words = words_of(to, false);
    for (std::size_t at = words.find(" | "); at != std::string::npos; at = words.find(" | ")) words.erase(at, 2);
    const bool step = atom.starts_with("QST");
    links_.push_back("L" + std::to_string(n) + (step ? ",bp_step," : ",requirement,") + atom + ",1.0" + (step ? ",QPR" : ",QRB") + ",codifies," +
                     codes[to.document] + "," + documents[to.document] + "," + number_of(to, to.before) + ",full,design,2024-06-20," +
                     dovetail::sha256_hex(words).substr(0, 12) + ",Approved\n");
  }
}

void CoverageWorld::renumber(std::uint32_t seed) {
  chance_.seed(seed);
  std::vector<WorldProvision> all;
  std::vector<std::size_t> moved_to;
  for (const WorldProvision& provision : provisions_) {
    if (!provision.row && one_in(3)) {
      WorldProvision fresh;
      fresh.document = provision.document;
      fresh.section = provision.section;
      fresh.inserted = true;
      fresh.words = "Nobody may ride on a trailer numbered " + std::to_string(500 + all.size()) + ".";
      all.push_back(fresh);
    }
    if (provision.row && one_in(3)) {
      WorldProvision fresh = provision;
      fresh.inserted = true;
      fresh.words = "As required | Ring the bell " + std::to_string(500 + all.size()) + " | Haulier | Weigh Clerk | | Post";
      fresh.cites = 0;
      all.push_back(fresh);
    }
    moved_to.push_back(all.size());
    all.push_back(provision);
  }
  for (WorldProvision& provision : all)
    if (!provision.inserted) provision.cites = moved_to[provision.cites];
  provisions_ = std::move(all);
  number();
}

std::vector<std::pair<std::string, std::string>> CoverageWorld::labels() const {
  std::vector<std::pair<std::string, std::string>> all;
  for (const WorldProvision& provision : provisions_)
    if (!provision.inserted)
      all.emplace_back(std::string(documents[provision.document]) + " " + number_of(provision, provision.before),
                       number_of(provision, provision.after));
  return all;
}

std::string CoverageWorld::words_of(const WorldProvision& provision, bool marked) const {
  std::string words = provision.words;
  if (const auto at = words.find("%R"); at != std::string::npos) words.replace(at, 2, marked_number(provisions_[provision.cites], marked));
  return words;
}

std::string CoverageWorld::text(unsigned document) const {
  std::string all = document == 0 ? "QUARRY RULES CODE\nQuarry Rules 4\n" : "HAUL RULES CODE\nHaul Rules 2\n";
  unsigned section = 0;
  for (const WorldProvision& provision : provisions_) {
    if (provision.document != document) continue;
    if (provision.section != section) {
      section = provision.section;
      all += std::to_string(section) + (provision.row ? " Interface and Timetable" : section == 1 ? " Records" : " Loads") + "\n";
      if (provision.row) all += "| REF | WHEN | ACTION | FROM | TO | INFORMATION REQUIRED | METHOD |\n";
    }
    std::string words = words_of(provision, true);
    if (provision.inserted && provision.row)  // a cell at a time, as an editor writes it
      for (std::size_t at = words.find(" | "); at != std::string::npos; at = words.find(" | ", at + 9)) words.replace(at, 3, "++} | {++");
    const std::string number = marked_number(provision, true);
    if (provision.row)
      all += provision.inserted ? "| {++" + number + "++} | {++" + words + "++} |\n" : "| " + number + " | " + words + " |\n";
    else
      all += provision.inserted ? "{++" + number + " " + words + "++}\n" : number + " " + words + "\n";
  }
  for (auto at = all.find("{++++}"); at != std::string::npos; at = all.find("{++++}")) all.erase(at, 6);
  return all;
}

CoverageWorld::Files CoverageWorld::made_of(std::vector<std::string> listed, std::vector<std::string> design, std::size_t links,
                                            const std::string& left_out) const {
  std::string yaml = "project: quarry\nas_of: 2024-07-01\ncodes:\n  - {id: QRC, name: Quarry Code}\n  - {id: HRC, name: Haulage Code}\ndocuments:\n";
  for (const auto& line : listed) yaml += line;
  yaml += "design:\n";
  for (const auto& line : design) yaml += line;
  yaml += "registers: {trace: trace.csv, comments: comments.csv}\nroles: roles.csv\n";
  std::string trace = trace_head, role_table = "role,name\n", interfaces = "interface_id,name,version,status,sender_role,primary_receivers\n";
  for (std::size_t n = 0; n < links; ++n) trace += links_[n];
  for (std::size_t n = 0; n < roles.size(); ++n) role_table += std::string(role_ids[n]) + "," + roles[n] + "\n";
  for (const char* message : messages) interfaces += std::string(message) + ",Slip " + message + ",1.0,Approved,,\n";
  return {{"dovetail.yaml", yaml},
          {"quarry.txt", text(0)},
          {"haul.txt", text(1)},
          {"needs.csv",
           "req_id,parent_id,brs_id,brs_version,text,actor_role,obligation,bp_steps,target_codes,status\n" + joined(requirements_, left_out)},
          {"steps.csv", "bp_id,bp_version,step_id,lane_role,step_text,interface_ids,to_roles,requirement_ids\n" + joined(steps_, left_out)},
          {"messages.csv", interfaces},
          {"trace.csv", trace},
          {"comments.csv", comments_},
          {"roles.csv", role_table}};
}

namespace {

std::vector<std::string> document_lines() {
  std::vector<std::string> lines;
  for (std::size_t n = 0; n < documents.size(); ++n)
    lines.push_back(std::string("  - {path: ") + paths[n] + ", id: " + documents[n] + ", code: " + codes[n] + ", lead: true}\n");
  return lines;
}

std::vector<std::string> design_lines() {
  return {"  - {path: needs.csv, artefact: QRB, mapping: brs}\n", "  - {path: steps.csv, artefact: QPR, mapping: bp-steps}\n",
          "  - {path: messages.csv, artefact: QMC, mapping: interfaces}\n"};
}

}  // namespace

CoverageWorld::Files CoverageWorld::files(std::size_t links) const { return made_of(document_lines(), design_lines(), links, {}); }

CoverageWorld::Files CoverageWorld::without(const std::string& atom) const { return made_of(document_lines(), design_lines(), links_.size(), atom); }

CoverageWorld::Files CoverageWorld::reordered(std::uint32_t seed) const {
  auto listed = document_lines();
  auto design = design_lines();
  shuffle(listed, seed);
  shuffle(design, seed + 1);
  return made_of(std::move(listed), std::move(design), links_.size(), {});
}

}  // namespace help
