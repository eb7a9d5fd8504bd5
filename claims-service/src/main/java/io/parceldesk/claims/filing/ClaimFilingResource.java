package io.parceldesk.claims.filing;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.contact.ContactForm;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.chassis.money.MoneyForm;
import io.parceldesk.claims.ClaimView;
import io.parceldesk.claims.ClaimViews;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.Ground;
import io.parceldesk.claims.Handler;
import io.parceldesk.claims.Route;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Files claims (CLM-02). */
@Path("/api/v1/claims")
@Idempotent
class ClaimFilingResource {
  private final ClaimFiling filing;
  private final Claimants claimants;
  private final Claims claims;
  private final ClaimViews views;

  ClaimFilingResource(ClaimFiling filing, Claimants claimants, Claims claims, ClaimViews views) {
    this.filing = filing;
    this.claimants = claimants;
    this.claims = claims;
    this.views = views;
  }

  @POST
  @Operation(summary = "Files a claim; 409 duplicate-case when one is open on the waybill")
  public RestResponse<ClaimView> file(@Valid @NotNull ClaimForm form) {
    var claim = claimants.claimOf(form.claimant().toContact("/claimant"), form);
    var request = OpeningRequest.byRequest(form.waybill(), form.evenIfDuplicate());
    var file = filing.file(claim, form.handler(), request);
    return CaseAnswers.created(claims, file, views.of(file));
  }

  /** The claim form (索赔申告单). */
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
  }

  /** Who is held responsible. */
  record AgainstForm(@Size(max = 40) String outlet, @Size(max = 40) String department) {}
}
