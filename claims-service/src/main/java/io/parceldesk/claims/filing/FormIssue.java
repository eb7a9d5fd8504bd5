package io.parceldesk.claims.filing;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.contact.ContactForm;
import io.parceldesk.claims.Ground;
import io.parceldesk.claims.Route;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** To whom the claim form is handed out, and for which parcel (CLM-02). */
record FormIssue(
    @NotNull Channel channel,
    @NotNull Ground ground,
    @NotNull Route route,
    @NotNull
        @Pattern(
            regexp = "[A-Za-z0-9-]{6,40}",
            message = "must have 6 to 40 letters, digits or hyphens")
        String waybill,
    boolean urgent,
    @NotNull @Valid ContactForm claimant,
    @Size(max = 40) String outlet,
    boolean evenIfDuplicate) {

  /** The form as far as it is filled in. */
  ClaimForm asClaim() {
    return new ClaimForm(
        channel,
        ground,
        route,
        waybill,
        null,
        urgent,
        claimant,
        new ClaimForm.AgainstForm(outlet, null),
        null,
        evenIfDuplicate);
  }
}
