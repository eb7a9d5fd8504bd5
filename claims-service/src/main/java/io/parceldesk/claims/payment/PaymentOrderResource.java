package io.parceldesk.claims.payment;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.chassis.limit.RevealLimit;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.BankAccount;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.PaymentOrders;
import io.parceldesk.claims.PaymentState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What finance has to pay, and what became of it. */
@Path("/api/v1/payment-orders")
@Idempotent
class PaymentOrderResource {
  private static final String CSV = "text/csv";

  private final ClaimPayment payment;
  private final PaymentOrderList list;
  private final PaymentOrders orders;
  private final Accounts accounts;
  private final Claims claims;
  private final RevealLimit reveals;

  PaymentOrderResource(
      ClaimPayment payment,
      PaymentOrderList list,
      PaymentOrders orders,
      Accounts accounts,
      Claims claims,
      RevealLimit reveals) {
    this.payment = payment;
    this.list = list;
    this.orders = orders;
    this.accounts = accounts;
    this.claims = claims;
    this.reveals = reveals;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Operation(
      summary = "Payment orders, oldest first; with Accept: text/csv as a file for finance",
      description = "In the file the account is sealed: a compact JWE that finance has the key to.")
  public RestResponse<Object> list(
      @Parameter(example = "ORDERED") @QueryParam("state") String state,
      @QueryParam("limit") Limit limit,
      @QueryParam("cursor") Cursor cursor,
      @Parameter(hidden = true) @HeaderParam("Accept") String accept) {
    if (accept != null && accept.strip().startsWith(CSV)) {
      return file(state(state));
    }
    var rows = (limit == null ? Limit.DEFAULT : limit).rows();
    var found = list.of(state(state), cursor, rows + 1);
    var shown = found.subList(0, Math.min(rows, found.size()));
    var last = found.size() > rows ? shown.get(rows - 1) : null;
    return ResponseBuilder.<Object>ok(
            new Page<>(
                shown.stream().map(PaymentOrderView::of).toList(),
                last == null ? null : new Cursor(last.createdAt(), last.id()).text()))
        .header("Content-Type", MediaType.APPLICATION_JSON)
        .build();
  }

  private RestResponse<Object> file(PaymentState state) {
    var rows = list.of(state, null, PaymentOrderCsv.MOST_ROWS + 1);
    if (rows.size() > PaymentOrderCsv.MOST_ROWS) {
      throw new DomainException(
          422, "file-too-long", "A file has at most 10,000 rows; ask for one state, or page");
    }
    return ResponseBuilder.<Object>ok(PaymentOrderCsv.of(rows))
        .header("Content-Type", CSV + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"payment-orders.csv\"")
        .header("Cache-Control", "private, no-store")
        .build();
  }

  private static PaymentState state(String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(PaymentState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DomainException(
                    400,
                    "bad-state",
                    "state must be one of " + Arrays.toString(PaymentState.values())));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One payment order")
  public PaymentOrderView one(@PathParam("id") UUID id) {
    return PaymentOrderView.of(orders.require(id));
  }

  @POST
  @Path("{id}/confirmation")
  @Operation(
      summary = "The bank has paid: the claim is paid, and the ledger says so (CLM-05)",
      description = "Above a limit it takes another person than who ordered the payment.")
  public RestResponse<PaymentOrderView> confirm(
      @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, ConfirmationForm form) {
    return RestResponse.ok(PaymentOrderView.of(payment.confirm(id, ifMatch, form)));
  }

  @POST
  @Path("{id}/failure")
  @Operation(summary = "The bank could not pay; the claim's payment can be ordered again")
  public RestResponse<PaymentOrderView> fail(
      @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, FailureForm form) {
    return RestResponse.ok(PaymentOrderView.of(payment.fail(id, ifMatch, form)));
  }

  @POST
  @Path("{id}/account-reveal")
  @Operation(summary = "Shows the account once; who asked and why goes into the claim's timeline")
  public BankAccount reveal(@PathParam("id") UUID id, @Valid @NotNull RevealForm form) {
    var order = orders.require(id);
    var account = accounts.open(order.account());
    reveals.take();
    claims.note(
        CaseNumber.parse(order.number()),
        (claim, now) -> Change.within("account-reveal", claim.statusName()).noting(form.reason()));
    return account;
  }

  /** Why somebody has to see an account. */
  record RevealForm(@NotBlank @Size(max = 500) String reason) {}
}
