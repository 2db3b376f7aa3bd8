// ECMA-376-1 17.13.5.14 (w:del) and 17.13.5.18 (w:ins).
#include "report/fix/run_rewrite.h"

#include "report/annotate/weave.h"

namespace dovetail::fix {
namespace {

class Rewriter {
 public:
  Rewriter(const Markup& part, std::uint32_t run, Reviser& reviser)
      : part_(part), run_(run), reviser_(reviser), prefix_(annotate::prefix_beside(part, run)) {
    const auto name = part.name(run);
    word_ = std::string(name.substr(0, name.size() - 1));  // "w:" of "w:r"
    const auto properties = part.child(run, "rPr");
    if (properties != Markup::none) properties_ = part.whole(properties);
  }

  std::string write(const std::vector<Strike>& strikes) {
    auto strike = strikes.begin();
    for (auto child = part_[run_].first_child; child != Markup::none; child = part_[child].next) {
      if (part_.local(child) == "rPr") continue;
      if (strike == strikes.end() || strike->text != child) {
        kept_ += part_.whole(child);
        continue;
      }
      const auto inside = part_.inside(child);
      std::size_t done = 0;
      for (; strike != strikes.end() && strike->text == child; ++strike) {
        keep_text(inside.substr(done, strike->begin - done));
        flush();
        if (strike->end > strike->begin) out_ += revision("del", run("delText", inside.substr(strike->begin, strike->end - strike->begin)));
        if (!strike->inserted.empty()) out_ += outside_insertion(revision("ins", run("t", strike->inserted)));
        done = strike->end;
      }
      keep_text(inside.substr(done));
    }
    flush();
    return out_;
  }

 private:
  [[nodiscard]] std::string text(std::string_view local, std::string_view characters) const {
    const auto tag = word_ + std::string(local);
    return "<" + tag + " xml:space=\"preserve\">" + std::string(characters) + "</" + tag + ">";
  }
  [[nodiscard]] std::string run_around(const std::string& content) const {
    return std::string(part_.start_tag(run_)) + properties_ + content + "</" + std::string(part_.name(run_)) + ">";
  }
  [[nodiscard]] std::string run(std::string_view local, std::string_view characters) const { return run_around(text(local, characters)); }
  void keep_text(std::string_view characters) {
    if (!characters.empty()) kept_ += text("t", characters);
  }
  void flush() {
    if (!kept_.empty()) out_ += run_around(kept_);
    kept_.clear();
  }
  std::string revision(const std::string& local, const std::string& content) {
    const auto& p = prefix_.name;
    return "<" + p + local + prefix_.declaration + " " + p + "id=\"" + std::to_string(reviser_.next_id++) + "\" " + p + "author=\"dovetail\"" +
           (reviser_.date.empty() ? "" : " " + p + "date=\"" + xml_escaped(reviser_.date) + "\"") + ">" + content + "</" + p + local + ">";
  }
  [[nodiscard]] std::string outside_insertion(const std::string& content) const {
    const auto parent = part_[run_].parent;
    if (part_.local(parent) != "ins") return content;
    return "</" + std::string(part_.name(parent)) + ">" + content + std::string(part_.start_tag(parent));
  }

  const Markup& part_;
  std::uint32_t run_;
  Reviser& reviser_;
  annotate::Prefix prefix_;
  std::string word_, properties_, kept_, out_;
};

}  // namespace

std::string rewritten_run(const Markup& part, std::uint32_t run, const std::vector<Strike>& strikes, Reviser& reviser) {
  return Rewriter(part, run, reviser).write(strikes);
}

}  // namespace dovetail::fix
