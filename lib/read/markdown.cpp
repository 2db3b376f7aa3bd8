// Markdown: drafts kept in a repository.
#include "read/markdown.h"
#include "read/asides.h"

#include "read/builder.h"
#include "read/markdown/source.h"
#include "read/markdown/writer.h"
#include "read/text_encoding.h"

namespace dovetail {

void read_markdown(std::string_view bytes, Document& document, const Limits& limits) {
  DocumentBuilder builder(document, limits);
  builder.infer_marks();
  if (bytes.size() > limits.part_bytes) {
    builder.problem("input.limit", "the file is longer than is read");
    bytes = bytes.substr(0, limits.part_bytes);
  }
  DecodedText decoded = decode_text(bytes);
  document.properties["encoding"] = decoded.encoding;
  if (decoded.damaged) builder.problem("input.damaged", "some bytes are no characters of " + decoded.encoding + " and are read as U+FFFD");
  const auto asides = take_asides(decoded.text);
  const markdown::Source source = markdown::prepare(decoded.text);
  for (const auto& [key, value] : source.front) document.properties.try_emplace(key, value);
  for (const std::size_t line : source.unbalanced)
    builder.problem("input.damaged", "line " + std::to_string(line) + ": a mark has no other half and is read as text");
  markdown::Writer(builder, source).write();
  place_asides(asides, document);
}

}  // namespace dovetail
