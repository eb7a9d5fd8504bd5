#!/usr/bin/env bash
# The database server is lost under a thousand cases; a restored one goes on with all of them.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl acceptance -am verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=RestoreJourney -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dparceldesk.restored-cases="${1:-1000}"
