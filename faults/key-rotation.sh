#!/usr/bin/env bash
# Both keys are changed under load, with every service killed three times; nobody is lost.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl acceptance -am verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=KeyRotationFault -Dfailsafe.failIfNoSpecifiedTests=false -Dparceldesk.complaints="${1:-300}"
