package io.parceldesk.complaint.handling;

import io.parceldesk.complaint.Accountability;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * That the plan was carried out, when the customer was told (SLA-21), and who answers for the loss
 * (CMP-12).
 */
record ImplementationForm(
    @NotNull Instant customerToldAt,
    @Size(max = 1000) String note,
    @Valid @Size(max = 20) List<AnsweringForm> accountability) {

  /** {@code share} is in percent of the loss. */
  record AnsweringForm(
      @NotBlank @Size(max = 100) String person,
      @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
          BigDecimal share) {}

  @AssertTrue(message = "the shares exceed 100 percent")
  boolean isWholeAtMost() {
    return answering().stream()
            .map(AnsweringForm::share)
            .filter(share -> share != null)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .compareTo(BigDecimal.valueOf(100))
        <= 0;
  }

  List<Accountability> accountability(String recordedBy) {
    return answering().stream()
        .map(one -> new Accountability(one.person(), one.share(), recordedBy))
        .toList();
  }

  private List<AnsweringForm> answering() {
    return accountability == null ? List.of() : accountability;
  }
}
