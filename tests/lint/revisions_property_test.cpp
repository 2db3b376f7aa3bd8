// Random revisions in Word files, nested, adjacent, over paragraph marks and in tables: rejecting gives the baseline, accepting the clean text, and
// one unmarked edit is one finding at its place.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "help/linted.h"
#include "help/zip_writer.h"

using namespace dovetail;
using help::docx;

namespace {

enum class State { both, inserted, deleted, passing };  // passing: inserted and deleted again, in neither text

struct Piece {
  std::string text;
  State state = State::both;
};

struct Block {
  std::vector<Piece> pieces;
  State mark = State::both;  // of the paragraph mark
};

struct TableRow {
  std::vector<Block> cells;
  State state = State::both;
};

struct Part {
  std::vector<Block> blocks;
  std::vector<TableRow> rows;  // a table where there are any, else blocks
};

bool shown(State state, View view) {
  if (state == State::both) return true;
  return view == View::baseline ? state == State::deleted : state == State::inserted;
}

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::vector<Part> parts() {
    std::vector<Part> all;
    for (std::size_t n = 0; n < 6; ++n) {
      Part part;
      if (n % 3 == 2) {
        for (std::size_t r = 0; r < 4; ++r) part.rows.push_back(row(r));
      } else {
        for (std::size_t b = 0; b < 5; ++b) part.blocks.push_back(block(b == 4));
      }
      all.push_back(std::move(part));
    }
    return all;
  }

  std::size_t below(std::size_t count) { return random_() % count; }

 private:
  std::string words(std::size_t count) {
    std::string text;
    for (std::size_t w = 0; w < count; ++w) {
      for (std::size_t c = 0; c < 4 + below(4); ++c) text += static_cast<char>('a' + below(20));
      text += ' ';
    }
    return text;
  }

  State state() { return std::vector{State::both, State::both, State::both, State::inserted, State::deleted, State::passing}[below(6)]; }

  Block block(bool last) {
    Block result;
    // The first words stay, so that a paragraph is not made of marks alone.
    result.pieces.push_back({words(6), State::both});
    for (std::size_t n = 0; n < 2 + below(4); ++n) result.pieces.push_back({words(1 + below(3)), state()});
    result.pieces.push_back({words(5), State::both});
    if (!last && below(5) == 0) result.mark = below(2) == 0 ? State::inserted : State::deleted;
    return result;
  }

  TableRow row(std::size_t n) {
    TableRow result;
    for (std::size_t c = 0; c < 3; ++c) result.cells.push_back(block(true));
    if (n != 0 && below(4) == 0) result.state = below(2) == 0 ? State::inserted : State::deleted;
    return result;
  }

  std::mt19937 random_;
};

const std::string who = " w:id=\"1\" w:author=\"Ann\" w:date=\"2024-06-01T09:00:00Z\"";

std::string run(const std::string& text, bool deleted) {
  const std::string tag = deleted ? "w:delText" : "w:t";
  return "<w:r><" + tag + " xml:space=\"preserve\">" + text + "</" + tag + "></w:r>";
}

std::string written(const Piece& piece) {
  switch (piece.state) {
    case State::both:
      return run(piece.text, false);
    case State::inserted:
      return "<w:ins" + who + ">" + run(piece.text, false) + "</w:ins>";
    case State::deleted:
      return "<w:del" + who + ">" + run(piece.text, true) + "</w:del>";
    case State::passing:
      break;
  }
  return "<w:ins" + who + "><w:del" + who + ">" + run(piece.text, true) + "</w:del></w:ins>";
}

std::string written(const Block& block) {
  std::string xml = "<w:p>";
  if (block.mark != State::both) xml += "<w:pPr><w:rPr><w:" + std::string(block.mark == State::inserted ? "ins" : "del") + who + "/></w:rPr></w:pPr>";
  for (const Piece& piece : block.pieces) xml += written(piece);
  return xml + "</w:p>";
}

std::string written(const Part& part) {
  std::string xml;
  for (const Block& block : part.blocks) xml += written(block);
  if (part.rows.empty()) return xml;
  xml += "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>";
  for (const TableRow& row : part.rows) {
    xml += "<w:tr>";
    if (row.state != State::both) xml += "<w:trPr><w:" + std::string(row.state == State::inserted ? "ins" : "del") + who + "/></w:trPr>";
    for (const Block& cell : row.cells) xml += "<w:tc>" + written(cell) + "</w:tc>";
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>";
}

/// The same with one view's text and no marks; paragraphs whose mark is not there are joined.
std::vector<Part> settled(const std::vector<Part>& parts, View view) {
  std::vector<Part> clean;
  for (const Part& part : parts) {
    Part result;
    Block open;
    for (const Block& block : part.blocks) {
      for (const Piece& piece : block.pieces)
        if (shown(piece.state, view)) open.pieces.push_back({piece.text, State::both});
      if (!shown(block.mark, view)) continue;
      result.blocks.push_back(std::move(open));
      open = {};
    }
    for (const TableRow& row : part.rows) {
      if (!shown(row.state, view)) continue;
      TableRow kept;
      for (const Block& cell : row.cells) {
        Block one;
        for (const Piece& piece : cell.pieces)
          if (shown(piece.state, view)) one.pieces.push_back({piece.text, State::both});
        kept.cells.push_back(std::move(one));
      }
      result.rows.push_back(std::move(kept));
    }
    clean.push_back(std::move(result));
  }
  return clean;
}

std::string document_of(const std::vector<Part>& parts) {
  std::string body;
  for (const Part& part : parts) body += written(part);
  return docx(body);
}

std::vector<std::string> said(const Review& review) {
  std::vector<std::string> lines;
  for (const Finding& finding : review.findings)
    if (finding.rule == "change.unmarked" || finding.rule == "change.twin-differs") lines.push_back(finding.rule + " " + finding.text);
  return lines;
}

Review reviewed(const std::string& draft, const std::string& baseline, const std::string& twin) {
  return ::help::linted(
      {{"dovetail.yaml", "project: p\ndocuments:\n  - {path: draft.docx, id: D, profile: generic, baseline: baseline.docx, twin: twin.docx}\n"},
       {"draft.docx", draft},
       {"baseline.docx", baseline},
       {"twin.docx", twin}});
}

/// All pieces that stand in both texts, by address.
std::vector<std::string*> steady(std::vector<Part>& parts) {
  std::vector<std::string*> texts;
  for (Part& part : parts) {
    for (Block& block : part.blocks)
      for (Piece& piece : block.pieces)
        if (piece.state == State::both) texts.push_back(&piece.text);
    for (TableRow& row : part.rows)
      if (row.state == State::both)
        for (Block& cell : row.cells)
          for (Piece& piece : cell.pieces)
            if (piece.state == State::both) texts.push_back(&piece.text);
  }
  return texts;
}

}  // namespace

TEST_CASE("rejecting all gives the baseline and accepting all the clean text, for random revisions", "[lint][change]") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const auto parts = Generator(seed).parts();
    CHECK(said(reviewed(document_of(parts), document_of(settled(parts, View::baseline)), document_of(settled(parts, View::proposed)))) ==
          std::vector<std::string>{});
  }
}

TEST_CASE("one unmarked edit among random revisions is one finding with its words", "[lint][change]") {
  for (unsigned seed = 100; seed < 160; ++seed) {
    CAPTURE(seed);
    Generator generator(seed);
    auto parts = generator.parts();
    const auto baseline = document_of(settled(parts, View::baseline));
    const auto texts = steady(parts);
    std::string& text = *texts[generator.below(texts.size())];
    const auto space = text.find(' ');
    text = "zyxwvuts" + text.substr(space);
    CHECK(said(reviewed(document_of(parts), baseline, document_of(settled(parts, View::proposed)))) ==
          std::vector<std::string>{"change.unmarked zyxwvuts"});
  }
}
