package io.parceldesk.deploy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One object of a YAML file. */
record Manifest(String source, JsonNode tree) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
  private static final String ROOT = "deploy/kubernetes";

  private static final List<Manifest> ALL =
      files().flatMap(file -> in(read(file), name(file)).stream()).toList();

  /** All objects below deploy/kubernetes, kustomizations included. */
  static List<Manifest> all() {
    return ALL;
  }

  static List<Manifest> in(String yaml, String source) {
    var manifests = new ArrayList<Manifest>();
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      documents.forEachRemaining(tree -> manifests.add(new Manifest(source, tree)));
    } catch (IOException | RuntimeException e) {
      throw new AssertionError(source + " is not YAML: " + e.getMessage(), e);
    }
    return manifests;
  }

  static List<Manifest> of(String kind) {
    return all().stream().filter(manifest -> manifest.kind().equals(kind)).toList();
  }

  /** The only one of its kind and name. */
  static Manifest of(String kind, String name) {
    var found = of(kind).stream().filter(manifest -> manifest.name().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError("There are %d of %s %s".formatted(found.size(), kind, name));
    }
    return found.get(0);
  }

  String kind() {
    return tree.path("kind").asText();
  }

  String name() {
    return tree.path("metadata").path("name").asText();
  }

  JsonNode at(String pointer) {
    var node = tree.at(pointer);
    if (node.isMissingNode()) {
      throw new AssertionError(this + " has no " + pointer);
    }
    return node;
  }

  String text(String pointer) {
    return at(pointer).asText();
  }

  List<String> texts(String pointer) {
    var texts = new ArrayList<String>();
    at(pointer).forEach(node -> texts.add(node.asText()));
    return texts;
  }

  /** The node's children that are under this name, at any depth. */
  List<JsonNode> everywhere(String name) {
    return tree.findValues(name);
  }

  @Override
  public String toString() {
    return kind() + " " + name() + " of " + source;
  }

  private static Stream<Path> files() {
    try (var files = Files.walk(Project.file(ROOT))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return Project.file(ROOT).relativize(file).toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
