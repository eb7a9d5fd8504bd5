#!/usr/bin/env bash
# Complaints registered over HTTP a second, against the transactions that pgbench reaches with the same statements,
# connections and database; the times at 70 % of that; and how fast the relay drains what pgbench left in the outbox.
#   bench/intake.sh [seconds of each run, 20] [rounds, 2]
# needs pgbench on the PATH, Java 25 or newer in JAVA_HOME, and idle cores
set -euo pipefail
cd "$(dirname "$0")/.."

deploy/images/build.sh --prepare
deploy/images/train.sh complaint-service
./mvnw -B -q -pl deploy -am test -Dtest=IntakeBench -Dsurefire.failIfNoSpecifiedTests=false \
  -Dparceldesk.seconds="${1:-20}" -Dparceldesk.rounds="${2:-2}"
