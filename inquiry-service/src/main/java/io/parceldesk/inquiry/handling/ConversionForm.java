package io.parceldesk.inquiry.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The complaint that the customer makes of it (INQ-15). */
record ConversionForm(
    @NotNull Category category,
    @NotBlank @Size(max = 4000) String description,
    @Size(max = 1000) String demand) {

  /** The categories that complaint-service registers under (CMP-03). */
  enum Category {
    ATTITUDE,
    DELAY,
    DAMAGE,
    SHORTAGE,
    LOSS,
    MISMATCH,
    FALSE_SIGNATURE,
    LOCKER_WITHOUT_CONSENT,
    OVERCHARGE,
    PRIVACY,
    OTHER
  }
}
