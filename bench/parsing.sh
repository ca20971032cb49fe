#!/usr/bin/env bash
# What reading costs: each format to events in a ring, beside the plain reading of the same bytes, on one core, in 2 GiB.
#   bench/parsing.sh [FORMAT...]        only these formats
# CPU=N names the core (1), HEAP the largest heap (2g).
set -euo pipefail
cd "$(dirname "$0")/.."
[ "${SKIP_BUILD:-}" ] || mvn -q -B -o -pl bench -am package -DskipTests
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
pin=()
if command -v taskset >/dev/null; then pin=(taskset -c "${CPU:-1}"); fi
"${pin[@]}" "${JAVA_HOME:+$JAVA_HOME/bin/}java" @config/jvm.options "-Xmx${HEAP:-2g}" -XX:-UseParallelGC -XX:+UseSerialGC \
  -cp 'bench/target/*:bench/target/lib/*' fds.bench.parse.ParsingRun "$made" "$@"
