#!/usr/bin/env bash
# Scores the evaluation sets beside this repository and writes data/lang/*/eval/report.md anew.
#
#   benches/score.sh                     builds the program first
#   MAHDAR=path/to/mahdar benches/score.sh   uses a program that is built
#
# The sets stay where they are: nothing of them but figures goes into a report. Where they are absent, nothing changes.
set -euo pipefail
cd "$(dirname "$0")/.."

shared="${SHARED:-../shared}"
if [ ! -d "$shared/score" ]; then
  echo "no evaluation sets at $shared: the reports stay as they are (set SHARED to the folder that has them)"
  exit 0
fi
command -v python3 >/dev/null || { echo 'this needs python3' >&2; exit 2; }
if [ -z "${MAHDAR:-}" ]; then
  cargo build --release --quiet --package mahdar-cli
  MAHDAR="${CARGO_TARGET_DIR:-target}/release/mahdar"
fi
exec python3 benches/score.py "$MAHDAR" "$shared"
