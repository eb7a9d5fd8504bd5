package io.parceldesk.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The types of event that outlets can be told of, each with the JSON Schema (2020-12) of its data
 * and an example. Both are made from the contracts, as {@link WebhookData} passes them on.
 */
@ApplicationScoped
public class WebhookCatalogue {
  private static final String DEFS = "$defs";
  private static final String PROPERTIES = "properties";

  private final ObjectMapper json;
  private final List<Type> types;

  /** {@code schema} and {@code example} are of the member {@code data} of a webhook's body. */
  public record Type(String name, String description, JsonNode schema, JsonNode example) {}

  WebhookCatalogue(ObjectMapper json, WebhookData data) {
    this.json = json;
    this.types =
        WebhookType.events().stream()
            .map(
                event -> {
                  var schema = schema(read("schemas/" + event + ".v1.json"));
                  var example = data.of(read("samples/" + event + ".v1.json"));
                  return new Type(
                      event.replace('-', '.'),
                      schema.path("description").asText(),
                      schema,
                      example);
                })
            .toList();
  }

  public List<Type> types() {
    return types;
  }

  private JsonNode read(String path) {
    try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
      return json.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private ObjectNode schema(JsonNode contract) {
    ObjectNode schema = contract.deepCopy();
    schema.remove("$id");
    var told =
        Stream.concat(
                Stream.of(WebhookData.CASE, WebhookData.OWNER), WebhookData.OF_THE_EVENT.stream())
            .toList();
    keep(schema, schema, told);
    var facts = (ObjectNode) schema.at("/$defs/case");
    keep(schema, facts, WebhookData.OF_THE_CASE);
    ((ObjectNode) facts.get(PROPERTIES)).set(WebhookData.WAYBILL, maskedWaybill());
    if (schema.at("/properties/waybills/items") instanceof ObjectNode one) {
      one.put("description", "A waybill, masked: its owner recognises it.");
    }
    if (schema.at("/$defs/owner") instanceof ObjectNode owner) {
      keep(schema, owner, WebhookData.OF_THE_OWNER);
    }
    schema
        .findParents("additionalProperties")
        .forEach(open -> ((ObjectNode) open).remove("additionalProperties"));
    dropUnused(schema);
    return schema;
  }

  /** Of the members only these; what may be null is left out when it is, so it is not required. */
  private void keep(JsonNode root, ObjectNode object, Collection<String> names) {
    var properties = (ObjectNode) object.get(PROPERTIES);
    properties.retain(names);
    var required = json.createArrayNode();
    for (var name : object.path("required")) {
      if (properties.has(name.asText()) && !mayBeNull(root, properties.get(name.asText()))) {
        required.add(name);
      }
    }
    object.set("required", required);
  }

  private static boolean mayBeNull(JsonNode root, JsonNode schema) {
    if (schema.has("$ref")) {
      return mayBeNull(root, root.at(schema.get("$ref").asText().substring(1)));
    }
    return schema.path("type").toString().contains("\"null\"")
        || Stream.of("oneOf", "anyOf")
            .flatMap(choice -> stream(schema.path(choice)))
            .anyMatch(option -> mayBeNull(root, option));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
  }

  private ObjectNode maskedWaybill() {
    var waybill = json.createObjectNode();
    waybill.putArray("type").add("string").add("null");
    return waybill.put("description", "Waybill, masked: its owner recognises it.");
  }

  private static void dropUnused(ObjectNode schema) {
    if (!(schema.get(DEFS) instanceof ObjectNode defs)) {
      return;
    }
    var used = new TreeSet<String>();
    var open = new ArrayDeque<JsonNode>();
    open.add(schema.deepCopy().without(List.of(DEFS)));
    while (!open.isEmpty()) {
      for (var ref : open.remove().findValuesAsText("$ref")) {
        var name = ref.substring(ref.lastIndexOf('/') + 1);
        if (used.add(name)) {
          open.add(defs.path(name));
        }
      }
    }
    defs.retain(used);
  }
}
