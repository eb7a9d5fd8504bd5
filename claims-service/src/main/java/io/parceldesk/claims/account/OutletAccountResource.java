package io.parceldesk.claims.account;

import io.parceldesk.chassis.cases.CaseQuery;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.Account;
import io.parceldesk.claims.account.Accounts.Range;
import io.parceldesk.contracts.Money;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What outlets and headquarters owe each other; an outlet sees its own account only (CMPN-01). */
@Path("/api/v1/outlet-accounts")
class OutletAccountResource {
  private static final String CSV = "text/csv";

  private final Accounts accounts;
  private final KnownOutlets outlets;
  private final CurrentCaller caller;

  OutletAccountResource(Accounts accounts, KnownOutlets outlets, CurrentCaller caller) {
    this.accounts = accounts;
    this.outlets = outlets;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Every account with its balance",
      description = "The outlets', HEADQUARTERS and CUSTOMERS: together they are zero.")
  public Page<AccountView> all() {
    return new Page<>(accounts.all(), null);
  }

  @GET
  @Path("{outlet}")
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Operation(
      summary = "An account's balance and statement, oldest first",
      description =
          "Of an outlet; HEADQUARTERS and CUSTOMERS have accounts, too. from is inclusive, to"
              + " exclusive, RFC 3339. With Accept: text/csv all that lies between, as a file for"
              + " spreadsheets.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Statement.class)),
        @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
      })
  public RestResponse<Object> statement(
      @PathParam("outlet") String outlet,
      @Parameter(example = "2026-10-31T16:00:00Z") @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("limit") Limit limit,
      @Parameter(hidden = true) @HeaderParam("Accept") String accept) {
    caller.get().requireAccessTo(outlet);
    var account = known(outlet);
    var range = new Range(CaseQuery.instant("from", from), CaseQuery.instant("to", to));
    return accept != null && accept.strip().startsWith(CSV)
        ? file(account, range)
        : page(account, range, cursor, (limit == null ? Limit.DEFAULT : limit).rows());
  }

  private Account known(String owner) {
    var account = Account.of(owner);
    if (account.equals(Account.outlet(owner)) && outlets.regionOf(owner).isEmpty()) {
      throw DomainException.notFound("Outlet " + owner);
    }
    return account;
  }

  private RestResponse<Object> page(Account account, Range range, Cursor cursor, int rows) {
    var items = accounts.items(account, range, cursor, rows + 1);
    var shown = items.subList(0, Math.min(rows, items.size()));
    return ResponseBuilder.<Object>ok(
            new Statement(
                account.owner(),
                Money.cny(accounts.balance(account)),
                shown,
                items.size() > rows ? cursorOf(shown) : null))
        .header("Content-Type", MediaType.APPLICATION_JSON)
        .build();
  }

  private static String cursorOf(List<Statement.Item> shown) {
    var last = shown.get(shown.size() - 1);
    return new Cursor(last.postedAt(), last.posting()).text();
  }

  private RestResponse<Object> file(Account account, Range range) {
    var items = accounts.items(account, range, null, StatementCsv.MOST_ROWS + 1);
    return ResponseBuilder.<Object>ok(StatementCsv.of(items))
        .header("Content-Type", CSV + ";charset=UTF-8")
        .header(
            "Content-Disposition", "attachment; filename=\"statement-" + account.owner() + ".csv\"")
        .build();
  }
}
