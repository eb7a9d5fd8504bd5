package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Sample cases, and what tests do to their clocks. */
@Singleton
class SampleCases extends Cases<SampleCase> {

  @ApplicationScoped
  static class Repository implements PanacheRepositoryBase<SampleCase, UUID> {}

  SampleCases(Repository repository, CaseDesk desk) {
    super(CaseKind.COMPLAINT, "sample_case", "/samples", repository, desk);
  }

  /** A case that opens without any clock. */
  CaseNumber open() {
    return open("PLAIN", 1).subject().number();
  }

  CaseFile<SampleCase> open(String category, int stars) {
    return open(OpeningRequest.byRequest(null, false), category, stars);
  }

  /** On a waybill, whether or not another case is open there. */
  CaseFile<SampleCase> openOn(String waybill, String category) {
    return open(OpeningRequest.byRequest(waybill, true), category, 5);
  }

  private CaseFile<SampleCase> open(OpeningRequest request, String category, int stars) {
    return open(
        request,
        ticket -> new SampleCase(ticket, request.waybill(), category, stars),
        (opened, clocks) -> Change.of("registration", null, SampleCase.Status.OPEN));
  }

  /** At an outlet, whose calendar counts. */
  CaseFile<SampleCase> openAt(String outlet, String category) {
    return open(
        OpeningRequest.byRequest(null, false),
        ticket -> new SampleCase(ticket, null, category, 1).at(outlet),
        (opened, clocks) -> Change.of("registration", null, SampleCase.Status.OPEN));
  }

  /** Does something under the lock of the case, with the database's time. */
  void with(CaseNumber number, BiConsumer<SampleCase, Instant> work) {
    note(
        number,
        (subject, now) -> {
          work.accept(subject, now);
          return null;
        });
  }
}
