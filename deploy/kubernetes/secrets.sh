#!/usr/bin/env bash
# Writes the secrets that no operator makes, with new random keys and passwords, as YAML:
#   deploy/kubernetes/secrets.sh gateways.properties BACKUP_KEY_ID BACKUP_KEY | kubectl apply -f -
# gateways.properties has the accounts at the SMS gateways and the mail relay; docs/deployment.md has an example.
# To be run once: a second run would make keys that open nothing that was sealed before.
set -euo pipefail

if [ $# -ne 3 ] || [ ! -r "$1" ]; then
  sed -n '2,5s/^# //p' "$0" >&2
  exit 1
fi
command -v kubectl >/dev/null || { echo "It needs kubectl, which writes the YAML." >&2; exit 1; }
gateways=$1 backup_id=$2 backup_key=$3

key() { openssl rand -base64 32; }
password() { openssl rand -hex 24; }
secret() {
  kubectl create secret generic "$1" --namespace parceldesk --dry-run=client -o yaml "${@:2}"
}
# CloudNativePG takes up a changed password by this label
watched() { kubectl label --local -f - cnpg.io/reload=true -o yaml; }
keys() {
  printf 'parceldesk.contact.current-key=k1\nparceldesk.contact.keys.k1=%s\nparceldesk.contact.index-key=%s\n' \
    "$(key)" "$(key)"
}

echo ---
secret inquiry-database --type=kubernetes.io/basic-auth --from-literal=username=inquiry --from-literal=password="$(password)" | watched
echo ---
secret complaint-database --type=kubernetes.io/basic-auth --from-literal=username=complaint --from-literal=password="$(password)" | watched
echo ---
secret claims-database --type=kubernetes.io/basic-auth --from-literal=username=claims --from-literal=password="$(password)" | watched
echo ---
secret notification-database --type=kubernetes.io/basic-auth --from-literal=username=notification --from-literal=password="$(password)" | watched
echo ---
secret contact-keys --from-file=contact-keys.properties=<(keys)
echo ---
secret notification-gateways --from-file=gateways.properties="$gateways"
echo ---
secret backup-store --from-literal=access-key-id="$backup_id" --from-literal=secret-access-key="$backup_key"
