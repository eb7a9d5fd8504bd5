package io.parceldesk.claims.quoting;

import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.chassis.language.Language;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The tariff without a case. */
@Path("/api/v1/compensation-quotes")
@Tag(name = "Compensation")
@Idempotent
class CompensationQuoteResource {
  private static final String LOST_PARCEL =
      """
      {"track": "CUSTOMER", "ground": "LOSS", "route": "DOMESTIC", "dispatchedOn": "2026-11-18",
       "freight": "12.00", "surcharges": "0.00", "value": "800.00",
       "contractLimit": {"timesFreight": 5, "prominentNotice": true, "grossNegligence": false}}
      """;
  private static final String LOST_BAG =
      """
      {"track": "OUTLET", "ground": "LOSS", "dispatchedOn": "2026-11-18", "batch": true,
       "destinationInAgencyPeriod": false, "arbitrated": true,
       "parcels": [{"waybill": "LLT8800000001", "value": "900.00"},
                   {"waybill": "LLT8800000002", "value": "1400.00"}]}
      """;

  private final Quoting quoting;

  CompensationQuoteResource(Quoting quoting) {
    this.quoting = quoting;
  }

  @POST
  @Operation(
      summary = "What a customer is owed, or what one outlet owes another",
      description =
          "By the tariff that was valid on the dispatch date. Nothing is written. The answer lists"
              + " the rules that made it, in Chinese or English, as Accept-Language says. A parcel"
              + " that is referred or returned makes the whole quote so, and is named.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = QuoteForm.class),
              examples = {
                @ExampleObject(name = "A customer's lost parcel", value = LOST_PARCEL),
                @ExampleObject(name = "A lost bag, between outlets", value = LOST_BAG)
              }))
  public RestResponse<QuoteView> quote(
      @Valid @NotNull QuoteForm form, @Context HttpHeaders headers) {
    var language = Language.of(headers.getAcceptableLanguages());
    return RestResponse.ResponseBuilder.ok(quoting.quote(form, language))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
