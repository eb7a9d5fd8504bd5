package io.parceldesk.chassis.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

/**
 * Checks the body of an action. It is called inside the change, after the case's status allowed the
 * action, so that an action that is impossible now is refused as such whatever its body says.
 */
@ApplicationScoped
public class Forms {
  private final Validator validator;

  Forms(Validator validator) {
    this.validator = validator;
  }

  /** The form itself when it is valid; a missing body is an invalid one. */
  public <T> T valid(T form) {
    if (form == null) {
      throw new InvalidBody("", "a body is required");
    }
    var violations = validator.validate(form);
    if (!violations.isEmpty()) {
      throw InvalidBody.of(violations, 0);
    }
    return form;
  }
}
