package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.FieldError;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.ParcelRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Takes in parcels and scans from the courier's own systems; being told twice changes nothing. */
@ApplicationScoped
class ParcelIntake {
  private static final int LINES_PER_TRANSACTION = 100;

  private final Transactions transactions;
  private final ParcelBook book;
  private final ParcelRepository parcels;
  private final ScanReader reader;

  ParcelIntake(
      Transactions transactions, ParcelBook book, ParcelRepository parcels, ScanReader reader) {
    this.transactions = transactions;
    this.book = book;
    this.parcels = parcels;
    this.reader = reader;
  }

  /**
   * How many of the lines brought news, and which were refused.
   *
   * @param refused the lines again, now with their errors
   */
  record Outcome(int news, List<ParcelLine> refused) {
    Outcome plus(Outcome other) {
      var all = new ArrayList<>(refused);
      all.addAll(other.refused);
      return new Outcome(news + other.news, all);
    }
  }

  Outcome accept(List<ParcelLine> lines) {
    var outcome = new Outcome(0, List.of());
    for (var from = 0; from < lines.size(); from += LINES_PER_TRANSACTION) {
      var some = lines.subList(from, Math.min(lines.size(), from + LINES_PER_TRANSACTION));
      outcome = outcome.plus(acceptTogether(some));
    }
    return outcome;
  }

  /** A line that is refused does not cost the others. */
  private Outcome acceptTogether(List<ParcelLine> lines) {
    var news = lines.stream().map(reader::news).toList();
    try {
      return new Outcome(transactions.run(() -> book.write(news)), List.of());
    } catch (DomainException e) {
      return lines.size() == 1
          ? new Outcome(0, List.of(refused(lines.get(0), e)))
          : lines.stream()
              .map(line -> acceptTogether(List.of(line)))
              .reduce(new Outcome(0, List.of()), Outcome::plus);
    }
  }

  Parcel scan(String waybill, ScanForm form) {
    return transactions.run(
        () -> {
          book.write(List.of(ParcelNews.of(reader.scan(waybill, form))));
          return parcels.require(waybill);
        });
  }

  private static ParcelLine refused(ParcelLine line, DomainException e) {
    return ParcelLine.wrong(line.number(), List.of(new FieldError("/scans", e.getMessage())));
  }
}
