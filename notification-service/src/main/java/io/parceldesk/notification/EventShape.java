package io.parceldesk.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an event's data may hold, as its JSON Schema says. */
public final class EventShape {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode schema;

  private EventShape(JsonNode schema) {
    this.schema = schema;
  }

  /** Of a type such as complaint-escalated; empty for one that nobody announces. */
  public static Optional<EventShape> of(String type) {
    return read("schemas", type).map(EventShape::new);
  }

  /** The data of an example of the type. */
  public static Optional<JsonNode> sample(String type) {
    return read("samples", type);
  }

  private static Optional<JsonNode> read(String folder, String type) {
    if (!type.matches("[a-z]+(-[a-z]+)*")) {
      return Optional.empty();
    }
    var path = folder + "/" + type + ".v1.json";
    try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
      return file == null ? Optional.empty() : Optional.of(JSON.readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** Whether the data can have something at a path such as deadline.nature. */
  public boolean has(String path) {
    return !at(path).isEmpty();
  }

  /** Why the value at the path can never be this one; empty when it can. */
  public Optional<String> objection(String path, String value) {
    var places = at(path);
    if (places.isEmpty()) {
      return Optional.of("is not a field of the event");
    }
    if (places.stream().anyMatch(place -> place.has("properties") || place.has("items"))) {
      return Optional.of("is not a single value");
    }
    var choices = choices(places);
    if (!choices.isEmpty()) {
      return choices.contains(value)
          ? Optional.empty()
          : Optional.of("is always one of " + choices);
    }
    return places.stream().anyMatch(place -> fits(place, value))
        ? Optional.empty()
        : Optional.of("can never be " + value);
  }

  private static List<String> choices(List<JsonNode> places) {
    var constants = places.stream().filter(p -> p.has("const")).map(p -> p.get("const").asText());
    var fixed = constants.toList();
    return fixed.isEmpty()
        ? places.stream()
            .flatMap(p -> StreamSupport.stream(p.path("enum").spliterator(), false))
            .map(JsonNode::asText)
            .toList()
        : fixed;
  }

  private static boolean fits(JsonNode place, String value) {
    var types = place.path("type").toString();
    if (types.contains("integer")) {
      return value.matches("-?\\d{1,9}")
          && Integer.parseInt(value) >= place.path("minimum").asInt(Integer.MIN_VALUE)
          && Integer.parseInt(value) <= place.path("maximum").asInt(Integer.MAX_VALUE);
    }
    if (types.contains("boolean")) {
      return value.equals("true") || value.equals("false");
    }
    return types.contains("string")
        && (!place.has("pattern") || value.matches(place.get("pattern").asText()));
  }

  private List<JsonNode> at(String path) {
    var places = meanings(schema).toList();
    for (var step : path.split("\\.")) {
      places =
          places.stream()
              .map(place -> place.path("properties").path(step))
              .filter(place -> !place.isMissingNode())
              .flatMap(this::meanings)
              .toList();
    }
    return places;
  }

  /** The node itself, what it refers to, and its alternatives but for null. */
  private Stream<JsonNode> meanings(JsonNode node) {
    var referred =
        node.has("$ref")
            ? meanings(schema.at(node.get("$ref").asText().substring(1)))
            : Stream.<JsonNode>empty();
    var alternatives =
        Stream.of("oneOf", "anyOf", "allOf")
            .flatMap(word -> StreamSupport.stream(node.path(word).spliterator(), false))
            .filter(alternative -> !alternative.path("type").asText().equals("null"))
            .flatMap(this::meanings);
    return Stream.of(Stream.of(node), referred, alternatives).flatMap(all -> all);
  }
}
