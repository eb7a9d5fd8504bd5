package io.parceldesk.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a JSON Schema allows, with references followed and "or null" folded into the types.
 *
 * @param values of an enum; empty where any value goes
 * @param limits format, pattern, lengths and the like, as written
 * @param items of an array, else null
 */
record Shape(
    String description,
    Set<String> types,
    Set<String> values,
    Map<String, String> limits,
    Set<String> required,
    Map<String, Shape> properties,
    Shape items) {

  private static final List<String> LIMITS =
      List.of(
          "format",
          "pattern",
          "const",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "additionalProperties");

  static Shape of(JsonNode schema) {
    return of(schema, schema);
  }

  boolean nullable() {
    return types.contains("null");
  }

  private static Shape of(JsonNode node, JsonNode root) {
    var flat = flat(node, root);
    var items = flat.has("items") ? of(flat.get("items"), root) : null;
    return new Shape(
        flat.path("description").asText(),
        texts(flat.path("type")),
        texts(flat.path("enum")),
        limits(flat),
        texts(flat.path("required")),
        properties(flat, root),
        items);
  }

  /** One node instead of a reference and what stands beside it, or of the two arms of oneOf. */
  private static ObjectNode flat(JsonNode node, JsonNode root) {
    var flat = JsonNodeFactory.instance.objectNode();
    if (node.has("$ref")) {
      flat = flat(root.at(node.get("$ref").asText().substring(1)), root);
    }
    if (node.has("oneOf")) {
      flat = flat(node.at("/oneOf/0"), root);
      flat.set("type", flat.arrayNode().add(flat.get("type")).add("null"));
    }
    return merged(flat, node);
  }

  private static ObjectNode merged(ObjectNode target, JsonNode siblings) {
    var merged = target.deepCopy();
    for (var entry : siblings.properties()) {
      var inherited = merged.get(entry.getKey());
      var both = inherited instanceof ObjectNode && entry.getValue().isObject();
      merged.set(
          entry.getKey(),
          both ? merged((ObjectNode) inherited, entry.getValue()) : entry.getValue());
    }
    return merged;
  }

  private static Map<String, Shape> properties(JsonNode node, JsonNode root) {
    var shapes = new LinkedHashMap<String, Shape>();
    for (var entry : node.path("properties").properties()) {
      shapes.put(entry.getKey(), of(entry.getValue(), root));
    }
    return shapes;
  }

  private static Map<String, String> limits(JsonNode node) {
    var limits = new TreeMap<String, String>();
    LIMITS.stream().filter(node::has).forEach(limit -> limits.put(limit, node.get(limit).asText()));
    return limits;
  }

  private static Set<String> texts(JsonNode node) {
    var texts = new TreeSet<String>();
    if (node.isArray()) {
      node.forEach(one -> texts.add(one.asText()));
    } else if (!node.isMissingNode()) {
      texts.add(node.asText());
    }
    return texts;
  }
}
