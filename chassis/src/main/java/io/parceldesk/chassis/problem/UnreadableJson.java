package io.parceldesk.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says what was expected without repeating the value, which may be personal. */
final class UnreadableJson {
  private UnreadableJson() {}

  static FieldError error(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? new FieldError(pointer(mapping), explain(mapping))
        : new FieldError("", "is not well-formed JSON");
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(at -> at.getFieldName() == null ? String.valueOf(at.getIndex()) : at.getFieldName())
        .collect(Collectors.joining("/", "/", ""));
  }

  private static String explain(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return "is not a known field";
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return "must be one of " + Arrays.toString(format.getTargetType().getEnumConstants());
    }
    if (e instanceof InvalidFormatException format) {
      return "is not a valid " + format.getTargetType().getSimpleName();
    }
    return "has the wrong form";
  }
}
