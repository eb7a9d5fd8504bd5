package io.parceldesk.chassis.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Token buckets that hold across replicas. Taking is one statement in a transaction of its own, so
 * that what was taken stays taken whatever becomes of the request.
 */
@ApplicationScoped
public class Allowances {
  private static final String TAKE =
      """
      insert into allowance as a (key, tokens) values (?, ?::float8 - 1)
      on conflict (key) do update
        set tokens = least(?::float8, a.tokens + ?::float8 * extract(epoch from clock_timestamp() - a.refilled_at)) - 1,
            refilled_at = clock_timestamp()
        where a.tokens + ?::float8 * extract(epoch from clock_timestamp() - a.refilled_at) >= 1
      """;

  private static final String WAIT =
      """
      select ceil((1 - tokens) / ?::float8 - extract(epoch from clock_timestamp() - refilled_at))::bigint
        from allowance where key = ?
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final MeterRegistry metrics;

  Allowances(Sql sql, Transactions transactions, MeterRegistry metrics) {
    this.sql = sql;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  /** So many at once; what was taken comes back evenly over the time. */
  public record Allowance(int most, Duration per) {
    double perSecond() {
      return (double) most / per.toSeconds();
    }
  }

  /** Takes one; when there is none, how many seconds it is until there will be. */
  public Optional<Long> take(String key, Allowance allowance) {
    var wait = wait(key, allowance);
    wait.ifPresent(seconds -> refused(key));
    return wait;
  }

  /** The last part of a key names the client; what comes before it is one of a few. */
  private void refused(String key) {
    var parts = key.split("/", 3);
    var what = parts.length == 3 ? parts[0] + "/" + parts[1] : parts[0];
    metrics.counter("parceldesk.allowance.refusals", "allowance", what).increment();
  }

  private Optional<Long> wait(String key, Allowance allowance) {
    var rate = allowance.perSecond();
    return transactions.runNew(
        () -> {
          var most = (double) allowance.most();
          var taken = sql.update(TAKE, key, most, most, rate, rate) == 1;
          return taken ? Optional.empty() : Optional.of(secondsUntilNext(key, rate));
        });
  }

  /** What was taken turned out not to count. */
  public void giveBack(String key, Allowance allowance) {
    transactions.runNew(
        () ->
            sql.update(
                "update allowance set tokens = least(?::float8, tokens + 1) where key = ?",
                (double) allowance.most(),
                key));
  }

  private long secondsUntilNext(String key, double rate) {
    return Math.max(1, sql.first(WAIT, row -> row.getLong(1), rate, key).orElse(1L));
  }
}
