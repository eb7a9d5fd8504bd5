package io.parceldesk.inquiry.page;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Problem;
import io.parceldesk.inquiry.page.Pages.Language;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The fixed address that messages to customers name. A code from the message is typed in and opens
 * what it was given out for: an answer to read, or a problem parcel to decide about. No login, no
 * cookie, no script; the code never stands in an address.
 */
@Path("/p")
@Produces("text/html; charset=UTF-8")
class CustomerPageResource {
  private final CodeDesk desk;
  private final Pages pages;

  CustomerPageResource(CodeDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @GET
  @Operation(hidden = true)
  public Response ask(@QueryParam("lang") Language lang, @Context HttpHeaders headers) {
    return pages.code(Language.of(lang, headers), null, 200);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response open(
      @FormParam("code") String code,
      @FormParam("lang") Language lang,
      @Context HttpHeaders headers,
      @Context HttpServerRequest request) {
    var language = Language.of(lang, headers);
    return pages.opened(language, code, desk.open(code, addressOf(request)));
  }

  @POST
  @Path("decision")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response decide(
      @BeanParam DecisionFields fields,
      @FormParam("lang") Language lang,
      @Context HttpHeaders headers,
      @Context HttpServerRequest request) {
    var language = Language.of(lang, headers);
    var opened = desk.open(fields.code(), addressOf(request));
    var wrong = fields.wrong();
    if (wrong != null) {
      return pages.again(language, fields, opened, wrong);
    }
    desk.decide(fields.code(), fields.decision());
    return pages.done(language);
  }

  /** Guessers learn nothing: a wrong, an old and a used code look the same. */
  @ServerExceptionMapper
  public Response refused(DomainException refusal, @Context HttpHeaders headers) {
    var language = Language.of(null, headers);
    var wait = refusal.members().get(Problem.RETRY_AFTER);
    return wait == null
        ? pages.code(language, "notValid", 404)
        : Response.fromResponse(pages.code(language, "tooOften", 429))
            .header(HttpHeaders.RETRY_AFTER, wait)
            .build();
  }

  private static String addressOf(HttpServerRequest request) {
    return request.remoteAddress().hostAddress();
  }
}
