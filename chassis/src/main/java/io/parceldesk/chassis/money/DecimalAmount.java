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

/**
 * An amount of CNY as a request gives it: a decimal string. Its most is far above what any parcel
 * is worth, and far enough below what columns hold that no sum over the parcels of a batch is too
 * large for them.
 */
@Pattern(regexp = "\\d{1,8}\\.\\d{2}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, METHOD, PARAMETER, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface DecimalAmount {
  String message() default
      "must be an amount such as 500.00: two decimals, not negative, at most 99999999.99";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
