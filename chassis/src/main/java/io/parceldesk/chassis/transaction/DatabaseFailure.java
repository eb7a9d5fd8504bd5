package io.parceldesk.chassis.transaction;

import java.sql.SQLException;
import java.util.stream.Stream;

/** What kind of failure the database reported, by SQLSTATE. */
public final class DatabaseFailure {
  private DatabaseFailure() {}

  /** Another transaction was in the way: the same work succeeds when done again. */
  static boolean isCollision(Throwable failure) {
    return states(failure).anyMatch(state -> state.equals("40001") || state.equals("40P01"));
  }

  /** The server is gone, going or not to be reached; an exhausted pool counts as such. */
  public static boolean isOutage(Throwable failure) {
    return states(failure)
        .anyMatch(
            state ->
                state.isEmpty() // the pool's own time-out carries no state
                    || state.startsWith("08")
                    || state.startsWith("57P")
                    || state.startsWith("53")
                    || state.equals("25P03") // cut off while idle in transaction
                    || state.equals("55000")); // the database takes no connections at present
  }

  /** A constraint of the schema refused the row. */
  public static boolean isConstraint(Throwable failure) {
    return states(failure).anyMatch(state -> state.startsWith("23"));
  }

  /** A number is larger than its column. */
  public static boolean isOutOfRange(Throwable failure) {
    return states(failure).anyMatch("22003"::equals);
  }

  private static Stream<String> states(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .limit(20)
        .filter(SQLException.class::isInstance)
        .map(t -> ((SQLException) t).getSQLState() == null ? "" : ((SQLException) t).getSQLState());
  }
}
