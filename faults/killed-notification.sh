#!/usr/bin/env bash
# notification-service is killed in the middle of 2,000 deliveries; nobody is left out.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl acceptance -am verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=KilledNotificationFault -Dfailsafe.failIfNoSpecifiedTests=false -Dparceldesk.messages="${1:-2000}"
