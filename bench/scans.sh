#!/usr/bin/env bash
# How many scans a second one replica takes in from the topic, in random order and a tenth of them twice:
# 20,000 scans a round, or as many as are said. Measured with everything on two cores, the sender included: 5,000
# a second.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl inquiry-service -am test -Dtest=ScansBench -Dsurefire.failIfNoSpecifiedTests=false \
  -Dparceldesk.scans="${1:-20000}"
