package io.parceldesk.chassis.problem;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A body that has one of several forms does not say which: the member, and what it may say. */
record UnknownKind(String member, List<String> known) {

  static Optional<UnknownKind> of(JsonProcessingException e) {
    return e instanceof InvalidTypeIdException kind
        ? of(kind.getBaseType().getRawClass())
        : Optional.empty();
  }

  private static Optional<UnknownKind> of(Class<?> form) {
    var member = form.getAnnotation(JsonTypeInfo.class);
    var kinds = form.getAnnotation(JsonSubTypes.class);
    if (member == null || kinds == null) {
      return Optional.empty();
    }
    var known = Arrays.stream(kinds.value()).map(JsonSubTypes.Type::name).toList();
    return Optional.of(new UnknownKind(member.property(), known));
  }
}
