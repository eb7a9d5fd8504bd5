#!/usr/bin/env bash
# Brings a cluster to what an overlay says, in the order that loses nothing:
#   deploy/kubernetes/roll-out.sh deploy/kubernetes/overlays/prod
# configuration, Kafka and PostgreSQL first; then the migrations, while the running version goes on; the new
# version only after all of them have succeeded. Running it again changes nothing.
set -euo pipefail
overlay=${1:?"Which overlay? deploy/kubernetes/overlays/prod, or a copy of it."}
namespace=parceldesk
services="inquiry complaint claims notification"
k() { kubectl --namespace "$namespace" "$@"; }

rendered=$(mktemp)
trap 'rm -f "$rendered"' EXIT
kubectl kustomize "$overlay" >"$rendered"

echo "Configuration, Kafka and PostgreSQL"
kubectl apply -f "$rendered" -l '!app.kubernetes.io/component'
if grep -q '^kind: Kafka$' "$rendered"; then
  k wait --for=condition=Ready kafka/parceldesk --timeout=15m
  k wait --for=condition=Ready kafkatopic --all --timeout=5m
  k wait --for=condition=Ready kafkauser --all --timeout=5m
fi
if grep -q '^apiVersion: postgresql.cnpg.io' "$rendered"; then
  k wait --for=condition=Ready cluster.postgresql.cnpg.io/parceldesk-db --timeout=15m
  k wait --for=jsonpath='{.status.applied}'=true database.postgresql.cnpg.io --all --timeout=5m
fi

echo "Migrations"
k delete job -l app.kubernetes.io/component=migration --ignore-not-found
kubectl apply -f "$rendered" -l app.kubernetes.io/component=migration
for service in $services; do
  job=$service-service-migration
  until [ "$(k get job "$job" -o jsonpath='{.status.conditions[?(@.type=="Complete")].status}')" = True ]; do
    if [ "$(k get job "$job" -o jsonpath='{.status.conditions[?(@.type=="Failed")].status}')" = True ]; then
      k logs "job/$job" --tail=40 >&2
      echo "The migration of $service-service failed; the running version was left as it is." >&2
      exit 1
    fi
    sleep 2
  done
done

echo "Services"
kubectl apply -f "$rendered" -l app.kubernetes.io/component=service
for service in $services; do
  k rollout status "deployment/$service-service" --timeout=15m
done
