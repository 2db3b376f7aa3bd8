// Layout: a line that names the format and its version, the heading, size and CRC-32 of the facts, the facts as one deflate stream.
#include "lint/stored/unit_file.h"

#include <exception>

#include "lint/stored/sound.h"
#include "lint/stored/unit_fields.h"
#include "model/projection.h"
#include "ooxml/deflate.h"
#include "ooxml/inflate.h"

namespace dovetail::stored {
namespace {

constexpr std::string_view first_line = "dovetail unit 1\n";  // the number changes with the layout
constexpr std::uint64_t heading_memory = 1U << 20;
constexpr std::uint64_t highest_ratio = 1100;  // no deflate stream grows more

template <class Archive>
void serialize(Archive& archive, Heading& value) {
  auto& [made_by, path, sha256, bytes, reading, context] = value;
  members(archive, made_by, path, sha256, bytes, reading, context);
}

// cereal and the archives say by exceptions what is wrong.
template <class Read>
Result<bool> reading(const Read& read) {
  try {
    read();
    return true;
  } catch (const std::exception& problem) {
    return fail(problem.what());
  }
}

// What stands in front of the facts.
struct Front {
  Heading heading;
  std::uint64_t size = 0, crc = 0;
  std::string facts;  // deflated
};

Result<Front> front_of(std::string_view bytes, bool with_facts) {
  if (!bytes.starts_with(first_line))
    return fail(bytes.starts_with(first_line.substr(0, first_line.find('1'))) ? "it has another version of the format" : "it is no unit file");
  Front front;
  auto good = reading([&] {
    Unpacker in(bytes.substr(first_line.size()), heading_memory + bytes.size());
    serialize(in, front.heading);
    in(front.size, front.crc);
    if (with_facts) in(front.facts);
  });
  if (!good) return fail(good.error().message);
  return front;
}

}  // namespace

std::string pack_facts(const Document& document, const Unit* unit) {
  std::string facts;
  Packer out(facts);
  serialize(out, const_cast<Document&>(document));  // writing changes nothing
  const bool has_unit = unit != nullptr;
  out(has_unit);
  if (has_unit) serialize(out, const_cast<Unit&>(*unit));
  return facts;
}

Result<bool> unpack_facts(std::string_view facts, std::uint64_t most_bytes, UnitFile& file) {
  auto good = reading([&] {
    Unpacker in(facts, most_bytes);
    serialize(in, file.document);
    bool has_unit = false;
    in(has_unit);
    if (has_unit) serialize(in, file.unit.emplace());
    if (!in.at_end()) throw Malformed("it goes on behind its end");
  });
  if (good && !is_sound(file.document)) return fail("what it says does not fit together");
  return good;
}

std::string pack(const Heading& heading, const Document& document, const Unit* unit) {
  const auto facts = pack_facts(document, unit);
  std::string bytes(first_line);
  Packer out(bytes);
  serialize(out, const_cast<Heading&>(heading));
  out(std::uint64_t{facts.size()}, std::uint64_t{checksum(facts)}, deflated(facts));
  return bytes;
}

Result<Heading> unpack_heading(std::string_view bytes) {
  auto front = front_of(bytes, false);
  if (!front) return fail(front.error().message);
  return std::move(front->heading);
}

Result<UnitFile> unpack(std::string_view bytes, std::uint64_t most_bytes) {
  auto front = front_of(bytes, true);
  if (!front) return fail(front.error().message);
  if (front->size > most_bytes || front->size / highest_ratio > front->facts.size()) return fail("it would take too much memory");
  Buffer facts(static_cast<std::size_t>(front->size));
  if (!inflate_exactly(front->facts, facts) || checksum(facts.view()) != front->crc) return fail("it is damaged");
  UnitFile file;
  file.heading = std::move(front->heading);
  file.document.path = file.heading.path;
  auto good = unpack_facts(facts.view(), most_bytes, file);
  if (!good) return fail(good.error().message);
  return file;
}

void make_views(Unit& unit, const Document& document) {
  unit.has_changes = unit.has_body && has_changes(document);
  if (!unit.has_body) {
    for (const View view : both_views) unit.views[index(view)] = std::make_shared<Projection>();
    return;
  }
  unit.views[1] = std::make_shared<const Projection>(project(document, View::proposed, Spelling::normalised));
  unit.views[0] = unit.has_changes ? std::make_shared<const Projection>(project(document, View::baseline, Spelling::normalised)) : unit.views[1];
}

}  // namespace dovetail::stored
