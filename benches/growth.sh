#!/bin/sh
# How a record grows: makes one of 100,000 documents and measures what a document costs to add and a question to answer.
# usage: benches/growth.sh [DOCUMENTS]
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cargo run -q --release --example growth -p mahdar-cli -- "$folder" "${1:-100000}"
