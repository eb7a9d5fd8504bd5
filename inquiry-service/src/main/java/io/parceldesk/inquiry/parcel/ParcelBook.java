package io.parceldesk.inquiry.parcel;

import static java.util.stream.Collectors.toMap;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.deadline.TimeLimits;
import io.parceldesk.chassis.deadline.TimeLimits.TimeLimit;
import io.parceldesk.chassis.outbox.Outbox;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.contracts.ParcelEvent;
import io.parceldesk.contracts.ParcelEvent.ParcelAccepted;
import io.parceldesk.contracts.Topics;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.ParcelAwaited;
import io.parceldesk.inquiry.ParcelRepository;
import io.parceldesk.inquiry.ParcelScanned;
import io.parceldesk.inquiry.ParcelTerms;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.ScanHistory;
import io.parceldesk.inquiry.SealedParty;
import io.parceldesk.inquiry.ThoroughLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Writes what was told of parcels, in the caller's transaction: whatever comes twice, late or in
 * another order makes the same parcels.
 */
@ApplicationScoped
class ParcelBook {
  /** A scanner's clock may be wrong, but a scan that lies days ahead was never made (REG-02). */
  private static final Duration WRONG_CLOCKS = Duration.ofDays(1);

  private final ParcelRepository parcels;
  private final ScanHistory history;
  private final TimeLimits limits;
  private final Outbox outbox;
  private final Seal seal;
  private final BlindIndex index;
  private final Sql sql;
  private final Event<ParcelScanned> scanned;
  private final Event<ParcelAwaited> awaited;

  ParcelBook(
      ParcelRepository parcels,
      ScanHistory history,
      TimeLimits limits,
      Outbox outbox,
      Seal seal,
      BlindIndex index,
      Sql sql,
      Event<ParcelScanned> scanned,
      Event<ParcelAwaited> awaited) {
    this.parcels = parcels;
    this.history = history;
    this.limits = limits;
    this.outbox = outbox;
    this.seal = seal;
    this.index = index;
    this.sql = sql;
    this.scanned = scanned;
    this.awaited = awaited;
  }

  /** How many of them really were news. */
  int write(List<ParcelNews> all) {
    var now = lock(all);
    requireScanned(all, now);
    var known = loadOrBegin(all);
    var limit = limits.at(now);
    var events =
        all.stream().map(news -> apply(news, known.get(news.waybill()), limit, now)).toList();
    parcels
        .flush(); // scans refer to parcels, and what is refused is refused before it is announced
    var fresh = history.add(all.stream().flatMap(news -> news.scans().stream()).toList());
    outbox.together(() -> events.stream().flatMap(List::stream).forEach(this::append));
    all.stream()
        .flatMap(news -> news.scans().stream())
        .filter(scan -> fresh.contains(scan.scanId()))
        .forEach(scan -> scanned.fire(new ParcelScanned(known.get(scan.waybill()), scan)));
    events.stream()
        .flatMap(List::stream)
        .filter(ParcelAccepted.class::isInstance)
        .map(accepted -> known.get(accepted.waybill()))
        .filter(parcel -> parcel.lastScan() == null && !parcel.isThoroughlyDelayed(now))
        .forEach(parcel -> awaited.fire(new ParcelAwaited(parcel, now)));
    return (int)
        IntStream.range(0, all.size())
            .filter(i -> !events.get(i).isEmpty() || all.get(i).tellsAnyOf(fresh))
            .count();
  }

  private void append(ParcelEvent event) {
    outbox.append(Parcel.streamOf(event.waybill()), Topics.PARCEL, event);
  }

  private Instant lock(List<ParcelNews> all) {
    outbox.beginStreams(
        "PARCEL",
        all.stream().collect(toMap(ParcelNews::stream, ParcelNews::waybill, (a, b) -> a)));
    return sql.first("select clock_timestamp() as now", row -> SqlValue.instant(row, "now"))
        .orElseThrow();
  }

  private static void requireScanned(List<ParcelNews> all, Instant now) {
    var latest = now.plus(WRONG_CLOCKS);
    if (all.stream().flatMap(news -> news.scans().stream()).anyMatch(s -> s.at().isAfter(latest))) {
      throw DomainException.refusedByRule(
          "REG-02", "scan-in-the-future", "A scan cannot lie more than a day ahead");
    }
  }

  private Map<String, Parcel> loadOrBegin(List<ParcelNews> all) {
    var waybills = all.stream().map(ParcelNews::waybill).distinct().sorted().toList();
    var known =
        new HashMap<>(
            parcels.all(waybills).stream().collect(toMap(Parcel::waybill, Function.identity())));
    for (var waybill : waybills) {
      if (!known.containsKey(waybill)) {
        var parcel = new Parcel(waybill);
        parcels.persist(parcel);
        known.put(waybill, parcel);
      }
    }
    return known;
  }

  private List<ParcelEvent> apply(
      ParcelNews news, Parcel parcel, TimeLimits.Book book, Instant now) {
    var events = new ArrayList<ParcelEvent>();
    if (news.line() != null) {
      var terms = news.line().form().terms();
      events.addAll(
          parcel.accept(
              terms,
              sealed(news.line().sender(), parcel.sender()),
              sealed(news.line().recipient(), parcel.recipient()),
              limit(terms, book, now)));
    }
    events.addAll(parcel.follow(news.scans()));
    events.addAll(parcel.fallDue(now)); // what is late already is no matter of the sweep
    return events;
  }

  /** Counted from the promised time on (REG-07, AMB-13). */
  private static ThoroughLimit limit(ParcelTerms terms, TimeLimits.Book book, Instant now) {
    return terms.promisedAt() == null
        ? null
        : book.limit("THOROUGH_DELAY", terms.route().name(), terms.promisedAt())
            .map(limit -> limit(limit, now))
            .orElse(null);
  }

  /**
   * A limit that has passed when it becomes known is not near: what is long past bothers nobody.
   */
  private static ThoroughLimit limit(TimeLimit limit, Instant now) {
    var near = now.isBefore(limit.dueAt()) ? limit.warningAt() : null;
    return new ThoroughLimit(near, limit.dueAt(), limit.policy());
  }

  /** Sealing anew what is the same would only look like a change. */
  private SealedParty sealed(Party told, SealedParty stored) {
    if (stored != null
        && told.equals(seal.show(stored.sealed(), Party.class, party -> party, null))) {
      return stored;
    }
    return new SealedParty(seal.seal(told), index.phone(told.phone()), index.name(told.name()));
  }
}
