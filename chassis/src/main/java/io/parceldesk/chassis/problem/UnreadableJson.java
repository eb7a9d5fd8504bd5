package io.parceldesk.chassis.problem;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says what was expected without repeating the value, which may be personal. */
final class UnreadableJson {
  private UnreadableJson() {}

  /** Whether there is a place to name; else it is no JSON at all. */
  static boolean hasPlace(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping
        && (!mapping.getPath().isEmpty() || e instanceof InvalidTypeIdException);
  }

  static FieldError error(JsonProcessingException e) {
    return hasPlace(e)
        ? new FieldError(pointer((JsonMappingException) e), explain((JsonMappingException) e))
        : new FieldError("", "is not well-formed JSON");
  }

  private static String pointer(JsonMappingException e) {
    var path =
        e.getPath().stream()
            .map(at -> at.getFieldName() == null ? "/" + at.getIndex() : "/" + at.getFieldName())
            .collect(Collectors.joining());
    return e instanceof InvalidTypeIdException kind ? path + "/" + kindProperty(kind) : path;
  }

  /** The member that says which of several forms a body has. */
  private static String kindProperty(InvalidTypeIdException e) {
    return e.getBaseType().getRawClass().getAnnotation(JsonTypeInfo.class).property();
  }

  private static List<String> kinds(InvalidTypeIdException e) {
    var known = e.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class).value();
    return Arrays.stream(known).map(JsonSubTypes.Type::name).toList();
  }

  private static String explain(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return "is not a known field";
    }
    if (e instanceof InvalidTypeIdException kind) {
      return "must be one of " + kinds(kind);
    }
    if (e.getCause() instanceof WrongValue wrong) {
      return wrong.getMessage();
    }
    if (isAbsent(e)) {
      return "is required";
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return "must be one of " + Arrays.toString(format.getTargetType().getEnumConstants());
    }
    if (e instanceof InvalidFormatException format) {
      return "is not a valid " + format.getTargetType().getSimpleName();
    }
    return "has the wrong form";
  }

  /** Jackson has no class for it. */
  private static boolean isAbsent(JsonMappingException e) {
    var message = e.getOriginalMessage();
    return message.startsWith("Missing") || message.startsWith("Null value for creator");
  }
}
