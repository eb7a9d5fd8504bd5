#!/usr/bin/env bash
# How soon each service is ready on the command line of its image, with its trained AOT cache and without.
#   bench/start.sh [starts of each, 5]
# needs Java 25 or newer in JAVA_HOME, and idle cores
set -euo pipefail
cd "$(dirname "$0")/.."

deploy/images/build.sh --prepare
deploy/images/train.sh
./mvnw -B -q -pl deploy -am test -Dtest=StartBench -Dsurefire.failIfNoSpecifiedTests=false -Dparceldesk.starts="${1:-5}"
