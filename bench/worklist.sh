#!/usr/bin/env bash
# How long a page of 50 of each worklist takes at the database and over HTTP, and the counts of all tabs: among a
# million complaints of which 100,000 are open, or as many as are said. The plans are kept in bench/plans.
#   bench/worklist.sh [complaints] [open ones]
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl complaint-service -am test -Dtest=WorklistBench -Dsurefire.failIfNoSpecifiedTests=false \
  -Dparceldesk.complaints="${1:-1000000}" -Dparceldesk.open-complaints="${2:-100000}"
