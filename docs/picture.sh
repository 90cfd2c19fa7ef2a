#!/usr/bin/env bash
# Makes docs/brief.ar.png, the picture of README, from what the command prints on the bundled archive.
#
#   docs/picture.sh            needs cargo and Chromium, and the Noto fonts for Arabic:
#                              apt install chromium fonts-noto-core
#   MAHDAR=path docs/picture.sh   takes a program that is built already
#
# The browser gets a profile of its own and no network; the page needs neither.
set -euo pipefail
cd "$(dirname "$0")/.."

browser=""
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then browser=$name; break; fi
done
[ -n "$browser" ] || { echo 'this needs Chromium: apt install chromium fonts-noto-core' >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -n "${MAHDAR:-}" ]; then run=("$MAHDAR"); else run=(cargo run --quiet --release --); fi
"${run[@]}" brief SAU KAZ --from examples/archive --format html >"$work/brief.html"

"$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
  --disable-background-networking --disable-component-update --disable-sync \
  --host-resolver-rules='MAP * ~NOTFOUND' --hide-scrollbars --user-data-dir="$work/profile" \
  --window-size="${WIDTH:-1200},${HEIGHT:-1500}" --screenshot="$work/brief.png" \
  "file://$work/brief.html" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
[ -s "$work/brief.png" ] || { cat "$work/log" >&2; exit 1; }
mv "$work/brief.png" docs/brief.ar.png
echo 'docs/brief.ar.png'
