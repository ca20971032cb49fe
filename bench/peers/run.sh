#!/usr/bin/env bash
# The engine beside tuned Java and others on the peers' harness: one run, interleaved rounds, one table.
#   bench/peers/run.sh                                        tuned Java and us, throughput
#   EVENTS=2000000 ROUNDS=5 ONLY='tuned|^fds$' bench/peers/run.sh
#   MODES='throughput latency' ONLY='floor|tuned|fds' bench/peers/run.sh
# Settings are the harness's (bench.sh there), and PEERS_DIR: where its writable copy is kept.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
source=$root/../shared/peers
peers=${PEERS_DIR:-$root/bench/target/peers}
if [ ! -d "$source/core" ]
then
  echo "skipped: the peers' harness is not here; looked for $source" >&2
  exit 0
fi

[ "${SKIP_BUILD:-}" ] || { mvn -q -B -o -pl bench -am package -DskipTests 2>/dev/null || mvn -q -B -pl bench -am package -DskipTests; }
mkdir -p "$peers"
cp -r "$source/." "$peers/"
if [ ! -f "$peers/core/target/bench-core-1.jar" ]
then
  (cd "$peers" && { mvn -q -B -o -pl core package || mvn -q -B -pl core package; })
fi

# Our module: the adapter compiled against both sides, and beside it all jars it needs.
module=$peers/fds
rm -rf "$module/target"
mkdir -p "$module/target/classes" "$module/target/lib"
cp bench/target/fds-bench-*.jar bench/target/lib/*.jar "$peers/core/target/bench-core-1.jar" "$module/target/lib/"
mapfile -t sources < <(find bench/peers/fds/src/main/java -name '*.java')
javac --release 17 -d "$module/target/classes" -cp "$module/target/lib/*" "${sources[@]}"
(cd "$module/target/classes" && jar --create --file ../fds-peers.jar .)

# The flags the product runs with; the heap is the harness's.
flags=$(grep -v -e '^#' -e '^-Xm' config/jvm.options | tr '\n' ' ')
# The reference must see the whole file, however busy the machine is: it gets more time.
grep '|core|' "$source/contestants.txt" | sed '/^naive-java/s/|30|/|90|/' > "$peers/contestants.txt"
while read -r name class
do
  echo "$name|fds|fds.peers.$class|30|$flags" >> "$peers/contestants.txt"
done < bench/peers/contestants.txt

cd "$peers"
ONLY=${ONLY:-'tuned|fds'}
MODES=${MODES:-throughput}
out=${OUT:-./out}
if [ ! -f "$out/alerts/naive-java.csv" ] || ! grep -qx "events=${EVENTS:-10000000}" "$out/alerts/naive-java.events" 2>/dev/null
then
  # The reference for 'differs from reference' must be of the same file.
  rm -rf "$out"
  SKIP_BUILD=1 ROUNDS=1 MODES=throughput ONLY='naive-java' OUT=$out bash bench.sh > /dev/null
  if ! grep -q "\"events\":${EVENTS:-10000000}," "$out/results.jsonl"
  then
    echo "the reference did not see the whole file in its time; try again when the machine is less busy" >&2
    exit 1
  fi
  echo "events=${EVENTS:-10000000}" > "$out/alerts/naive-java.events"
fi
rm -f "$out/results.jsonl"
SKIP_BUILD=1 ONLY=$ONLY MODES=$MODES OUT=$out bash bench.sh
cat "$out/RESULTS.md"
