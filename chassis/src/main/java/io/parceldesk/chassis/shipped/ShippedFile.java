package io.parceldesk.chassis.shipped;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data that comes with a release: files on the class path. */
public final class ShippedFile {
  /** The author of versions that came with a release. */
  public static final String AUTHOR = "shipped";

  private static final YAMLMapper YAML =
      YAMLMapper.builder().addModule(new JavaTimeModule()).build();

  /** How the content of a file is made sense of. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(InputStream file) throws IOException;
  }

  private ShippedFile() {}

  public static <T> T yaml(String path, TypeReference<T> type) {
    return read(path, file -> YAML.readValue(file, type));
  }

  public static <T> T read(String path, Reader<T> reader) {
    try (var file = loader().getResourceAsStream(path)) {
      return reader.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  /** What all the YAML files of a folder name; one that comes later by its name wins. */
  public static <T> Map<String, T> yamlFolder(String name, TypeReference<Map<String, T>> type) {
    return folder(name, file -> YAML.readValue(file, type));
  }

  /** The same, where a file is read in another way. */
  public static <T> Map<String, T> folder(String name, Reader<Map<String, T>> reader) {
    var all = new LinkedHashMap<String, T>();
    try {
      ClassPathUtils.consumeAsPaths(
          loader(),
          name,
          folder -> yamlFiles(folder).forEach(file -> all.putAll(read(file, reader))));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
    return all;
  }

  /** By which it is known whether a content was shipped before. */
  public static String hash(String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> yamlFiles(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> Map<String, T> read(Path path, Reader<Map<String, T>> reader) {
    try (var file = Files.newInputStream(path)) {
      return reader.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }
}
