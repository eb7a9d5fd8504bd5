package io.parceldesk.claims.payment;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.claims.ClaimView;
import io.parceldesk.claims.ClaimViews;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Orders the payment of an agreed claim. */
@Path("/api/v1/claims/{number}/payment")
@Idempotent
class ClaimPaymentResource {
  private final ClaimPayment payment;
  private final ClaimViews views;

  ClaimPaymentResource(ClaimPayment payment, ClaimViews views) {
    this.payment = payment;
    this.views = views;
  }

  @POST
  @Operation(
      summary = "Finance is told to pay the payee; again after the bank could not (CLM-05)",
      description =
          "The account is the payee's own (CLM-07). Above a limit it takes another person than who"
              + " made the offer. Finance confirms or fails the payment order.")
  public RestResponse<ClaimView> order(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      PaymentForm form) {
    var file = payment.order(number, ifMatch, form);
    return CaseAnswers.ok(file, views.of(file));
  }
}
