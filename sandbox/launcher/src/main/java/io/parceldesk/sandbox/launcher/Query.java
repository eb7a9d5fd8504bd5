package io.parceldesk.sandbox.launcher;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The parameters of a request's address. */
record Query(Map<String, String> parameters) {
  static Query of(URI address) {
    var parameters = new HashMap<String, String>();
    var raw = address.getRawQuery();
    for (var pair : raw == null ? new String[0] : raw.split("&")) {
      var parts = pair.split("=", 2);
      if (parts.length == 2 && !parts[1].isEmpty()) {
        parameters.put(decode(parts[0]), decode(parts[1]));
      }
    }
    return new Query(parameters);
  }

  /** Null where it is missing. */
  String get(String name) {
    return parameters.get(name);
  }

  int number(String name, int otherwise) {
    var value = parameters.get(name);
    return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
