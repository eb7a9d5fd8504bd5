package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.money.MoneyForm;
import io.parceldesk.claims.compensation.OutletGround;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The report of a dispute (投诉/仲裁上报): all of it is asked for (ARB-01). */
record DisputeForm(
    @NotNull OutletGround ground,
    @Size(max = 40) @Schema(description = "The caller's own where an outlet calls")
        String filingOutlet,
    @NotBlank @Size(max = 40) String responsibleOutlet,
    @NotBlank @Size(max = 40) @Schema(description = "Whose agency period counts (AMB-08)")
        String destinationOutlet,
    @NotNull @Schema(description = "Chooses the version of the tariff") LocalDate dispatchedOn,
    @Schema(description = "A batch or whole bag; without it there is exactly one parcel (AMB-10)")
        boolean batch,
    @Size(max = 40) String bagNumber,
    @Schema(description = "A late transfer by third-party logistics: a fine (CMPN-47)")
        boolean thirdPartyTransfer,
    @Schema(description = "The delay came of a missort (ARB-04)") boolean missort,
    @NotNull @Valid MoneyForm claimed,
    @NotBlank @Size(max = 500) String contents,
    @NotEmpty @Size(max = 500) @Valid List<@NotNull DisputedParcelForm> parcels,
    @NotNull @Valid PersonForm recipient,
    @NotBlank @Size(max = 300) String recipientAddress,
    @NotNull @Valid PersonForm sender,
    @NotNull @Valid PersonForm complainingContact,
    @Valid PersonForm complainedContact,
    boolean evenIfDuplicate) {

  @AssertTrue(
      message = "every parcel needs its value; damage loss and damage, delay weightKg and daysLate")
  @Schema(hidden = true)
  public boolean isParcelsGiven() {
    return ground == null || parcels == null || parcels.stream().allMatch(this::isComplete);
  }

  private boolean isComplete(DisputedParcelForm parcel) {
    if (parcel == null) {
      return true; // said of the element itself
    }
    return switch (ground) {
      case LOSS -> has(parcel, DisputedParcelForm::value);
      case DAMAGE ->
          has(
              parcel,
              DisputedParcelForm::value,
              DisputedParcelForm::loss,
              DisputedParcelForm::damage);
      case DELAY ->
          has(
              parcel,
              DisputedParcelForm::value,
              DisputedParcelForm::weightKg,
              DisputedParcelForm::daysLate);
    };
  }

  @SafeVarargs
  private static boolean has(
      DisputedParcelForm parcel, Function<DisputedParcelForm, Object>... facts) {
    return List.of(facts).stream().map(fact -> fact.apply(parcel)).allMatch(Objects::nonNull);
  }
}
