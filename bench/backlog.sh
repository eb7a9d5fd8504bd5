#!/usr/bin/env bash
# How many of 100,000 waiting events notification-service plans a second, and how many SMS it hands over then, against
# jSMPP alone with the same window.
#   bench/backlog.sh [events]
# needs Java 25 or newer in JAVA_HOME, and idle cores
set -euo pipefail
cd "$(dirname "$0")/.."

deploy/images/build.sh --prepare
deploy/images/train.sh notification-service
./mvnw -B -q -pl deploy -am test -Dtest=BacklogBench -Dsurefire.failIfNoSpecifiedTests=false \
  -Dparceldesk.events="${1:-100000}"
