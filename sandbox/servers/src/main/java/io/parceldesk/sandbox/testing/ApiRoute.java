package io.parceldesk.sandbox.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** One operation of the OpenAPI document. */
record ApiRoute(String method, String path, JsonNode operation) {
  static final String API = "/api/v1";

  /** As roles.yaml names it. */
  String template() {
    return path.substring(API.length());
  }

  boolean hasVariables() {
    return path.contains("{");
  }

  boolean isRead() {
    return method.equals("GET");
  }

  /** Shows somebody's data in clear; the last word of its path says so. */
  boolean isReveal() {
    return path.endsWith("reveal");
  }

  /** With every variable filled by something that exists nowhere. */
  String anyPath() {
    return path.replaceAll("\\{[^}]+}", "0");
  }

  /** Below a row that exists; what the row leaves open is filled by something that may exist. */
  String under(String prefix, String row) {
    return (API + row + template().substring(prefix.length())).replaceAll("\\{[^}]+}", "RESOLVE");
  }

  String contentType() {
    var mediaTypes = operation.path("requestBody").path("content").fieldNames();
    return mediaTypes.hasNext() ? mediaTypes.next() : "application/json";
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
