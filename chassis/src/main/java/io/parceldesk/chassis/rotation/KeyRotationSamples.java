package io.parceldesk.chassis.rotation;

import io.micrometer.core.instrument.Tags;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.chassis.watch.Sample;
import io.parceldesk.chassis.watch.Sample.Point;
import io.parceldesk.chassis.watch.Sampled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/** How many rows are still to be looked at, and how many cannot be opened for want of a key. */
@ApplicationScoped
class KeyRotationSamples implements Sampled {
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final Progress progress;
  private final Transactions transactions;

  KeyRotationSamples(Progress progress, Transactions transactions) {
    this.progress = progress;
    this.transactions = transactions;
  }

  @Override
  public List<Sample> samples() {
    return List.of(
        new Sample(
            "parceldesk.keys.rows.left",
            "Rows that an earlier key sealed",
            EVERY,
            () -> sum(TableProgress::rowsLeft)),
        new Sample(
            "parceldesk.keys.rows.unreadable",
            "Rows whose key is not configured",
            EVERY,
            () -> sum(TableProgress::unreadable)));
  }

  private List<Point> sum(ToLongFunction<TableProgress> rows) {
    var all = transactions.runNew(() -> progress.state().stream().mapToLong(rows).sum());
    return List.of(new Point(Tags.empty(), all));
  }
}
