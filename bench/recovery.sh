#!/usr/bin/env bash
# How long a restart takes until it can take events: behind a snapshot that is a minute old at 100,000 events a second,
# and without any. Journals are made first, and stay in DIR: 30 million events take 4 GB.
#   bench/recovery.sh DIR [EVENTS...]              default 1000000 10000000 30000000
#   STEPS=prepare|measure bench/recovery.sh DIR    only the one or the other
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
dir=${1:?a directory for the journals}
shift
sizes=("${@:-1000000}")
[ $# -gt 0 ] || sizes=(1000000 10000000 30000000)
minute=${MINUTE_EVENTS:-6000000}
threads=${THREADS:-fused}
mkdir -p "$dir"

config() { # events
  printf 'feeds:\n  simulator:\n    seed: 1\n    rate: 100000\n    events: %d\n' "$1" >"$dir/fds-$1.yaml"
  printf '%s' "$dir/fds-$1.yaml"
}
run() { "$home/fds" run --config "$(config "$1")" --out "$2" --threads "$threads" 2>&1; }
# One event, which is journaled already: what is timed is the way to it.
ready() { "$home/fds" run --config "$(config 1)" --out "$1" --threads "$threads" --set deployment.warm_up=0s 2>&1 >/dev/null |
  sed -n 's/^fds: \(ready.*\)/\1/p'; }

for events in "${sizes[@]}"; do
  journal=$dir/journal-$events
  if [ "${STEPS:-prepare}" = prepare ] && [ ! -d "$journal" ]; then
    if [ "$events" -gt "$minute" ]; then
      run $((events - minute)) "$journal" >/dev/null
      "$home/fds" follow "$journal" --once 2>&1 | sed -n 's/^snapshot=[^ ]* /snapshot /p'
    fi
    run "$events" "$journal" | tail -n 1
  fi
  if [ "${STEPS:-measure}" = measure ]; then
    echo "$events events, $(du -sm "$journal" | cut -f1) MB: $(ready "$journal")"
    if [ -d "$journal/snapshots" ]; then
      mv "$journal/snapshots" "$journal/aside"
      echo "$events events, $(du -sm "$journal" | cut -f1) MB: $(ready "$journal")"
      mv "$journal/aside" "$journal/snapshots"
    fi
  fi
done
