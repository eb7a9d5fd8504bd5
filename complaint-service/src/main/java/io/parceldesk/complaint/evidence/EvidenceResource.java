package io.parceldesk.complaint.evidence;

import io.parceldesk.chassis.cases.CaseNumber;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The evidence of an appeal, for systems and on paper (REG-08). */
@Path("/api/v1/appeals")
class EvidenceResource {
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private final EvidenceCollection collection;
  private final EvidencePrint print;

  EvidenceResource(EvidenceCollection collection, EvidencePrint print) {
    this.collection = collection;
    this.print = print;
  }

  @GET
  @Path("{number}/evidence")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Operation(
      summary = "All that speaks for or against us in an appeal, as it is now",
      description =
          "The appeal, the complaints that it is about with decisions and their rules, deadlines"
              + " and why they ended when they did, the parcels' way, and the messages that were"
              + " sent; parties are masked. With Accept: text/html a page to be printed. In Chinese"
              + " or English, as Accept-Language says. The same state of affairs has the same"
              + " sha256 in the JSON, on the page and as the ETag.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = EvidenceBundle.class)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
      })
  public RestResponse<Object> evidence(
      @PathParam("number") CaseNumber number, @Context HttpHeaders headers) {
    var bundle = collection.collect(number, headers.getAcceptableLanguages());
    var answer =
        wantsPage(headers)
            ? ResponseBuilder.<Object>ok(print.page(bundle), HTML)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
            : ResponseBuilder.<Object>ok(bundle, MediaType.APPLICATION_JSON_TYPE);
    return answer
        .header(HttpHeaders.ETAG, '"' + bundle.sha256() + '"')
        .header(HttpHeaders.CONTENT_LANGUAGE, bundle.language())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static boolean wantsPage(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .filter(type -> isJson(type) || type.isCompatible(MediaType.TEXT_HTML_TYPE))
        .findFirst()
        .map(type -> !isJson(type))
        .orElse(false);
  }

  private static boolean isJson(MediaType type) {
    return type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
  }
}
