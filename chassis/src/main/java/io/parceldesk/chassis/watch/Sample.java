package io.parceldesk.chassis.watch;

import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * A number that has to be asked for, such as how many cases are open: read every so often and not
 * when somebody scrapes, so that scraping costs nothing and goes on while a server is away.
 *
 * @param name of the metric, which has a base unit as its last word where it has one
 * @param every at the shortest; what takes long to read is read less often
 * @param read one point for each combination of labels, of which there must be few
 */
public record Sample(String name, String description, Duration every, Supplier<List<Point>> read) {

  /** A value and its labels. */
  public record Point(Tags tags, double value) {}
}
