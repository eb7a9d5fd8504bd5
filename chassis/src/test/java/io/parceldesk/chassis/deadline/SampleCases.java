package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
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

  private final Transactions transactions;
  private final Sql sql;

  SampleCases(Repository repository, CaseDesk desk, Transactions transactions, Sql sql) {
    super(CaseKind.COMPLAINT, "sample_case", "/samples", repository, desk);
    this.transactions = transactions;
    this.sql = sql;
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

  /** What a lock gives. */
  private record Locked(UUID caseId, Instant now) {}

  /**
   * Does something under the lock of the case, with the database's time; what came due by then has
   * not fired, as it would have before any change.
   */
  void with(CaseNumber number, BiConsumer<SampleCase, Instant> work) {
    transactions.run(
        () -> {
          var locked = lock(number);
          work.accept(load(locked.caseId), locked.now);
          return null;
        });
  }

  private Locked lock(CaseNumber number) {
    return sql.first(
            """
            with locked as materialized (
              select case_id from case_stream where number = ? for update)
            select case_id, clock_timestamp() as now from locked
            """,
            row -> new Locked(SqlValue.uuid(row, "case_id"), SqlValue.instant(row, "now")),
            number.text())
        .orElseThrow();
  }
}
