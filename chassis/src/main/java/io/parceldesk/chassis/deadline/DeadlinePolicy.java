package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonIgnore;
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

  /** The same in force now, for open deadlines too. */
  DeadlinePolicy forOpenToo(Instant now) {
    return new DeadlinePolicy(id, version, terms.forOpenToo(), now, author, createdAt);
  }

  /** Nobody passes for the platform itself. */
  static String authorOf(String admin) {
    return admin.equals(SHIPPED) ? admin + " (admin)" : admin;
  }

  @JsonIgnore
  public boolean isShipped() {
    return author.equals(SHIPPED);
  }

  /**
   * The rules as one text, as events and views give them; a company's own rule is its policy's id.
   */
  public String rule() {
    return terms.rules().isEmpty() ? id : String.join(", ", terms.rules());
  }

  /** As events name it. */
  public String reference() {
    return id + "@" + version;
  }
}
