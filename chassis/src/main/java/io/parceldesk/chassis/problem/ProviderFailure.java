package io.parceldesk.chassis.problem;

import io.quarkus.oidc.OIDCException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells a token that nobody could check from one that is wrong. */
final class ProviderFailure {
  static final Problem PROBLEM =
      Problem.of(503, "temporarily-unavailable", "The token cannot be checked now; try again");

  private ProviderFailure() {}

  /** Whether the provider's keys could not be had, so that another try may succeed. */
  static boolean isOutage(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof OIDCException
                    || cause instanceof IOException
                    || cause instanceof TimeoutException);
  }
}
