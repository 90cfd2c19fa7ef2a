#!/bin/sh
# Stands between cargo and rustc (.cargo/config.toml) and hands a release the profile of reading beside this file.
# Every other call goes through as it came; so does a release whose compiler is older than the one that wrote the profile.
#
# MAHDAR_PROFILE=DIR   builds a release that counts what it does and writes the counts into DIR (make.sh)
set -eu

# Only the profile `release` of Cargo.toml asks for one unit of code.
case " $* " in
  *" codegen-units=1 "*) ;;
  *) exec "$@" ;;
esac

if [ -n "${MAHDAR_PROFILE:-}" ]; then
  exec "$@" -C "profile-generate=$MAHDAR_PROFILE"
fi

here=$(cd "$(dirname "$0")" && pwd)
wrote=$(cat "$here/llvm")
has=$("$1" --version --verbose | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
if [ "${has:-0}" -lt "$wrote" ]; then
  exec "$@"
fi
# Code that changed since has no counts of its own and is compiled as without a profile: no word of that is of use here.
exec "$@" -C "profile-use=$here/read.profdata" -C llvm-args=-no-pgo-warn-mismatch
