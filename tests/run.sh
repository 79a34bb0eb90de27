#!/bin/sh
# Everything that is tested: installs what the tests need, builds the release and the
# sanitised (ASan + UBSan) binaries, and runs all tests of both through ctest.
set -e
cd "$(dirname "$0")/.."
sh samples/install-packages.sh test
jobs=$(nproc)
build() {
    cmake --preset "$1" -DBUILD_TESTING=ON >"build/$1.log" 2>&1 &&
        cmake --build --preset "$1" >>"build/$1.log" 2>&1 || {
        cat "build/$1.log" >&2
        exit 1
    }
}
mkdir -p build
build release
build asan
# Leak checking needs ptrace, which some containers refuse; the tests say so themselves.
ctest --preset asan -j "$jobs" --output-on-failure
ctest --preset release -j "$jobs" --output-on-failure
