#!/usr/bin/env bash
# Proves the proofs: takes one safeguard of the deadlines out at a time, in a copy of the project, and sees the
# tests that hold it fail. Ends with 1 when a mutation survives.
set -euo pipefail
cd "$(dirname "$0")/.."

tests=DeadlineConformanceTest,DeadlinesTest,DeadlineSweepTest,ManyReplicasTest,ReplayPropertyTest,SeveralClocksTest
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
survivors=0

for mutation in faults/mutations/*.patch; do
  rm -rf "${copy:?}/project"
  mkdir "$copy/project"
  git ls-files -z --cached --others --exclude-standard | tar -c --null -T - | tar -x -C "$copy/project"
  patch -d "$copy/project" -p1 --quiet <"$mutation"
  log=$copy/$(basename "$mutation" .patch).log
  if (cd "$copy/project" && ./mvnw -B -Dspotless.check.skip=true -pl chassis -am test \
    -Dtest="$tests" -Dsurefire.failIfNoSpecifiedTests=false) >"$log" 2>&1; then
    echo "SURVIVED  $mutation"
    survivors=$((survivors + 1))
  elif grep -q 'COMPILATION ERROR' "$log" || ! grep -q 'Tests run:.*\(Failures: [1-9]\|Errors: [1-9]\)' "$log"; then
    echo "NOT SEEN  $mutation: the build failed for another reason"
    tail -20 "$log"
    survivors=$((survivors + 1))
  else
    echo "caught    $mutation, by"
    grep -o '^\[ERROR\]   [A-Za-z]*Test\.[A-Za-z0-9_]*' "$log" | sed 's/\[ERROR\]  /           /' | sort -u
  fi
done
exit "$((survivors > 0))"
