#!/bin/sh
# Counts anew what reading does, for the compiler to lay out a release by: benches/profile/read.profdata.
# Usage: benches/profile/make.sh    needs `rustup component add llvm-tools`; takes as long as two releases
#   LLVM_PROFDATA=llvm-profdata-19 benches/profile/make.sh   another one that reads these counts (Debian: apt install llvm-19)
set -eu
cd "$(dirname "$0")/../.."

tools=$(rustc --print sysroot)/lib/rustlib/$(rustc -vV | sed -n 's/^host: //p')/bin
profdata=${LLVM_PROFDATA:-$tools/llvm-profdata}
command -v "$profdata" >/dev/null || { echo 'this needs llvm-profdata: rustup component add llvm-tools' >&2; exit 2; }

# A folder of its own: cargo does not see that this release is another one.
build=${CARGO_TARGET_DIR:-target}/profile
counts=$(mktemp -d)
trap 'rm -rf "$counts"' EXIT
MAHDAR_PROFILE=$counts CARGO_TARGET_DIR=$build cargo build --release --quiet -p mahdar-cli --bin mahdar
rm -rf "$counts"/*

# Our own words alone: what is measured (../shared/raw) is not what is trained on.
for lang in ar en ru kk; do
  "$build/release/mahdar" test "data/lang/$lang" >/dev/null
done
for _ in 1 2 3 4 5 6 7 8 9 10; do
  "$build/release/mahdar" read --format jsonl -j 1 examples/archive >/dev/null
done

"$profdata" merge --sparse -o benches/profile/read.profdata "$counts"
rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p' >benches/profile/llvm
