package io.parceldesk.inquiry.parcel;

import static java.util.Comparator.comparing;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.outbox.Outbox;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.contracts.ParcelEvent;
import io.parceldesk.contracts.Topics;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.ParcelRepository;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.Scan;
import io.parceldesk.inquiry.SealedParty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Takes in parcels and scans from the courier's own systems; being told twice changes nothing. */
@ApplicationScoped
class ParcelIntake {
  private static final int LINES_PER_TRANSACTION = 100;

  private final Transactions transactions;
  private final ParcelRepository parcels;
  private final Outbox outbox;
  private final Seal seal;
  private final BlindIndex index;

  ParcelIntake(
      Transactions transactions,
      ParcelRepository parcels,
      Outbox outbox,
      Seal seal,
      BlindIndex index) {
    this.transactions = transactions;
    this.parcels = parcels;
    this.outbox = outbox;
    this.seal = seal;
    this.index = index;
  }

  /**
   * Returns how many of the lines brought news. Lines are taken in ascending order of their locks.
   */
  int accept(List<ParcelLine> lines) {
    var inOrder = lines.stream().sorted(comparing(ParcelLine::stream)).toList();
    var news = 0;
    for (var from = 0; from < inOrder.size(); from += LINES_PER_TRANSACTION) {
      var some = inOrder.subList(from, Math.min(inOrder.size(), from + LINES_PER_TRANSACTION));
      news += transactions.run(() -> (int) some.stream().filter(this::accept).count());
    }
    return news;
  }

  Parcel scan(String waybill, Scan scan) {
    return transactions.run(
        () -> {
          lock(waybill);
          var parcel = parcels.require(waybill);
          announce(parcel, parcel.add(scan).stream());
          return parcel;
        });
  }

  private boolean accept(ParcelLine line) {
    var waybill = line.form().waybill();
    lock(waybill);
    var parcel = parcels.findByIdOptional(waybill).orElseGet(() -> new Parcel(waybill));
    var events = new ArrayList<ParcelEvent>();
    parcel
        .accept(
            line.form().terms(),
            sealed(line.sender(), parcel.sender()),
            sealed(line.recipient(), parcel.recipient()))
        .ifPresent(events::add);
    var known = parcel.scans().size();
    for (var scan : line.form().toScans()) {
      parcel.add(scan).ifPresent(events::add);
    }
    parcels.persist(parcel); // known ones are persistent already
    announce(parcel, events.stream());
    return !events.isEmpty() || parcel.scans().size() > known;
  }

  private void lock(String waybill) {
    outbox.beginStream(Parcel.streamOf(waybill), "PARCEL", waybill);
  }

  private void announce(Parcel parcel, Stream<? extends ParcelEvent> events) {
    parcels.flush(); // what the schema refuses is refused before anything is announced
    events.forEach(event -> outbox.append(Parcel.streamOf(parcel.waybill()), Topics.PARCEL, event));
  }

  /** Sealing anew what is the same would only look like a change. */
  private SealedParty sealed(Party told, SealedParty stored) {
    if (stored != null && told.equals(seal.open(stored.sealed(), Party.class))) {
      return stored;
    }
    return new SealedParty(seal.seal(told), index.phone(told.phone()), index.name(told.name()));
  }
}
