#!/usr/bin/env bash
# Single bytes of records changed in a sealed journal's files, one at a time: how many does the verifier find?
#   bench/changed-bytes.sh [CHANGES=10000] [EVENTS=700000]     about 100 MB of journal for the defaults
set -euo pipefail
cd "$(dirname "$0")/.."
changes=${1:-10000} events=${2:-700000}
[ "${SKIP_BUILD:-}" ] || mvn -q -B -o -pl bench -am package -DskipTests
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./fds simulate --seed 42 --events "$events" --out "$work/flow.csv"
./fds replay "$work/flow.csv" --out "$work/journal" --alerts "$work/alerts.json"
./fds seal-key "$work/seal.key"
# Small blocks, so that asking for one of them ten thousand times takes minutes and not hours.
./fds seal "$work/journal" --key "$work/seal.key" --once --block-records 2048
"${JAVA_HOME:+$JAVA_HOME/bin/}java" @config/jvm.options -cp 'bench/target/*:bench/target/lib/*' \
  fds.bench.seal.ChangedBytes "$work/journal" "$changes"
