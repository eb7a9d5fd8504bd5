package io.parceldesk.claims.evidence;

import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseAction;
import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.EvidenceFile;
import io.parceldesk.claims.EvidenceSlot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The files of a case. The same file sent again changes nothing, so it needs no key. */
abstract class EvidenceResource<C extends Case, V> {
  private final Cases<C> cases;
  private final CaseAction action;
  private final EvidenceDesk desk;
  private final Downloads downloads;

  EvidenceResource(Cases<C> cases, CaseAction action, EvidenceDesk desk, Downloads downloads) {
    this.cases = cases;
    this.action = action;
    this.desk = desk;
    this.downloads = downloads;
  }

  abstract V view(CaseFile<C> file);

  /** Refuses whose part in the case it is not. */
  abstract void requirePart(C subject);

  abstract Change receive(C subject, EvidenceSlot slot);

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary = "A JPEG, PNG or PDF file for a place of the checklist",
      description =
          "Parts: slot, file, and consent=true with an identity paper or bank data. What the file"
              + " is its bytes say; a name or type that says otherwise is refused.")
  public RestResponse<V> add(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @BeanParam EvidenceForm form) {
    var file =
        cases.change(
            number,
            ifMatch,
            action,
            (subject, now) -> {
              requirePart(subject);
              return receive(subject, desk.add(subject, form, now));
            });
    return CaseAnswers.ok(file, view(file));
  }

  @GET
  @Operation(summary = "What files there are, in the order of their coming, without their bytes")
  public Page<EvidenceFile> list(@PathParam("number") CaseNumber number) {
    return new Page<>(desk.of(cases, number), null);
  }

  @GET
  @Path("{file}")
  @Operation(
      summary = "The file; a photo without where and with what it was taken",
      description = "Identity papers and bank data are shown by reveal only.")
  public RestResponse<StreamingOutput> show(
      @PathParam("number") CaseNumber number, @PathParam("file") UUID id) {
    var file = desk.find(cases, number, id);
    if (file.sensitive()) {
      throw new DomainException(
          403, "reveal-needed", "This file is shown by reveal only, with a reason");
    }
    return downloads.shown(number.text(), file);
  }

  @POST
  @Path("{file}/reveal")
  @Operation(
      summary = "The file byte for byte as it came in; who asked and why goes into the timeline")
  public RestResponse<StreamingOutput> reveal(
      @PathParam("number") CaseNumber number,
      @PathParam("file") UUID id,
      @Valid @NotNull RevealForm form) {
    return downloads.original(number.text(), desk.reveal(cases, number, id, form.reason()));
  }
}
