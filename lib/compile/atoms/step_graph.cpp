// Walks over the flows of a process.
#include "compile/atoms/step_graph.h"

#include <algorithm>
#include <queue>
#include <set>

namespace dovetail {
namespace {

constexpr std::size_t most_walked = 2000;  // elements between two steps
constexpr std::size_t most_found = 200;
constexpr std::size_t most_levels = 20000;  // containers in containers

}  // namespace

StepGraph::StepGraph(const Process& process, std::vector<bool> is_step) : process_(process), is_step_(std::move(is_step)) {
  const std::size_t size = process.elements.size();
  out_.resize(size);
  in_.resize(size);
  entries_.resize(size);
  exits_.resize(size);
  const auto has_control = [&](std::size_t at) {
    return std::any_of(out_[at].begin(), out_[at].end(), [&](std::size_t f) { return !process.flows[f].message; });
  };
  for (std::size_t f = 0; f < process.flows.size(); ++f) {
    const ProcessFlow& flow = process.flows[f];
    if (flow.message || flow.from == no_element || flow.to == no_element) continue;
    out_[flow.from].push_back(f);
    in_[flow.to].push_back(f);
  }
  // Where nothing else leads on, a message does: the next step is another party's.
  for (std::size_t f = 0; f < process.flows.size(); ++f) {
    const ProcessFlow& flow = process.flows[f];
    if (!flow.message || !flow.control || flow.from == no_element || flow.to == no_element) continue;
    if (process.elements[flow.to].kind == ElementKind::party || process.elements[flow.from].kind == ElementKind::party || has_control(flow.from))
      continue;
    out_[flow.from].push_back(f);
    in_[flow.to].push_back(f);
  }
  for (std::size_t at = 0; at < size; ++at) {
    const std::size_t within = process.elements[at].within;
    if (within == no_element || process.elements[at].kind == ElementKind::party) continue;
    if (in_[at].empty()) entries_[within].push_back(at);
    if (out_[at].empty()) exits_[within].push_back(at);
  }
}

void StepGraph::step_on(std::size_t at, bool forward, std::vector<std::size_t>& open) const {
  // At the edge of a container control goes on where the container does.
  for (std::size_t levels = 0; (forward ? out_[at] : in_[at]).empty(); ++levels) {
    at = process_.elements[at].within;
    if (at == no_element || is_step_[at] || levels > most_levels) return;
  }
  const auto& flows = forward ? out_[at] : in_[at];
  for (auto flow = flows.rbegin(); flow != flows.rend(); ++flow) open.push_back(forward ? process_.flows[*flow].to : process_.flows[*flow].from);
}

std::vector<std::size_t> StepGraph::walk(std::vector<std::size_t> open, bool forward) const {
  std::vector<std::size_t> found;
  std::set<std::size_t> seen;
  while (!open.empty() && seen.size() < most_walked && found.size() < most_found) {
    const std::size_t at = open.back();
    open.pop_back();
    if (!seen.insert(at).second) continue;
    if (is_step_[at]) {
      found.push_back(at);
      continue;
    }
    const auto& inner = forward ? entries_[at] : exits_[at];
    if (!inner.empty())
      open.insert(open.end(), inner.rbegin(), inner.rend());
    else
      step_on(at, forward, open);
  }
  return found;
}

std::vector<std::size_t> StepGraph::after(std::size_t at) const {
  std::vector<std::size_t> open;
  step_on(at, true, open);
  return walk(std::move(open), true);
}

std::vector<std::size_t> StepGraph::before(std::size_t at) const { return walk({at}, false); }

std::vector<std::size_t> StepGraph::entered(std::size_t at) const { return walk({at}, true); }

std::vector<std::size_t> StepGraph::order() const {
  const std::size_t size = process_.elements.size();
  std::vector<std::size_t> place(size), waiting(size);
  std::vector<std::vector<std::size_t>> next(size);
  for (std::size_t at = 0; at < size; ++at)
    if (is_step_[at]) {
      next[at] = after(at);
      for (const std::size_t to : next[at]) ++waiting[to];
    }
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
  for (std::size_t at = 0; at < size; ++at)
    if (is_step_[at] && waiting[at] == 0) ready.push(at);
  std::size_t count = 0, first_left = 0;
  while (true) {
    if (ready.empty()) {  // a circle: it is entered at its first element
      while (first_left < size && (!is_step_[first_left] || place[first_left] != 0)) ++first_left;
      if (first_left == size) return place;
      ready.push(first_left);
    }
    const std::size_t at = ready.top();
    ready.pop();
    if (place[at] != 0) continue;
    place[at] = ++count;
    for (const std::size_t to : next[at])
      if (waiting[to] > 0 && --waiting[to] == 0 && place[to] == 0) ready.push(to);
  }
}

}  // namespace dovetail
