#!/usr/bin/env bash
# The pages of docs/explain.md as pictures: explain.sh WORK RECORDINGS, from the repository's root.
# WORK is a directory for journals and pages; RECORDINGS holds the recordings by the names docs/formats.md tells.
# Needs Chromium (Debian: apt-get install chromium fonts-nanum).
set -euo pipefail
work=$1
recordings=$2
mkdir -p "$work"

# page NAME JOURNAL ALERT [OPTION…]
page()
{
    local name=$1 journal=$2 alert=$3
    shift 3
    ./fds explain "$journal" "$alert" --format html --out "$work/$name.html" "$@"
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=0.7 \
        --window-size=1360,1460 --screenshot="$PWD/docs/pictures/$name.png" "file://$(realpath "$work/$name.html")"
}

# first JOURNAL DETECTOR: id of its first alert
first()
{
    ./fds alerts "$1" --json | grep "\"detector\":\"$2\"" | head -1 | sed 's/{"id":"\([0-9a-f]*\)".*/\1/'
}

./fds simulate --seed 7 --events 300000 --out "$work/flow.csv" --labels "$work/labels.csv"
./fds replay "$work/flow.csv" --out "$work/simulated" > "$work/simulated.txt"
page explain-simulated-wash "$work/simulated" "$(first "$work/simulated" D02)"
page explain-simulated-fat-finger "$work/simulated" "$(first "$work/simulated" D43)"
page explain-simulated-stuffing "$work/simulated" "$(first "$work/simulated" D16)" --lang ko
./fds replay "$recordings/bitstamp-l3-2015/pusher_feed.log.gz" --out "$work/bitstamp" > "$work/bitstamp.txt"
page explain-bitstamp-fat-finger "$work/bitstamp" "$(first "$work/bitstamp" D43)"
page explain-bitstamp-large-trade "$work/bitstamp" "$(first "$work/bitstamp" D407)"
./fds replay "$recordings/binance-depth-trades-2024/spot_btcusdt_20240808.log.gz" --out "$work/binance" \
    > "$work/binance.txt"
page explain-binance-depth "$work/binance" "$(first "$work/binance" D404)" --lang ko
