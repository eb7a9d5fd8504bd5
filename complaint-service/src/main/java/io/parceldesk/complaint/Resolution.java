package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.problem.DomainException;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;

/** How a complaint gets its answer: what was promised, found, planned, carried out and told. */
@Embeddable
public class Resolution {
  private Instant promisedReplyAt;
  private Boolean founded;
  private String explanation;
  private String outletStatement;
  @Embedded private Investigation investigation;
  @Embedded private Plan plan;
  private Instant customerToldAt;

  @Enumerated(EnumType.STRING)
  private ClaimOutcome claimOutcome;

  @Convert(converter = AccountabilityJson.class)
  @ColumnTransformer(write = "?::jsonb")
  private List<Accountability> accountability = List.of();

  protected Resolution() {
    // nothing is known yet
  }

  static void requireFuture(Instant promise, Instant now) {
    if (promise != null && !promise.isAfter(now)) {
      throw DomainException.refusedByRule(
          "SLA-17", "promise-in-past", "promisedReplyAt must be in the future");
    }
  }

  static void requirePast(Instant toldAt, Instant now) {
    if (toldAt.isAfter(now)) {
      throw DomainException.refusedByRule(
          "SLA-21", "told-in-future", "customerToldAt must not be in the future");
    }
  }

  void promised(Instant at) {
    promisedReplyAt = at;
  }

  void foundReasons() {
    founded = true;
  }

  void clearedUp(String tactfully, Instant at) {
    founded = false;
    explanation = tactfully;
    customerToldAt = at;
  }

  void stated(String sealed) {
    outletStatement = sealed;
  }

  void found(Investigation result) {
    investigation = result;
  }

  void planned(Plan how) {
    plan = how;
  }

  void carriedOut(Instant toldAt, List<Accountability> answering) {
    customerToldAt = toldAt;
    accountability = Stream.concat(accountability.stream(), answering.stream()).toList();
  }

  void claimed(ClaimOutcome outcome) {
    claimOutcome = outcome;
  }

  /** It is that of another complaint too: what became of a claim, and what was promised, count. */
  Change takenIn(Resolution other, Change change, Instant now) {
    claimOutcome = claimOutcome == null ? other.claimOutcome : claimOutcome;
    var theirs = other.promisedReplyAt;
    if (theirs == null || !theirs.isAfter(now)) {
      return change;
    }
    // where both were promised a reply, the clocks see to it
    var isNew = promisedReplyAt == null || !promisedReplyAt.isAfter(now);
    promisedReplyAt = isNew || theirs.isBefore(promisedReplyAt) ? theirs : promisedReplyAt;
    return isNew ? change.starts("PROMISED_REPLY", theirs) : change;
  }

  public Instant promisedReplyAt() {
    return promisedReplyAt;
  }

  public Boolean founded() {
    return founded;
  }

  public String explanation() {
    return explanation;
  }

  /** What the outlet answered through its own system, sealed, or null. */
  public String outletStatement() {
    return outletStatement;
  }

  /** Null before the complaint was investigated. */
  public Investigation investigation() {
    return investigation;
  }

  /** Null before a plan was proposed. */
  public Plan plan() {
    return plan;
  }

  /** When the customer was given the answer, or null. */
  public Instant customerToldAt() {
    return customerToldAt;
  }

  /** What became of the claim that it was referred to, or null. */
  public ClaimOutcome claimOutcome() {
    return claimOutcome;
  }

  public List<Accountability> accountability() {
    return accountability;
  }
}
