// Headers and footers, each part once, in the order in which sections name them (ECMA-376-1 17.10).
#include <string>

#include "read/docx/reading.h"

namespace dovetail::docx {

void read_headers(Reading& reading) {
  const auto read_all = [&](const std::vector<std::string>& ids, Part part) {
    for (const auto& id : ids) {
      const auto* relationship = relationship_with_id(reading.relationships, id);
      if (relationship == nullptr || relationship->external) continue;
      Story story;
      story.part = part;
      story.source = reading.open(relationship->target);  // null when another section named it already
      if (story.source == nullptr) continue;
      story.node = story.source->xml->root();
      read_story(reading, story);
    }
  };
  read_all(reading.header_ids, Part::header);
  read_all(reading.footer_ids, Part::footer);
}

void read_text_boxes(Reading& reading) {
  while (!reading.waiting_text_boxes.empty()) {
    const Story story = reading.waiting_text_boxes.front();
    reading.waiting_text_boxes.pop_front();
    read_story(reading, story);
  }
}

}  // namespace dovetail::docx
