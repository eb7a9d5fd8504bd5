package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.claims.Announcement;
import io.parceldesk.claims.Dispute;
import io.parceldesk.claims.DisputeView;
import io.parceldesk.claims.DisputeViews;
import io.parceldesk.claims.arbitration.DisputeForms.AnnouncementForm;
import io.parceldesk.claims.arbitration.DisputeForms.ReplyForm;
import io.parceldesk.claims.arbitration.DisputeForms.RevealForm;
import io.parceldesk.claims.arbitration.DisputeForms.SettlementForm;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** What the two outlets do, each a noun to POST. */
@Path("/api/v1/outlet-disputes/{number}")
class NegotiationResource {
  private final Negotiation negotiation;
  private final DisputeViews views;

  NegotiationResource(Negotiation negotiation, DisputeViews views) {
    this.negotiation = negotiation;
    this.views = views;
  }

  @POST
  @Path("announcement")
  @Idempotent
  @Operation(
      summary = "The recipient confirmed it: the responsible outlet is told and must answer",
      description = "Its limits run from now on (ARB-06, ARB-08, SLA-14, SLA-15).")
  public RestResponse<DisputeView> announce(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      AnnouncementForm form) {
    return answer(negotiation.announce(number, ifMatch, form));
  }

  @POST
  @Path("announcement-reveal")
  @Operation(
      summary = "Shows the people and the account of the announcement once (PRV-08)",
      description = "Who asked and why goes into the timeline.")
  public Announcement reveal(
      @PathParam("number") CaseNumber number, @Valid @NotNull RevealForm form) {
    return negotiation.reveal(number, form.reason());
  }

  @POST
  @Path("reply")
  @Idempotent
  @Operation(summary = "The responsible outlet accepts, refuses with a reason, or negotiates")
  public RestResponse<DisputeView> reply(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ReplyForm form) {
    return answer(negotiation.reply(number, ifMatch, form));
  }

  @POST
  @Path("settlement")
  @Idempotent
  @Operation(
      summary = "Offers a settlement, or agrees to what the other outlet offers (AMB-09)",
      description =
          "Settled once both say the same amount and way; there is no fee. At most what was"
              + " announced (ARB-06); 0.00 gives the demand up.")
  public RestResponse<DisputeView> settle(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      SettlementForm form) {
    return answer(negotiation.settle(number, ifMatch, form));
  }

  private RestResponse<DisputeView> answer(CaseFile<Dispute> file) {
    return CaseAnswers.ok(file, views.of(file));
  }
}
