package io.parceldesk.sandbox.testing;

import java.util.Collection;
import java.util.Comparator;

/** Paths with variables in braces, as roles.yaml writes them. */
final class RouteTemplate {
  private RouteTemplate() {}

  static String resource(String template) {
    return template.split("/", 3)[1];
  }

  /** The template with its variables replaced in their order. */
  static String fill(String template, String... values) {
    var filled = template;
    for (var value : values) {
      filled = filled.replaceFirst("\\{[^}]+}", value);
    }
    return filled;
  }

  /** The most special of the templates that the path is, or lies below; null if there is none. */
  static String longestPrefix(Collection<String> templates, String path) {
    return templates.stream()
        .filter(template -> path.equals(template) || path.startsWith(template + "/"))
        .max(Comparator.comparingInt(String::length))
        .orElse(null);
  }

  /** The template of the single row of a list; null if there is none. */
  static String rowOfList(Collection<String> templates, String list) {
    return templates.stream()
        .filter(template -> template.matches(java.util.regex.Pattern.quote(list) + "/\\{[^}/]+}"))
        .findFirst()
        .orElse(null);
  }

  static String lastValue(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
