#!/usr/bin/env bash
# Builds the images of the four services with docker, podman or buildah, whichever works here.
#   deploy/images/build.sh [--prepare] [--no-package] [--registry HOST/PATH] [--push]
# --prepare stops before the images: their contexts are in deploy/target/images. JAVA_IMAGE names another base,
# best by digest; CONTAINER_TOOL chooses the tool.
set -euo pipefail
cd "$(dirname "$0")/../.."

services="inquiry-service complaint-service claims-service notification-service"
registry=parceldesk package=yes push=no prepare=no
while [ $# -gt 0 ]; do
  case $1 in
    --registry) registry=${2:?"--registry needs a name"}; shift ;;
    --no-package) package=no ;;
    --prepare) prepare=yes ;;
    --push) push=yes ;;
    *) echo "There is no option $1; there are --prepare, --no-package, --registry and --push." >&2; exit 1 ;;
  esac
  shift
done

works() {
  case $1 in
    buildah) buildah --version ;;
    *) "$1" info ;;
  esac >/dev/null 2>&1
}

tool=
if [ "$prepare" = no ]; then
  for candidate in ${CONTAINER_TOOL:-docker podman buildah}; do
    if works "$candidate"; then
      tool=$candidate
      break
    fi
  done
  if [ -z "$tool" ]; then
    echo "No image was built: it needs a docker whose daemon answers, podman or buildah." >&2
    exit 1
  fi
fi

maven=./mvnw
./mvnw -v >/dev/null 2>&1 || maven=mvn # where Maven cannot be downloaded but is installed
if [ "$package" = yes ]; then
  # beside quarkus-app, which ./parceldesk starts
  "$maven" -q -B -DskipTests -Psbom -Dquarkus.package.jar.type=aot-jar -Dquarkus.package.output-directory=image \
    -pl "${services// /,},deploy" -am package
fi

version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' pom.xml | head -1)
revision=$(git rev-parse HEAD 2>/dev/null || echo unknown)
[ -z "$(git status --porcelain 2>/dev/null)" ] || revision=$revision-modified
created=$(git log -1 --format=%cI 2>/dev/null || date -u +%Y-%m-%dT%H:%M:%SZ)

prepare() {
  context=deploy/target/images/$1
  rm -rf "$context"
  mkdir -p "$context/service" "$context/training/broker" "$context/training/lib"
  # with their times, which the cache is checked against
  cp -a "$1/target/image/." "$context/service/"
  cp deploy/images/java-options "$context/service/"
  cp "$1/target/sbom.json" "$context/service/"
  cp -a sandbox/broker/target/classes sandbox/broker/target/lib "$context/training/broker/"
  cp deploy/target/training/*.jar deploy/target/deploy-*.jar "$context/training/lib/"
}

port() {
  sed -n 's/^quarkus\.http\.port=//p' "$1/src/main/resources/application.properties"
}

for service in $services; do
  if [ ! -e "$service/target/image/quarkus-run.jar" ]; then
    echo "$service is not packaged for an image: leave --no-package out." >&2
    exit 1
  fi
  if [ ! -e "$service/target/sbom.json" ]; then
    echo "$service/target/sbom.json is missing: Maven makes it unless it is offline." >&2
    exit 1
  fi
  prepare "$service"
  [ "$prepare" = no ] || continue
  image=$registry/$service:$version
  "$tool" build --file deploy/images/Dockerfile --tag "$image" \
    --build-arg SERVICE="$service" --build-arg VERSION="$version" \
    --build-arg REVISION="$revision" --build-arg CREATED="$created" --build-arg PORT="$(port "$service")" \
    ${JAVA_IMAGE:+--build-arg JAVA_IMAGE="$JAVA_IMAGE"} \
    "deploy/target/images/$service"
  [ "$push" = no ] || "$tool" push "$image"
  echo "$image"
done
