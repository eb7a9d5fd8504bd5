#!/usr/bin/env bash
# Some 20,000 scans, shuffled and a part of them twice, make the same parcels as in order.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl inquiry-service -am test -Dtest=ScansConsumerTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dparceldesk.parcels="${1:-6000}"
