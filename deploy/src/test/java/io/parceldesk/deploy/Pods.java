package io.parceldesk.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** The two pods of a service: the one that serves, and the one that migrates its database. */
record Pods(Service service) {
  private static final String TEMPLATE = "/spec/template/spec";

  Manifest deployment() {
    return Manifest.of("Deployment", service.directory());
  }

  Manifest migration() {
    return Manifest.of("Job", service.directory() + "-migration");
  }

  List<Manifest> both() {
    return List.of(deployment(), migration());
  }

  static JsonNode pod(Manifest workload) {
    return workload.at(TEMPLATE);
  }

  static JsonNode container(Manifest workload) {
    return workload.at(TEMPLATE + "/containers/0");
  }

  /** The value of a variable, or its reference to a secret as {@code secret/key}. */
  static String variable(Manifest workload, String name) {
    for (var variable : container(workload).path("env")) {
      if (variable.path("name").asText().equals(name)) {
        var secret = variable.at("/valueFrom/secretKeyRef");
        return secret.isMissingNode()
            ? variable.path("value").asText()
            : secret.path("name").asText() + "/" + secret.path("key").asText();
      }
    }
    return null;
  }

  static Stream<Manifest> all() {
    return Stream.of(Service.values()).flatMap(service -> new Pods(service).both().stream());
  }
}
