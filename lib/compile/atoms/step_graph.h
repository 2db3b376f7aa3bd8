// What follows what among the steps of a process, seen through gateways, events and containers.
#pragma once

#include <vector>

#include "compile/atoms/process.h"

namespace dovetail {

/// Answers by walking the flows; each walk is bounded, so that a hostile diagram costs no more than its size times a constant.
class StepGraph {
 public:
  /// `is_step[i]`: element i is a step; the walk ends there.
  StepGraph(const Process& process, std::vector<bool> is_step);

  /// The steps that control goes to when it leaves element `at`, in the order of the flows.
  [[nodiscard]] std::vector<std::size_t> after(std::size_t at) const;
  /// The steps that control comes from when it reaches element `at`; itself where it is one.
  [[nodiscard]] std::vector<std::size_t> before(std::size_t at) const;
  /// Where control goes when it enters element `at`: itself where it is a step, else what comes first in it or behind it.
  [[nodiscard]] std::vector<std::size_t> entered(std::size_t at) const;

  /// Indexes of the flows of control out of and into an element.
  [[nodiscard]] const std::vector<std::size_t>& out_of(std::size_t at) const { return out_[at]; }
  [[nodiscard]] const std::vector<std::size_t>& into(std::size_t at) const { return in_[at]; }
  [[nodiscard]] bool is_step(std::size_t at) const { return is_step_[at]; }

  /// For each element its place in the order of the flows, from 1 on among steps; 0 for others. Circles are cut where they are entered.
  [[nodiscard]] std::vector<std::size_t> order() const;

 private:
  [[nodiscard]] std::vector<std::size_t> walk(std::vector<std::size_t> open, bool forward) const;
  void step_on(std::size_t at, bool forward, std::vector<std::size_t>& open) const;

  const Process& process_;
  std::vector<bool> is_step_;
  std::vector<std::vector<std::size_t>> out_, in_;
  std::vector<std::vector<std::size_t>> entries_, exits_;  // of containers: elements inside without a flow into or out of them
};

}  // namespace dovetail
