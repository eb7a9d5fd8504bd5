package io.parceldesk.chassis.cases;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * What the row of every case says, whatever its kind, and the one way from a status to the next. A
 * kind adds its own rules and columns, and says what came in and who owns it.
 *
 * @param <S> the life cycle of the kind
 */
@MappedSuperclass
public abstract class StoredCase<S extends Enum<S> & CaseStatus<S>> implements Case {
  @Id private UUID id;
  private String number;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private S status;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private Instant openedAt;
  private Instant closedAt;
  private Instant anonymisedAt;

  protected StoredCase() {
    // for the persistence provider
  }

  /** It makes its own id, so that no event ever has to wait for one. */
  protected StoredCase(Ticket ticket, S first, Intake intake) {
    id = UuidCreator.getTimeOrderedEpoch();
    number = ticket.number().text();
    status = first;
    priority = Priority.of(intake.urgent(), intake.tier(), ticket.repeatedContact());
    openedAt = ticket.now();
  }

  /** What came in. */
  protected abstract Intake intake();

  /** The parcel that it is about, or null. */
  public String waybill() {
    return intake().waybill();
  }

  /** It comes from no status. */
  protected Change opening(String action) {
    return Change.of(action, null, status);
  }

  /** 409 where its life cycle has no such way. */
  protected Change become(S next, String action) {
    if (!status.leadsTo(next)) {
      throw new IllegalTransition(status, next);
    }
    var change = Change.of(action, status, next);
    status = next;
    return change;
  }

  /** Something worth telling that leaves the status as it is. */
  protected Change within(String action) {
    return Change.within(action, statusName());
  }

  protected void closeAt(Instant now) {
    closedAt = now;
  }

  protected void openAgain() {
    closedAt = null;
  }

  /** It gets no less urgent by that. */
  protected void raiseTo(Priority least) {
    priority = priority.atLeast(least);
  }

  /** Whom its events name: its owner, unless the kind says otherwise. */
  protected Owner named() {
    return owner();
  }

  @Override
  public CaseFacts facts() {
    var named = named();
    return new CaseFacts(
        number,
        number().kind().name(),
        status.name(),
        priority.name(),
        intake().tier().name(),
        waybill(),
        openedAt,
        named.outlet(),
        named.department());
  }

  @Override
  public CaseProfile profile() {
    return new CaseProfile(
        id,
        number().kind(),
        intake().category().name(),
        null,
        intake().tier(),
        intake().urgent(),
        intake().channel(),
        owner().outlet());
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public CaseNumber number() {
    return CaseNumber.parse(number);
  }

  public S status() {
    return status;
  }

  @Override
  public String statusName() {
    return status.name();
  }

  @Override
  public long version() {
    return version;
  }

  public Priority priority() {
    return priority;
  }

  public Instant openedAt() {
    return openedAt;
  }

  /** Null while it is open. */
  public Instant closedAt() {
    return closedAt;
  }

  @Override
  public Instant anonymisedAt() {
    return anonymisedAt;
  }

  @Override
  public String contact() {
    return intake().contact();
  }
}
