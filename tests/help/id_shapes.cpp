// Tests of single functions know ids as the program does: by the files of rules/ids.
#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include <catch2/catch.hpp>
#include <stdexcept>

#include "config/config.h"
#include "help/source.h"

namespace {

struct IdShapes : Catch::TestEventListenerBase {
  using TestEventListenerBase::TestEventListenerBase;

  // Before each, since a run of the program in the one before may have learned others.
  void testCaseStarting(const Catch::TestCaseInfo&) override {
    static const auto ids = dovetail::load_ids(help::source_folder() + "/rules");
    if (!ids) throw std::runtime_error(ids.error().message);
    dovetail::use_id_shapes(*ids);
  }
};

CATCH_REGISTER_LISTENER(IdShapes)

}  // namespace
