package io.parceldesk.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** A body that could be read but not accepted: 400 with a pointer to every wrong place. */
public class InvalidBody extends DomainException {
  private final List<FieldError> errors;

  public InvalidBody(List<FieldError> errors) {
    super(400, "invalid-body", "The request body is not valid");
    this.errors = errors;
    with("errors", errors);
  }

  public InvalidBody(String pointer, String message) {
    this(List.of(new FieldError(pointer, message)));
  }

  /** JSON that does not fit the form, or is no JSON at all. */
  public static InvalidBody unreadable(JsonProcessingException e) {
    return new InvalidBody(List.of(UnreadableJson.error(e)));
  }

  /** The same of a member that was read on its own. */
  public static InvalidBody unreadable(String pointer, JsonProcessingException e) {
    var error = UnreadableJson.error(e);
    return new InvalidBody(pointer + error.pointer(), error.message());
  }

  public List<FieldError> errors() {
    return errors;
  }

  static InvalidBody of(Collection<? extends ConstraintViolation<?>> violations, int levelsToSkip) {
    return new InvalidBody(
        violations.stream()
            .map(
                violation ->
                    new FieldError(pointer(violation, levelsToSkip), violation.getMessage()))
            .sorted(Comparator.comparing(FieldError::pointer))
            .toList());
  }

  private static String pointer(ConstraintViolation<?> violation, int levelsToSkip) {
    var path = new StringBuilder();
    StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .skip(levelsToSkip)
        .forEach(
            node -> {
              if (node.getIndex() != null) {
                path.append('/').append(node.getIndex());
              }
              if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                path.append('/').append(member(node.getName()));
              }
            });
    return path.toString();
  }

  /** A check {@code isAmountGiven} is about the member {@code amount}. */
  private static String member(String property) {
    return property.replaceFirst("Given$", "");
  }
}
