#!/usr/bin/env bash
# Every service, two replicas each, is restarted under load; no request fails, nothing is lost or repeated.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl acceptance -am verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=RollingRestartJourney -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dparceldesk.rolling.whole=true
