package io.parceldesk.chassis.identity;

import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Where in a token a claim is found, written as the roles' claim is: names divided by slashes, such
 * as {@code realm_access/roles}; a name that has slashes itself stands in double quotes.
 */
record ClaimPath(List<String> names) {
  private static final Pattern SLASH_OUTSIDE_QUOTES =
      Pattern.compile("/(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  static ClaimPath of(String text) {
    var names =
        Arrays.stream(SLASH_OUTSIDE_QUOTES.split(text.strip(), -1))
            .map(name -> name.replace("\"", ""))
            .toList();
    if (names.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("'" + text + "' is not a path of a claim");
    }
    return new ClaimPath(names);
  }

  /** The one text found there: itself, or the only element of a list. */
  Optional<String> textIn(Function<String, Object> claims) {
    var found = claims.apply(names.get(0));
    for (var name : names.subList(1, names.size())) {
      found = found instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return Optional.ofNullable(found).map(ClaimPath::onlyElement).filter(text -> !text.isBlank());
  }

  /** Several are none: nobody could say which is meant. */
  private static String onlyElement(Object value) {
    var only = value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
    if (only instanceof JsonString text) { // what is nested was left as it was parsed
      return text.getString();
    }
    return only instanceof String text ? text : null;
  }

  @Override
  public String toString() {
    return String.join("/", names);
  }
}
