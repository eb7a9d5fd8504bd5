package io.parceldesk.inquiry.tracking;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.limit.Client;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The public tracking (REG-02, art. 25). */
@Path("/api/v1/tracking")
class TrackingResource {
  private final Tracking tracking;
  private final TrackingViews views;
  private final TrackingTexts texts;
  private final BlindIndex index;

  TrackingResource(Tracking tracking, TrackingViews views, TrackingTexts texts, BlindIndex index) {
    this.tracking = tracking;
    this.views = views;
    this.texts = texts;
    this.index = index;
  }

  @GET
  @Path("{waybill}")
  @Operation(
      summary = "Where a parcel is, for anybody who has its number",
      description =
          "Texts are Chinese or English, as Accept-Language asks. With phone4, the last four digits"
              + " of the sender's or recipient's phone, both are shown, masked; digits that are not"
              + " theirs are answered like a number that nobody has, 404 nothing-to-track. 429 with"
              + " Retry-After to whoever asks too much.")
  public RestResponse<TrackingView> track(
      @PathParam("waybill") String waybill,
      @QueryParam("phone4") String phone4,
      @Context HttpHeaders headers,
      @Context HttpServerRequest request) {
    if (phone4 != null && !phone4.matches("\\d{4}")) {
      throw new DomainException(400, "bad-phone4", "phone4 must be four digits");
    }
    var client = index.client(Client.of(request.remoteAddress().hostAddress()));
    var question = new TrackingQuestion(waybill.strip().toUpperCase(Locale.ROOT), phone4, client);
    var language = texts.languageFor(headers.getAcceptableLanguages());
    return ResponseBuilder.ok(views.of(tracking.track(question), language))
        .header("Content-Language", tagOf(language))
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** The public is refused in its own words, too. */
  @ServerExceptionMapper
  public Response refused(DomainException refusal, @Context HttpHeaders headers) {
    var language = texts.languageFor(headers.getAcceptableLanguages());
    var said = texts.text(language, refusal.code());
    var problem = Problem.of(refusal.status(), refusal.code(), said, refusal.members());
    return Response.fromResponse(problem.toResponse())
        .header("Content-Language", tagOf(language))
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static String tagOf(String language) {
    return language.equals("zh") ? "zh-CN" : language;
  }
}
