package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * One version of a policy. Versions are never changed; a deadline keeps the one that it started
 * with.
 *
 * @param author {@code shipped}, or the name of the admin
 */
public record DeadlinePolicy(
    String id,
    int version,
    @JsonUnwrapped PolicyTerms terms,
    Instant effectiveFrom,
    String author,
    Instant createdAt) {

  public static final String SHIPPED = "shipped";

  public boolean isShipped() {
    return author.equals(SHIPPED);
  }

  /** As events name it. */
  public String reference() {
    return id + "@" + version;
  }
}
