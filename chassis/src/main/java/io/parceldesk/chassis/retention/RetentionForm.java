package io.parceldesk.chassis.retention;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Period;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Another period for a class of data, in days, months or years.
 *
 * @param erasableAfter null: as long as it is kept
 */
record RetentionForm(
    @NotNull @Schema(type = SchemaType.STRING, examples = "P3Y") Period keep,
    @Schema(type = SchemaType.STRING, examples = "P1Y") Period erasableAfter,
    @NotBlank @Size(max = 500) String reason) {

  @AssertTrue(message = "must be at least a day and at most 30 years")
  @Schema(hidden = true)
  boolean isKeepGiven() {
    return keep == null || isSensible(keep) && !keep.isZero();
  }

  @AssertTrue(message = "must not be negative, and be at most 30 years")
  @Schema(hidden = true)
  boolean isErasableAfterGiven() {
    return erasableAfter == null || isSensible(erasableAfter);
  }

  private static boolean isSensible(Period period) {
    return !period.isNegative()
        && period.toTotalMonths() <= 30 * 12
        && period.getDays() <= 30 * 366;
  }
}
