// What comparing two documents costs beside reading them: 100,000 words as Word saves them, with edits here and there, one part moved far, and
// everything renumbered; and two documents that have nothing in common.
#include <benchmark/benchmark.h>

#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "help/zip_writer.h"
#include "link/alignment.h"
#include "link/provision_changes.h"
#include "read/docx.h"

using namespace dovetail;

namespace {

using Paragraphs = std::vector<std::vector<std::string>>;

Paragraphs invented(std::size_t count, unsigned seed = 7) {
  std::mt19937 random(seed);
  Paragraphs paragraphs(count);
  for (std::size_t n = 0; n < count; ++n) {
    paragraphs[n].push_back(std::to_string(n / 20 + 1) + "." + std::to_string(n % 20 + 1));
    for (std::size_t w = 0; w < 20; ++w) {
      std::string word;
      for (std::size_t c = 0; c < 3 + random() % 6; ++c) word += static_cast<char>('a' + random() % 12);
      paragraphs[n].push_back(word);
    }
  }
  return paragraphs;
}

std::string package_of(const Paragraphs& paragraphs) {
  std::string body;
  for (const auto& paragraph : paragraphs) {
    body += "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr>";
    for (std::size_t w = 0; w < paragraph.size(); ++w)  // Word splits text into runs of a few words
      if (w % 4 == 0) {
        std::string words;
        for (std::size_t n = w; n < std::min(w + 4, paragraph.size()); ++n) words += paragraph[n] + " ";
        body += "<w:r w:rsidR=\"00A77427\"><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
      }
    body += "</w:p>";
  }
  return help::docx(body);
}

struct Read {
  Document document;
  Unit unit;

  explicit Read(const std::string& package) {
    read_docx(package, document, Limits());
    for (const View view : both_views) unit.views[index(view)] = std::make_shared<const Projection>(project(document, view, Spelling::normalised));
  }
};

Paragraphs edited() {
  auto paragraphs = invented(5000);
  for (std::size_t n = 0; n < paragraphs.size(); n += 50) paragraphs[n][3] = "otherwise";
  return paragraphs;
}

Paragraphs moved() {
  auto paragraphs = invented(5000);
  std::rotate(paragraphs.begin() + 100, paragraphs.begin() + 200, paragraphs.begin() + 4900);
  return paragraphs;
}

Paragraphs renumbered() {
  auto paragraphs = invented(5000);
  for (auto& paragraph : paragraphs) paragraph[0] = "9" + paragraph[0];
  return paragraphs;
}

Paragraphs unlike() { return invented(5000, 8); }

/// Other sentences of the same few thousand words, as two documents of one trade are.
Paragraphs other() {
  const auto vocabulary = invented(300, 7);
  auto paragraphs = invented(5000, 9);
  std::mt19937 random(11);
  for (auto& paragraph : paragraphs)
    for (std::size_t w = 1; w < paragraph.size(); ++w) paragraph[w] = vocabulary[random() % 300][1 + random() % 20];
  return paragraphs;
}

void reading(benchmark::State& state) {
  const auto old = package_of(invented(5000)), now = package_of(edited());
  for (auto round : state) {
    (void)round;
    benchmark::DoNotOptimize(Read(old).document.text.size() + Read(now).document.text.size());
  }
}

void comparing(benchmark::State& state, Paragraphs (*make)()) {
  const Read old(package_of(invented(5000))), now(package_of(make()));
  for (auto round : state) {
    (void)round;
    benchmark::DoNotOptimize(align_texts({old.document, old.unit, View::proposed}, {now.document, now.unit, View::proposed}).differences.size());
  }
}

BENCHMARK(reading)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(comparing, edited, &edited)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(comparing, moved, &moved)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(comparing, renumbered, &renumbered)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(comparing, unlike, &unlike)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(comparing, other, &other)->Unit(benchmark::kMillisecond);

}  // namespace
