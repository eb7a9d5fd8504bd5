#!/usr/bin/env bash
# How many events a second one replica of notification-service plans, each with an SMS to its customer: 20,000 a round,
# or as many as are said. Everything is on one machine, the sender and the gateways included.
#   bench/planning.sh [events]
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl notification-service -am test -Dtest=PlanningBench -Dsurefire.failIfNoSpecifiedTests=false \
  -Dparceldesk.events="${1:-20000}"
