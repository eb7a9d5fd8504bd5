package io.parceldesk.claims.tariffs;

import static io.parceldesk.claims.compensation.TariffVersion.SHIPPED;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.claims.compensation.TariffId;
import io.parceldesk.claims.compensation.TariffVersion;
import io.parceldesk.claims.compensation.Tariffs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Where admins read and write tariffs. A version is added, never changed. */
@ApplicationScoped
class TariffDesk {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** What the law gives everybody to learn of a change (REG-02 art. 22). */
  private static final int DAYS_OF_NOTICE = 10;

  private final Tariffs tariffs;
  private final Transactions transactions;
  private final CurrentCaller caller;

  TariffDesk(Tariffs tariffs, Transactions transactions, CurrentCaller caller) {
    this.tariffs = tariffs;
    this.transactions = transactions;
    this.caller = caller;
  }

  List<TariffVersion> validToday() {
    var today = LocalDate.ofInstant(tariffs.now(), ZONE);
    return Arrays.stream(TariffId.values()).map(id -> tariffs.validOn(id, today)).toList();
  }

  TariffView get(String id) {
    var known = known(id);
    var today = LocalDate.ofInstant(tariffs.now(), ZONE);
    return new TariffView(tariffs.validOn(known, today), tariffs.versions(known));
  }

  /** The next version of a tariff that the caller has read. */
  TariffVersion amend(String id, IfMatch ifMatch, TariffForm form) {
    var known = known(id);
    var terms = terms(known, form);
    return transactions.run(
        () -> {
          tariffs.lock();
          var newest = tariffs.versions(known).size();
          ifMatch.require(newest);
          var version = version(known, newest + 1, terms, form);
          tariffs.add(version);
          return version;
        });
  }

  private TariffVersion version(TariffId id, int number, Object terms, TariffForm form) {
    var now = tariffs.now();
    var publishedAt = form.publishedAt() == null ? now : form.publishedAt();
    requireNotice(form.effectiveFrom(), publishedAt, now);
    return new TariffVersion(id, number, terms, publishedAt, form.effectiveFrom(), author(), now);
  }

  /** Nobody's parcel that is on its way gets another tariff. */
  private static void requireNotice(LocalDate effectiveFrom, Instant publishedAt, Instant now) {
    var earliest = LocalDate.ofInstant(publishedAt, ZONE).plusDays(DAYS_OF_NOTICE);
    var tomorrow = LocalDate.ofInstant(now, ZONE).plusDays(1);
    if (effectiveFrom.isBefore(earliest) || effectiveFrom.isBefore(tomorrow)) {
      throw DomainException.refusedByRule(
              "REG-02",
              "too-little-notice",
              "A tariff is made public ten days before it is valid, and is never valid for the"
                  + " past")
          .with("earliest", earliest.isBefore(tomorrow) ? tomorrow : earliest);
    }
  }

  private static Object terms(TariffId id, TariffForm form) {
    try {
      return id.termsOf(form.terms());
    } catch (JsonProcessingException e) {
      throw InvalidBody.unreadable("/terms", e);
    }
  }

  private static TariffId known(String id) {
    return TariffId.of(id).orElseThrow(() -> DomainException.notFound("Tariff " + id));
  }

  /** Nobody passes for the platform itself. */
  private String author() {
    var name = caller.get().name();
    return name.equals(SHIPPED) ? name + " (admin)" : name;
  }
}
