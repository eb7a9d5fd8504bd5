package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.chassis.retention.SubjectRequest.Kind;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What persons ask for about their own data (REG-10). Each service answers for its own. */
@Path("/api/v1/subject-requests")
@Tag(name = "Retention")
class SubjectRequestResource {
  private static final int PAGE = 50;

  private final SubjectDesk desk;
  private final SubjectRequests requests;
  private final Forms forms;

  SubjectRequestResource(SubjectDesk desk, SubjectRequests requests, Forms forms) {
    this.desk = desk;
    this.requests = requests;
    this.forms = forms;
  }

  @POST
  @Operation(
      summary = "Tells everything that is held on a person, or erases it",
      description =
          "EXPORT answers with the data, once. ERASURE anonymises at once what is closed and not"
              + " needed for claims any more, and lists what is kept: OPEN, LEGAL_HOLD, MERGED,"
              + " PERIOD_RUNS until a day, or what the kind of data says. Of the phone or address"
              + " only a keyed fingerprint is stored.")
  public RestResponse<SubjectRequest> handle(SubjectRequestForm form) {
    var request = desk.handle(forms.valid(form).kind(), forms.valid(form.person()));
    return RestResponse.ResponseBuilder.create(Response.Status.CREATED, request)
        .location(URI.create("/api/v1/subject-requests/" + request.id()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @Operation(summary = "The requests, the newest first; a page has 50")
  public Page<SubjectRequest> list(
      @Parameter(description = "The id of the last one of the page before") @QueryParam("cursor")
          UUID cursor) {
    var page = requests.list(cursor, PAGE);
    var isFull = page.size() == PAGE;
    return new Page<>(page, isFull ? page.get(PAGE - 1).id().toString() : null);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A request with what came of each thing; never the data itself")
  public SubjectRequest one(@PathParam("id") UUID id) {
    return requests.require(id);
  }

  /** Who wants what, by phone or e-mail, and why we know that it is the person. */
  record SubjectRequestForm(@NotNull Kind kind, String phone, String email, String reason) {
    private Person person() {
      return new Person(phone, email, reason);
    }
  }
}
