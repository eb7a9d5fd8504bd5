#!/usr/bin/env bash
# notification-service is killed in the middle of 2,000 SMS and as many webhooks; nobody is left out, and told twice
# only what was being sent. The leases of the dead run out by themselves, which takes minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl acceptance -am verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=KilledNotificationJourney -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dparceldesk.messages="${1:-2000}" -Dparceldesk.leases-run-out=true
