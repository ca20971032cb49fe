#!/usr/bin/env bash
# Many events under a collector that never collects, then the control, which must die.
#   bench/epsilon.sh [events=100000000] [journal=DIR]      a journal takes 128 bytes an event: 12.8 GB for the default
set -euo pipefail
cd "$(dirname "$0")/.."
[ "${SKIP_BUILD:-}" ] || mvn -q -B -o -pl bench -am package -DskipTests
run() {
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" @config/jvm.options -XX:-UseParallelGC -XX:+UnlockExperimentalVMOptions \
    -XX:+UseEpsilonGC -Xms1g -Xmx1g -cp 'bench/target/*:bench/target/lib/*' fds.bench.EpsilonRun "$@"
}
run "$@"
echo "control: 24 bytes (a small array) allocated for each event"
died=$(run events=100000000 allocate=8 2>&1 | grep -e OutOfMemoryError -e 'Terminating due to' || true)
if [ -n "$died" ]
then
  echo "$died"
  echo "the control died, as it must"
else
  echo "the control did not die: this run proves nothing" >&2
  exit 1
fi
