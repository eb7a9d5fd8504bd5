#!/usr/bin/env bash
# The idle sweep among a million open deadlines touches as many pages as among two thousand.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl chassis -am test -Dtest=SweepCostTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dparceldesk.open-deadlines="${1:-1000000}"
