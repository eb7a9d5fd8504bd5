package io.parceldesk.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One event type as the sealed interfaces declare it, with what is shipped beside it.
 *
 * @param name such as {@code complaint-escalated}
 * @param topics those of the interfaces that permit it
 */
record Contract(String name, Class<?> record, List<String> topics) {
  static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  static final Map<Class<?>, String> TOPICS = new LinkedHashMap<>();

  static {
    TOPICS.put(InquiryEvent.class, Topics.INQUIRY);
    TOPICS.put(ComplaintEvent.class, Topics.COMPLAINT);
    TOPICS.put(ClaimsEvent.class, Topics.CLAIMS);
    TOPICS.put(OutletEvent.class, Topics.OUTLET);
    TOPICS.put(DirectoryEvent.class, Topics.DIRECTORY);
    TOPICS.put(ParcelEvent.class, Topics.PARCEL);
    TOPICS.put(NotificationEvent.class, Topics.NOTIFICATION);
  }

  /** Every event type, in the order of the interfaces. */
  static List<Contract> all() {
    return TOPICS.keySet().stream()
        .flatMap(events -> types(events).stream())
        .map(type -> new Contract(shortName(type.name()), type.value(), topicsOf(type.value())))
        .distinct() // the deadline events belong to several interfaces
        .toList();
  }

  static List<JsonSubTypes.Type> types(Class<?> events) {
    return Arrays.asList(events.getAnnotation(JsonSubTypes.class).value());
  }

  static Set<String> names() {
    return all().stream().map(Contract::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code complaint-escalated} of {@code io.parceldesk.complaint-escalated.v1}. */
  static String shortName(String type) {
    return type.substring("io.parceldesk.".length(), type.lastIndexOf(".v1"));
  }

  /** The names of the contracts that have a file in this folder of the class path. */
  static Set<String> namesIn(String folder) {
    try (var files = Files.list(Path.of(resource(folder).toURI()))) {
      return files
          .map(file -> file.getFileName().toString().replace(".v1.json", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(String path) {
    return read(JSON, path);
  }

  static JsonNode asyncApi() {
    return read(new ObjectMapper(new YAMLFactory()), "asyncapi.yaml");
  }

  JsonNode schema() {
    return json("schemas/" + name + ".v1.json");
  }

  JsonNode sample() {
    return json("samples/" + name + ".v1.json");
  }

  @Override
  public String toString() {
    return name;
  }

  private static List<String> topicsOf(Class<?> event) {
    return TOPICS.entrySet().stream()
        .filter(entry -> entry.getKey().isAssignableFrom(event))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static JsonNode read(ObjectMapper mapper, String path) {
    try {
      return mapper.readTree(resource(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL resource(String path) {
    var url = Contract.class.getResource("/" + path);
    if (url == null) {
      throw new IllegalArgumentException("nothing on the class path at " + path);
    }
    return url;
  }
}
