package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.FieldError;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.ParcelRepository;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Parcels and scans, told by the courier's systems and shown masked (REG-09). */
@Path("/api/v1/parcels")
class ParcelResource {
  private final ParcelLines lines;
  private final ParcelIntake intake;
  private final ParcelRepository parcels;
  private final CurrentCaller caller;
  private final ParcelViews views;

  ParcelResource(
      ParcelLines lines,
      ParcelIntake intake,
      ParcelRepository parcels,
      CurrentCaller caller,
      ParcelViews views) {
    this.lines = lines;
    this.intake = intake;
    this.parcels = parcels;
    this.caller = caller;
    this.views = views;
  }

  @POST
  @Consumes("application/x-ndjson")
  @Operation(
      summary = "Takes in parcels, one JSON object a line",
      description =
          "Lines that are right are kept even where others are wrong; the answer names the wrong"
              + " ones by their numbers. Sending a line again changes nothing.")
  public Report accept(String body) {
    var all = lines.read(body);
    var right = all.stream().filter(ParcelLine::isRight).toList();
    var outcome = intake.accept(right);
    var wrong =
        Stream.concat(all.stream().filter(line -> !line.isRight()), outcome.refused().stream())
            .sorted(Comparator.comparing(ParcelLine::number))
            .map(line -> new WrongLine(line.number(), line.errors()))
            .toList();
    return new Report(
        outcome.news(), right.size() - outcome.news() - outcome.refused().size(), wrong);
  }

  @POST
  @Path("{waybill}/scans")
  @Operation(
      summary = "Adds a scan; telling it again changes nothing",
      description =
          "A scan may come before its parcel is told of. The scanId is its identity: 409"
              + " scan-id-taken when it names another scan already.")
  public ParcelView scan(@PathParam("waybill") String waybill, @NotNull @Valid ScanForm scan) {
    if (!waybill.matches(ParcelForm.WAYBILL)) {
      throw new DomainException(400, "bad-waybill", "A waybill " + ParcelForm.WAYBILL_MESSAGE);
    }
    if (scan.waybill() != null && !scan.waybill().equals(waybill)) {
      throw new InvalidBody("/waybill", "differs from the address");
    }
    return view(intake.scan(waybill, scan));
  }

  @GET
  @Path("{waybill}")
  @Transactional
  @Operation(summary = "A parcel with its scans; its parties are masked")
  public ParcelView parcel(@PathParam("waybill") String waybill) {
    var parcel = parcels.require(waybill);
    if (caller.get().isOutletOnly() && !parcel.concerns(caller.get().outlet())) {
      throw new DomainException(403, "other-outlet", "This parcel belongs to other outlets");
    }
    return view(parcel);
  }

  private ParcelView view(Parcel parcel) {
    return views.of(parcel);
  }

  /** How many lines brought news, how many told what was known, and which were wrong. */
  record Report(int accepted, int unchanged, List<WrongLine> wrong) {}

  record WrongLine(int line, List<FieldError> errors) {}
}
