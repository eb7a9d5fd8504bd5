package io.parceldesk.chassis.money;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An amount as a request gives it in a form whose amounts are all CNY: a decimal string. */
@Pattern(regexp = "\\d{1,10}\\.\\d{2}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, METHOD, PARAMETER, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface DecimalAmount {
  String message() default
      "must be an amount such as 500.00: two decimals, not negative, at most 9999999999.99";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
