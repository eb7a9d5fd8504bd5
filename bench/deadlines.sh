#!/usr/bin/env bash
# How long after their time 1,000 rungs that are due at one instant have all been committed; among a million
# open deadlines, or as many as are said.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl chassis -am test -Dtest=SweepBench -Dsurefire.failIfNoSpecifiedTests=false \
  -Dparceldesk.open-deadlines="${1:-1000000}"
