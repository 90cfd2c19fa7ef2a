#!/bin/sh
# How fast `mahdar read` is on one core beside natasha (names in Russian, Python) and re.findall(r"\w+"), over the same texts in one run.
# Usage: benches/peers.sh [--write]    --write puts the figures into benches/README.md
#        MAHDAR=path/to/mahdar benches/peers.sh    uses a release build that is there
# natasha and what it needs go into a virtual environment in the target folder, once; that needs the network and python3 with venv.
set -eu
cd "$(dirname "$0")/.."
target="${CARGO_TARGET_DIR:-target}"
if [ -z "${MAHDAR:-}" ]; then
  cargo build --release --quiet -p mahdar-cli --bin mahdar
  MAHDAR="$target/release/mahdar"
fi
python="$target/peers/bin/python"
if ! "$python" -c 'import natasha' 2>/dev/null; then
  python3 -m venv "$target/peers"
  "$python" -m pip install --quiet natasha==1.6.0 'setuptools<81'
fi
one_core=$(command -v taskset >/dev/null && echo "taskset -c 0" || true)
# One thread, whatever numpy would take.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1
exec $one_core "$python" benches/peers.py "$MAHDAR" "$@"
