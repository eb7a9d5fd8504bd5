package io.parceldesk.notification.template;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.notification.MessageChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What messages say, per channel and language. */
@Path("/api/v1/templates")
@Tag(name = "Templates")
class TemplateResource {
  private final TemplateDesk desk;
  private final Preview preview;

  TemplateResource(TemplateDesk desk, Preview preview) {
    this.desk = desk;
    this.preview = preview;
  }

  @GET
  @Operation(summary = "The words in use of every message")
  public Page<TemplateView> list() {
    return new Page<>(desk.list().stream().map(TemplateView::of).toList(), null);
  }

  @GET
  @Path("{key}/{locale}")
  @Operation(
      summary = "The words of one message in one language, by channel",
      description = "With ?channel= also all versions, and an ETag to change them with.")
  public RestResponse<Page<TemplateView>> get(
      @PathParam("key") String key,
      @PathParam("locale") String locale,
      @QueryParam("channel") MessageChannel channel) {
    if (channel == null) {
      return RestResponse.ok(
          new Page<>(desk.newest(key, locale).stream().map(TemplateView::of).toList(), null));
    }
    var newest = TemplateView.of(desk.versions(key, locale, channel));
    return ResponseBuilder.ok(new Page<>(List.of(newest), null))
        .tag(Integer.toString(newest.version()))
        .build();
  }

  @PUT
  @Path("{key}/{locale}")
  @Operation(
      summary = "Adds the next version of the words; If-Match names the newest one, 0 for none",
      description =
          "Refused are values that are not known, templates that cannot be read, an SMS that could"
              + " get longer than two segments, and words that hold a number or an address of a"
              + " person.")
  public RestResponse<TemplateView> write(
      @PathParam("key") String key,
      @PathParam("locale") String locale,
      @QueryParam("channel") MessageChannel channel,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @NotNull @Valid TemplateForm form) {
    if (channel == null || channel == MessageChannel.WEBHOOK) {
      throw new DomainException(400, "channel-required", "Say ?channel=SMS or ?channel=EMAIL");
    }
    if (ifMatch == null || ifMatch.header() == null || ifMatch.header().isBlank()) {
      throw new DomainException(
          428, "if-match-required", "Say with If-Match which version you read");
    }
    var written = TemplateView.of(desk.write(key, locale, channel, ifMatch, form.toSource()));
    return ResponseBuilder.ok(written).tag(Integer.toString(written.version())).build();
  }

  @POST
  @Path("{key}/{locale}/preview")
  @Operation(summary = "The message as its recipient would read it; an SMS also in its parts")
  public PreviewView preview(
      @PathParam("key") String key,
      @PathParam("locale") String locale,
      @NotNull @Valid PreviewForm form) {
    if (form.channel() == MessageChannel.WEBHOOK) {
      throw new DomainException(400, "channel-required", "Only SMS and EMAIL have words");
    }
    return preview.of(key, locale, form);
  }
}
