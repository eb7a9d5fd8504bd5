#!/usr/bin/env bash
# 300 claims and disputes about the same parcels at the same time; the ledger balances, nobody is paid twice.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -q -pl claims-service -am test -Dtest=SharedWaybillsTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dparceldesk.disputes.lifecycles="${1:-300}"
