#!/bin/sh
# How fast `mahdar read` is on one core, beside Python's re.findall(r"\w+") over the same text in the same run.
# Usage: benches/read.sh [--write] [LANG…]    --write puts the figures into benches/README.md
set -eu
cd "$(dirname "$0")/.."
cargo build --release --quiet -p mahdar-cli --bin mahdar --example scan
one_core=$(command -v taskset >/dev/null && echo "taskset -c 0" || true)
exec $one_core python3 benches/read.py "${CARGO_TARGET_DIR:-target}/release" "$@"
