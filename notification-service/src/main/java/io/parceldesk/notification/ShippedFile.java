package io.parceldesk.notification;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Data that comes with the service: YAML files under {@code notifications/} on the class path. */
public final class ShippedFile {
  /** The author of versions that came with the service. */
  public static final String AUTHOR = "shipped";

  private static final YAMLMapper YAML =
      YAMLMapper.builder().addModule(new JavaTimeModule()).build();

  private ShippedFile() {}

  public static <T> T read(String name, TypeReference<T> type) {
    var path = "notifications/" + name;
    try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
      return YAML.readValue(file, type);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** By which it is known whether a content was there before. */
  public static String hash(Object content) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.valueOf(content).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
