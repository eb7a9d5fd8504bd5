package io.parceldesk.sandbox.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The least request body that an OpenAPI document's schema accepts. */
final class SampleBody {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String MULTIPART = "multipart/form-data";
  private static final String BOUNDARY = "sample";

  private SampleBody() {}

  static String contentType(ApiRoute route) {
    return route.contentType().equals(MULTIPART)
        ? MULTIPART + "; boundary=" + BOUNDARY
        : route.contentType();
  }

  static String of(ApiRoute route, JsonNode document) {
    var content = route.operation().path("requestBody").path("content").path(route.contentType());
    return route.contentType().equals(MULTIPART)
        ? parts(resolved(content.path("schema"), document), document)
        : value(content.path("schema"), document).toString();
  }

  private static JsonNode value(JsonNode schema, JsonNode document) {
    var form = resolved(schema, document);
    if (form.has("enum")) {
      return form.path("enum").get(0);
    }
    return switch (type(form)) {
      case "string" -> JSON.textNode(text(form));
      case "integer", "number" -> JSON.numberNode(1);
      case "boolean" -> JSON.booleanNode(true);
      case "array" -> JSON.arrayNode().add(value(form.path("items"), document));
      default -> object(form, document);
    };
  }

  private static JsonNode object(JsonNode form, JsonNode document) {
    var object = JSON.objectNode();
    form.path("required")
        .forEach(
            name ->
                object.set(
                    name.asText(), value(form.path("properties").path(name.asText()), document)));
    return object;
  }

  private static String text(JsonNode form) {
    return switch (form.path("format").asText()) {
      case "date-time" -> "2026-11-25T08:00:00Z";
      case "date" -> "2026-11-25";
      case "uuid" -> "00000000-0000-7000-8000-000000000000";
      default -> "text";
    };
  }

  private static String parts(JsonNode form, JsonNode document) {
    var parts = new StringBuilder();
    form.path("properties")
        .fieldNames()
        .forEachRemaining(
            name -> {
              var part = value(form.path("properties").path(name), document).asText();
              parts.append(
                  "--%s\r\nContent-Disposition: form-data; name=\"%s\"".formatted(BOUNDARY, name));
              parts.append(
                  name.equals("file")
                      ? "; filename=\"a.pdf\"\r\nContent-Type: application/pdf"
                      : "");
              parts.append("\r\n\r\n").append(part).append("\r\n");
            });
    return parts.append("--" + BOUNDARY + "--\r\n").toString();
  }

  /** OpenAPI 3.1 writes a nullable type as a list. */
  private static String type(JsonNode form) {
    return form.path("type").isArray()
        ? form.path("type").get(0).asText()
        : form.path("type").asText();
  }

  private static JsonNode resolved(JsonNode schema, JsonNode document) {
    var form = schema;
    if (form.has("allOf")) {
      form = form.path("allOf").get(0);
    }
    return form.has("$ref")
        ? resolved(document.at(form.path("$ref").asText().substring(1)), document)
        : form;
  }
}
