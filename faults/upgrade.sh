#!/usr/bin/env bash
# The platform starts on the databases that the release before left, and goes on with its cases.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl acceptance -am verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=UpgradeJourney,UpgradeFault -Dfailsafe.failIfNoSpecifiedTests=false -Dparceldesk.landed=true
