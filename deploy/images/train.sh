#!/usr/bin/env bash
# Gives the prepared contexts of build.sh their AOT caches here, with the JVM in JAVA_HOME (25 or newer), as the
# images' build does it in a container. What is measured then is the command line of the image.
#   deploy/images/train.sh [SERVICE ...]
set -euo pipefail
cd "$(dirname "$0")/../.."
java=${JAVA_HOME:?"JAVA_HOME must name a JDK 25 or newer"}/bin/java

[ $# -gt 0 ] || set -- inquiry-service complaint-service claims-service notification-service
for service in "$@"; do
  context=$PWD/deploy/target/images/$service
  if ! "$java" -Dparceldesk.broker.directory="$context/training/broker" -cp "$context/training/lib/*" \
    io.parceldesk.deploy.training.Training "$context/service" "$service" >"$context/training.log" 2>&1; then
    tail -20 "$context/training.log" >&2
    exit 1
  fi
done
