#!/usr/bin/env bash
# claims-service is killed three times in the middle of 300 claims and disputes about the same parcels; every parcel
# is paid once, the books balance, and the topic tells each step once and in order.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl acceptance -am verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=KilledClaimsJourney -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dparceldesk.claims.lifecycles="${1:-300}" -Dparceldesk.claims.kills="${2:-3}"
