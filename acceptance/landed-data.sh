#!/usr/bin/env bash
# When a version is released: plays some journeys and LandedCases, and keeps what they left as the data that the next
# has to upgrade.
set -euo pipefail
cd "$(dirname "$0")/.."

failsafe() {
  ./mvnw -B -q -pl acceptance -am verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
    -Dfailsafe.failIfNoSpecifiedTests=false -Dit.test="$1"
}
failsafe ClaimJourney,InquiryJourney,ProblemParcelJourney,PickupJourney,RudeOperatorJourney,EscalationJourney,ReferralJourney,BrickJourney,LandedCases
failsafe LandedDataWriter
