// A business process as any diagram draws it: steps, gateways and events, what follows what, and who sends what to whom.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "text/span.h"

namespace dovetail {

inline constexpr std::size_t no_element = static_cast<std::size_t>(-1);

/// A step does something; a gateway decides; an event happens; a container holds others (subprocess); a pool or lane is a party as a whole.
enum class ElementKind : unsigned char { step, gateway, event, container, party };

struct ProcessElement {
  ElementKind kind = ElementKind::step;
  std::string native;               // its id in the file
  std::string name;                 // as written
  std::string role;                 // of the lane it stands in, else of the pool; as written
  std::string message;              // what it sends by itself (a send task, a throwing event); empty for none
  std::size_t within = no_element;  // the container it stands in
  std::vector<std::pair<std::string, std::string>> properties;
  Span span;
};

struct ProcessFlow {
  std::size_t from = no_element, to = no_element;
  std::string name;      // of a branch: what it says; of a message: its name
  bool message = false;  // passes a message between parties; else control goes on
  bool control = true;   // of a message: control goes on with it (one line that stands for both)
  Span span;
};

struct Process {
  std::vector<ProcessElement> elements;
  std::vector<ProcessFlow> flows;

  std::size_t add(ProcessElement element) {
    elements.push_back(std::move(element));
    return elements.size() - 1;
  }
};

}  // namespace dovetail
