#!/usr/bin/env bash
# Installs the library into a folder and builds another program with it: library.sh BUILD SOURCE CMAKE CXX
set -eu
build=$1 source=$2 cmake=$3 cxx=$4
if grep -qs '^DOVETAIL_SANITIZE:STRING=.' "$build/CMakeCache.txt"; then exit 77; fi   # the other program is built without sanitizers
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
"$cmake" --install "$build" --prefix "$work/prefix" >&2
"$cmake" -S "$source/tests/package/example" -B "$work/example" -G Ninja -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_CXX_COMPILER="$cxx" >&2
"$cmake" --build "$work/example" >&2
printf '1 Scope\n\n1.1 The Supplier shall follow paragraph 9.4.\n' >"$work/draft.txt"
cd "$work" && [ "$("$work/example/example" draft.txt)" = 'reference.missing 1.1' ]
