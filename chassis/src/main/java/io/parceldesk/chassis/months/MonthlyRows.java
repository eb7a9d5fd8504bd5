package io.parceldesk.chassis.months;

import java.time.Instant;

/** The rows of a table that consists of months, as their owner knows them. */
public interface MonthlyRows {
  /** As {@code monthly_table} names it. Tables whose months go with it are its owner's too. */
  String table();

  /**
   * Whether something in the month is not over for good, or must be kept all the same. Part of the
   * transaction that would drop it.
   *
   * @param month the name of its table
   */
  boolean areNeeded(String month);

  /**
   * No month is older any more, so that what is remembered elsewhere about rows that were can go.
   * In small transactions of its own.
   */
  default void forgetBefore(Instant oldest) {}
}
