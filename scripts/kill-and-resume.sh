#!/usr/bin/env bash
# Trains small networks, kills each of them with SIGKILL at a random step, resumes it from its checkpoint, and compares
# the final weights byte for byte with those of a run that was never stopped. Ends with 1 if any differ.
#
# Usage: kill-and-resume.sh [NETWORK...]; without any, all that the program knows. KILLS=20 and SEED=number can be set.
set -euo pipefail
program=${PROGRAM:-.build/release/surefoot-benchmark}
kills=${KILLS:-20}
seed=${SEED:-$((SECONDS + $$))}
RANDOM=$seed
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if [ ! -x "$program" ]; then
  echo "no $program; build it with: swift build -c release --product surefoot-benchmark" >&2
  exit 2
fi
if [ $# -gt 0 ]; then
  networks=("$@")
else
  # The program's own list is in its usage line.
  usage=$("$program" resume 2>&1 || true)
  IFS='|' read -r -a networks <<<"$(sed -E 's/.*resume ([^ ]+) .*/\1/' <<<"$usage")"
fi
echo "seed $seed, $kills kills each of: ${networks[*]}"

# Reads a training's lines until it reaches step $2, then kills process $1; prints the last step seen.
kill_at() {
  local line
  while read -r line; do
    if [ "$line" = "step $2" ]; then
      # Up to 5 ms later, so that the blow falls sometimes in a step and sometimes in the writing of a checkpoint.
      sleep "0.00$((RANDOM % 5))"
      kill -KILL "$1" && return
    fi
  done
  return 1
}

different=0
for network in "${networks[@]}"; do
  "$program" resume "$network" "$folder/whole.state" "$folder/whole.weights" >"$folder/whole.log"
  steps=$(sed -nE 's/^finished after step ([0-9]+).*/\1/p' "$folder/whole.log")
  echo "$network: $(tail -1 "$folder/whole.log")"
  rm -f "$folder/whole.state"
  for ((round = 1; round <= kills; round++)); do
    rm -f "$folder"/state* "$folder/weights" "$folder/lines"
    step=$((1 + RANDOM % (steps - 4)))
    mkfifo "$folder/lines"
    "$program" resume "$network" "$folder/state" "$folder/weights" >"$folder/lines" &
    process=$!
    if ! kill_at "$process" "$step" <"$folder/lines"; then
      echo "$network, kill $round: the training ended before it was killed" >&2
    fi
    wait "$process" 2>/dev/null || true
    left=$(cd "$folder" && ls | grep -c partial || true)
    "$program" resume "$network" "$folder/state" "$folder/weights" >"$folder/resumed.log"
    where=$(sed -nE 's/^resumed after step ([0-9]+)$/\1/p' "$folder/resumed.log")
    if cmp -s "$folder/whole.weights" "$folder/weights"; then verdict=same; else verdict=DIFFERENT; different=1; fi
    echo "$network, kill $round at step $step of $steps: resumed after step ${where:-0}," \
      "$left half-written, $verdict weights"
  done
done
exit $different
