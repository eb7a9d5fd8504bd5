package io.parceldesk.claims.filing;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.contact.ContactForm;
import io.parceldesk.chassis.money.MoneyForm;
import io.parceldesk.claims.Ground;
import io.parceldesk.claims.Route;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The claim form (索赔申告单), filled in. */
record ClaimForm(
    @NotNull Channel channel,
    @NotNull Ground ground,
    @NotNull Route route,
    @NotNull
        @Pattern(
            regexp = "[A-Za-z0-9-]{6,40}",
            message = "must have 6 to 40 letters, digits or hyphens")
        String waybill,
    @NotNull @Valid MoneyForm claimed,
    boolean urgent,
    @NotNull @Valid ContactForm claimant,
    @Valid AgainstForm against,
    @NotBlank @Size(max = 4000) String description,
    boolean evenIfDuplicate) {

  Handler handler() {
    return against == null
        ? new Handler(null, null, null)
        : new Handler(against.outlet(), against.department(), null);
  }

  /** Who is held responsible. */
  record AgainstForm(@Size(max = 40) String outlet, @Size(max = 40) String department) {}
}
