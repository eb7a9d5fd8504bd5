package io.parceldesk.complaint;

import static io.parceldesk.complaint.AppealStatus.CLOSED;
import static io.parceldesk.complaint.AppealStatus.RECEIVED;
import static io.parceldesk.complaint.AppealStatus.REPLIED;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ComplaintEvent.AppealReceived;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A customer turned to the postal authority (12305), who asks us for an answer (REG-08). */
@Entity
public class Appeal implements Case {
  /** Whose matter it is from its receipt on: the department head's (REG-08). */
  static final int LEVEL = 2;

  @Id private UUID id;
  private String number;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private AppealStatus status;

  @Embedded private NewAppeal intake;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private Instant openedAt;
  private Instant closedAt;
  private Instant anonymisedAt;
  @Embedded private Handler handler;

  @Enumerated(EnumType.STRING)
  private Conclusion conclusion;

  private String reply;
  private Instant repliedAt;
  private String opinion;

  protected Appeal() {
    // for the persistence provider
  }

  /** Always urgent: the authority waits. {@code handler} is who has the complaint, or nobody. */
  public Appeal(Ticket ticket, NewAppeal appeal, Handler handler) {
    id = UuidCreator.getTimeOrderedEpoch();
    number = ticket.number().text();
    status = RECEIVED;
    intake = appeal;
    priority = Priority.URGENT;
    openedAt = ticket.now();
    this.handler = handler;
  }

  public Change received() {
    return Change.of("registration", null, status)
        .noting(intake.authorityReference())
        .announces(new AppealReceived(facts(), complaint(), LEVEL, contact()));
  }

  /** Our answer to the authority, which ends both its limit and our own. */
  public Change reply(Conclusion found, String text, Instant now) {
    var change = become(REPLIED, "reply");
    conclusion = found;
    reply = text;
    repliedAt = now;
    return change.noting(found.name()).meets("INTERNAL", "HARD");
  }

  /** What the authority made of it. */
  public Change close(String authoritysOpinion, Instant now) {
    var change = become(CLOSED, "closure");
    opinion = authoritysOpinion;
    closedAt = now;
    return change;
  }

  /** The complaint that it is about, or null. */
  public CaseRef complaint() {
    return intake.complaint() == null
        ? null
        : new CaseRef(intake.complaint(), CaseKind.COMPLAINT.name());
  }

  private Change become(AppealStatus next, String action) {
    if (!status.leadsTo(next)) {
      throw new IllegalTransition(status, next);
    }
    var change = Change.of(action, status, next);
    status = next;
    return change;
  }

  @Override
  public CaseFacts facts() {
    return new CaseFacts(
        number,
        CaseKind.APPEAL.name(),
        status.name(),
        priority.name(),
        intake.tier().name(),
        intake.waybill(),
        openedAt,
        owner().outlet(),
        owner().department());
  }

  @Override
  public CaseProfile profile() {
    return new CaseProfile(
        id,
        CaseKind.APPEAL,
        intake.category().name(),
        intake.category().stars(),
        intake.tier(),
        true,
        intake.channel(),
        owner().outlet());
  }

  @Override
  public List<AppealAction> possibleActions() {
    return Arrays.stream(AppealAction.values())
        .filter(action -> action.isPossibleIn(status))
        .toList();
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public CaseNumber number() {
    return CaseNumber.parse(number);
  }

  @Override
  public String statusName() {
    return status.name();
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public Owner owner() {
    return handler == null
        ? new Owner(null, null, null)
        : new Owner(handler.outlet(), handler.department(), handler.assignee());
  }

  @Override
  public Instant anonymisedAt() {
    return anonymisedAt;
  }

  @Override
  public String contact() {
    return intake.contact();
  }

  public AppealStatus status() {
    return status;
  }

  public NewAppeal intake() {
    return intake;
  }

  public Priority priority() {
    return priority;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }

  /** Null before it was replied to. */
  public Conclusion conclusion() {
    return conclusion;
  }

  public String reply() {
    return reply;
  }

  public Instant repliedAt() {
    return repliedAt;
  }

  /** What the authority made of it, or null. */
  public String opinion() {
    return opinion;
  }
}
