package io.parceldesk.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The page for people: topic, type, when, fields. */
final class EventCatalogue {
  private static final List<String> PARTS =
      List.of("case", "caseRef", "owner", "deadline", "money");

  private final JsonNode common = Contract.json("schemas/common.v1.json");
  private final StringBuilder page = new StringBuilder();

  String page() {
    page.append(
        """
        # Events

        Made from `contracts`; not to be edited. Each record is a CloudEvent 1.0 in binary mode: the value is
        the JSON described here, the attributes are headers (see `asyncapi.yaml`). The type on the wire is
        `io.parceldesk.<event>.v1`, the schema `urn:parceldesk:schema:<event>:v1`. Times are RFC 3339 in UTC.
        A field with `?` may be null or left out. `sealed` is a compact JWE that only the platform's own
        services can open. Within a version fields and values are only ever added: pass over what you do not
        know.
        """);
    Contract.asyncApi().path("channels").forEach(this::topic);
    page.append("\n## Shared parts\n");
    PARTS.forEach(part -> section(part, common.at("/$defs/" + part)));
    return page.toString();
  }

  private void topic(JsonNode channel) {
    var topic = channel.path("address").asText();
    page.append("\n## `%s`\n\n%s\n".formatted(topic, channel.path("description").asText().strip()));
    Contract.all().stream()
        .filter(contract -> contract.topics().contains(topic))
        .forEach(contract -> event(contract, topic));
  }

  private void event(Contract contract, String topic) {
    if (contract.topics().get(0).equals(topic)) {
      section(contract.name(), contract.schema());
    } else {
      var told = "`%s`".formatted(contract.topics().get(0));
      page.append("\n### `%s`\n\nAs on %s.\n".formatted(contract.name(), told));
    }
  }

  private void section(String name, JsonNode schema) {
    page.append("\n### `%s`\n\n%s\n\n".formatted(name, schema.path("description").asText()));
    page.append("| Field | Value | Meaning |\n|---|---|---|\n");
    fields("", schema);
  }

  private void fields(String prefix, JsonNode schema) {
    var required = schema.path("required").toString();
    for (var property : schema.path("properties").properties()) {
      var name = prefix + property.getKey();
      var mark = required.contains('"' + property.getKey() + '"') ? "" : "?";
      var meaning = property.getValue().path("description").asText();
      page.append(
          "| `%s`%s | %s | %s |\n".formatted(name, mark, value(property.getValue()), meaning));
      fields(name + ".", inner(property.getValue()));
    }
  }

  /** What stands in the place of a nullable or repeated object that has no name of its own. */
  private static JsonNode inner(JsonNode property) {
    return property.has("items") ? property.get("items") : property.path("oneOf").path(0);
  }

  private static String value(JsonNode property) {
    if (property.has("oneOf")) {
      return value(property.at("/oneOf/0"));
    }
    if (property.has("$ref")) {
      var name = property.get("$ref").asText().replace("#/$defs/", "");
      return PARTS.contains(name) ? "[%s](#%s)".formatted(name, name.toLowerCase()) : name;
    }
    if (property.has("enum")) {
      return values(property.get("enum"));
    }
    if (property.has("items")) {
      return "list";
    }
    var type = property.path("type");
    return property.path("format").asText(type.isArray() ? type.get(0).asText() : type.asText());
  }

  private static String values(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .filter(value -> !value.isNull())
        .map(value -> "`" + value.asText() + "`")
        .collect(Collectors.joining(" "));
  }
}
