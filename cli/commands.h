// The commands, one file each, in one table.
#pragma once

#include <vector>

#include "options.h"

namespace dovetail::cli {

int run_check(const Options& options);
int run_trace(const Options& options);
int run_suggest(const Options& options);
int run_impact(const Options& options);
int run_refs(const Options& options);
int run_refs_term(const Options& options);
int run_compare(const Options& options);
int run_text(const Options& options);
int run_dump(const Options& options);
int run_compile(const Options& options);
int run_explain(const Options& options);
int run_rules(const Options& options);
int run_init(const Options& options);
int run_fix(const Options& options);
int run_annotate(const Options& options);

/// All commands, in the order in which --help lists them.
const std::vector<Command>& commands();

}  // namespace dovetail::cli
