package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.FieldError;
import io.parceldesk.contracts.Money;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.ParcelRepository;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.Route;
import io.parceldesk.inquiry.Scan;
import io.parceldesk.inquiry.SealedParty;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Parcels and scans, told by the courier's systems and shown masked (REG-09). */
@Path("/api/v1/parcels")
class ParcelResource {
  private final ParcelLines lines;
  private final ParcelIntake intake;
  private final ParcelRepository parcels;
  private final CurrentCaller caller;
  private final Seal seal;

  ParcelResource(
      ParcelLines lines,
      ParcelIntake intake,
      ParcelRepository parcels,
      CurrentCaller caller,
      Seal seal) {
    this.lines = lines;
    this.intake = intake;
    this.parcels = parcels;
    this.caller = caller;
    this.seal = seal;
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
    var news = intake.accept(right);
    var wrong =
        all.stream()
            .filter(line -> !line.isRight())
            .map(line -> new WrongLine(line.number(), line.errors()))
            .toList();
    return new Report(news, right.size() - news, wrong);
  }

  @POST
  @Path("{waybill}/scans")
  @Operation(summary = "Adds a scan; telling it again changes nothing")
  public ParcelView scan(
      @PathParam("waybill") String waybill, @NotNull @Valid ParcelForm.ScanForm scan) {
    return view(intake.scan(waybill, scan.toScan()));
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
    var terms = parcel.terms();
    return new ParcelView(
        parcel.waybill(),
        terms.route(),
        terms.dispatchedOn(),
        terms.promisedAt(),
        parcel.deliveredAt(),
        terms.fromOutlet(),
        terms.toOutlet(),
        terms.freightMoney(),
        terms.insuredMoney(),
        masked(parcel.sender()),
        masked(parcel.recipient()),
        parcel.scans());
  }

  private Party.Masked masked(SealedParty party) {
    return seal.open(party.sealed(), Party.class).masked();
  }

  /** How many lines brought news, how many told what was known, and which were wrong. */
  record Report(int accepted, int unchanged, List<WrongLine> wrong) {}

  record WrongLine(int line, List<FieldError> errors) {}

  record ParcelView(
      String waybill,
      Route route,
      LocalDate dispatchedOn,
      Instant promisedAt,
      Instant deliveredAt,
      String fromOutlet,
      String toOutlet,
      Money freight,
      Money insuredAmount,
      Party.Masked sender,
      Party.Masked recipient,
      List<Scan> scans) {}
}
