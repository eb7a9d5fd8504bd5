package io.parceldesk.complaint;

import static io.parceldesk.complaint.AppealStatus.CLOSED;
import static io.parceldesk.complaint.AppealStatus.RECEIVED;
import static io.parceldesk.complaint.AppealStatus.REPLIED;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.StoredCase;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ComplaintEvent.AppealReceived;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A customer turned to the postal authority (12305), who asks us for an answer (REG-08). */
@Entity
public class Appeal extends StoredCase<AppealStatus> {
  /** Whose matter it is from its receipt on: the department head's (REG-08). */
  static final int LEVEL = 2;

  @Embedded private NewAppeal intake;

  @Embedded private Handler handler;

  @Enumerated(EnumType.STRING)
  private Conclusion conclusion;

  private String reply;
  private Instant repliedAt;
  private String opinion;

  protected Appeal() {
    // for the persistence provider
  }

  /** {@code handler} is who has the complaint, or nobody. */
  public Appeal(Ticket ticket, NewAppeal appeal, Handler handler) {
    super(ticket, RECEIVED, appeal);
    intake = appeal;
    this.handler = handler;
  }

  public Change received() {
    return opening("registration")
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
    closeAt(now);
    return change;
  }

  /** The complaint that it is about, or null. */
  public CaseRef complaint() {
    return intake.complaint() == null
        ? null
        : new CaseRef(intake.complaint(), CaseKind.COMPLAINT.name());
  }

  @Override
  public CaseProfile profile() {
    return super.profile().rated(intake.category().stars());
  }

  @Override
  public List<AppealAction> possibleActions() {
    return Arrays.stream(AppealAction.values())
        .filter(action -> action.isPossibleIn(status()))
        .toList();
  }

  @Override
  public Owner owner() {
    return Handler.orNobody(handler).owner();
  }

  @Override
  public NewAppeal intake() {
    return intake;
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
