package io.parceldesk.deploy;

/** How many replicas of a service there may be. */
final class Autoscalers {
  static int maximum(Service service) {
    return service == Service.NOTIFICATION
        ? queue().at("/spec/maxReplicaCount").asInt()
        : cpu(service).at("/spec/maxReplicas").asInt();
  }

  static int minimum(Service service) {
    return service == Service.NOTIFICATION
        ? queue().at("/spec/minReplicaCount").asInt()
        : cpu(service).at("/spec/minReplicas").asInt();
  }

  static Manifest cpu(Service service) {
    return Manifest.of("HorizontalPodAutoscaler", service.directory());
  }

  static Manifest queue() {
    return Manifest.of("ScaledObject", Service.NOTIFICATION.directory());
  }

  private Autoscalers() {}
}
