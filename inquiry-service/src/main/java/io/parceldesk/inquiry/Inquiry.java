package io.parceldesk.inquiry;

import static io.parceldesk.inquiry.InquiryStatus.ANSWERED;
import static io.parceldesk.inquiry.InquiryStatus.CLASSIFIED;
import static io.parceldesk.inquiry.InquiryStatus.CLOSED;
import static io.parceldesk.inquiry.InquiryStatus.CONVERTED;
import static io.parceldesk.inquiry.InquiryStatus.NEW;
import static io.parceldesk.inquiry.InquiryStatus.PROMISED;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.InquiryEvent.InquiryAnswered;
import io.parceldesk.contracts.InquiryEvent.InquiryConverted;
import io.parceldesk.contracts.InquiryEvent.InquiryIdentified;
import io.parceldesk.contracts.InquiryEvent.InquiryOpened;
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

/**
 * A customer's question about a service or a parcel, to be answered or promised at once (INQ-01).
 */
@Entity
public class Inquiry implements Case {
  @Id private UUID id;
  private String number;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private InquiryStatus status;

  @Embedded private NewInquiry intake;

  @Enumerated(EnumType.STRING)
  private InquiryClass inquiryClass;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private boolean waybillKnown;
  private Instant openedAt;
  private Instant closedAt;
  private Instant anonymisedAt;
  private String outlet;
  private String department;
  private String assignee;
  private Instant promisedReplyAt;
  private String answer;
  private Instant answeredAt;
  @Embedded private AccessCode code;
  private Instant answerReadAt;
  private String deliveryAddress;
  private Instant validUntil;

  protected Inquiry() {
    // for the persistence provider
  }

  /**
   * Takes an inquiry in and, where it is about a parcel, classifies it.
   *
   * @param parcel that the waybill names, or null where it is not known
   * @param validUntil the first instant at which the parcel can be asked about no more (INQ-06), or
   *     null where nobody knows
   */
  public Inquiry(Ticket ticket, NewInquiry inquiry, Parcel parcel, Instant validUntil) {
    id = UuidCreator.getTimeOrderedEpoch();
    number = ticket.number().text();
    status = NEW;
    intake = inquiry;
    priority = Priority.of(inquiry.urgent(), inquiry.tier(), ticket.repeatedContact());
    waybillKnown = parcel != null;
    openedAt = ticket.now();
    outlet = parcel == null ? null : parcel.terms().toOutlet();
    this.validUntil = validUntil;
    classify(parcel, ticket.now());
  }

  /**
   * What its opening announces. A customer who phones and whose parcel cannot be found has to be
   * told more within a set time (SLA-07, AMB-27).
   *
   * @param acknowledgedAtOnce whether consultations are acknowledged by the platform (AMB-01)
   */
  public Change opened(boolean acknowledgedAtOnce) {
    var change =
        Change.of("opening", null, status)
            .noting(inquiryClass == null ? null : inquiryClass.name())
            .announces(
                new InquiryOpened(
                    facts(), intake.category().name(), intake.channel().name(), contact()));
    var timed = hasToBeInformed() ? change.starts("INFORM") : change;
    return isRespondedTo(acknowledgedAtOnce) ? timed.meets("FIRST_RESPONSE") : timed;
  }

  private boolean hasToBeInformed() {
    return intake.channel() == Channel.PHONE
        && (inquiryClass == InquiryClass.NO_RESULT || inquiryClass == InquiryClass.NO_WAYBILL);
  }

  /** A person who takes the question in has responded; else a person must where it is urgent. */
  private boolean isRespondedTo(boolean acknowledgedAtOnce) {
    return switch (intake.channel()) {
      case PHONE, COUNTER -> true;
      default -> acknowledgedAtOnce && !intake.urgent();
    };
  }

  /**
   * The waybill of a parcel that was found without one (INQ-16). Who keeps time by the waybill
   * hears that it was asked about from the opening on (AMB-20).
   */
  public Change identify(String waybill, Parcel parcel, Instant until, Instant now) {
    intake = intake.about(waybill);
    waybillKnown = parcel != null;
    validUntil = until;
    outlet = parcel == null ? outlet : parcel.terms().toOutlet();
    inquiryClass = InquiryClass.of(waybill, parcel, now);
    var before = status;
    status = status == NEW ? CLASSIFIED : status;
    var change =
        Change.of("waybill", before, status)
            .noting(inquiryClass.name())
            .announces(new InquiryIdentified(facts(), now));
    return before == NEW && hasToBeInformed() ? change.starts("INFORM") : change;
  }

  /**
   * A promised reply time is a commitment (INQ-17); to give one is a first response, and tells the
   * customer how things stand.
   *
   * @param address where the parcel has to go, as the customer told it (INQ-13), sealed, or null
   */
  public Change promise(Instant replyAt, String address, Instant now) {
    if (!replyAt.isAfter(now)) {
      throw DomainException.refusedByRule(
          "INQ-17", "promise-in-past", "promisedReplyAt must be in the future");
    }
    var change = become(PROMISED, "promise");
    promisedReplyAt = replyAt;
    deliveryAddress = address == null ? deliveryAddress : address;
    return change.meets("FIRST_RESPONSE", "INFORM").starts("PROMISED_REPLY", replyAt);
  }

  /** The customer was told (INQ-12 to INQ-14), and can read it again with the code. */
  public Change answer(String text, AccessCode issued, Instant now) {
    var change = become(ANSWERED, "answer");
    answer = text;
    answeredAt = now;
    code = issued;
    return change
        .meets("FIRST_RESPONSE", "INFORM", "PROMISED_REPLY", "WORK_ORDER")
        .announces(new InquiryAnswered(facts(), now, contact(), accessCode()));
  }

  /**
   * Not satisfied, or meant to complain from the start (INQ-15): complaint-service goes on, with
   * clocks of its own.
   *
   * @param statement what was said, sealed
   */
  public Change convert(String complaintCategory, String statement, Instant now) {
    var change = become(CONVERTED, "conversion");
    closedAt = now;
    return change
        .noting(complaintCategory)
        .cancels("FIRST_RESPONSE", "INFORM", "PROMISED_REPLY", "WORK_ORDER")
        .announces(
            new InquiryConverted(
                facts(),
                complaintCategory,
                intake.channel().name(),
                intake.urgent(),
                statement,
                contact()));
  }

  /** The customer has nothing more to ask. */
  public Change close(Instant now) {
    var change = become(CLOSED, "closure");
    closedAt = now;
    return change;
  }

  /** The customer read the answer on the page; told once. */
  public Change read(Instant now) {
    if (answerReadAt != null) {
      return null;
    }
    answerReadAt = now;
    return Change.within("answer-read", statusName());
  }

  /** A deadline's ladder asks for somebody's attention; null where it has that already. */
  public Change raise(int level, String deadline) {
    var raised = level > 1 ? Priority.URGENT : Priority.HIGH;
    if (priority.compareTo(raised) >= 0 || closedAt != null) {
      return null;
    }
    priority = raised;
    return Change.within("escalation", statusName()).noting("level " + level + ": " + deadline);
  }

  /**
   * The customer came back with the same question.
   *
   * @param until who comes back then or later asks anew
   */
  public Change reopen(Instant until, Instant now) {
    if (!now.isBefore(until)) {
      throw new DomainException(
          409, "reopening-too-late", "It was closed too long ago: open a new inquiry");
    }
    var change = become(inquiryClass == null ? NEW : CLASSIFIED, "reopening");
    closedAt = null;
    answer = null;
    answeredAt = null;
    promisedReplyAt = null;
    code = null;
    answerReadAt = null;
    return change.starts("FIRST_RESPONSE").starts("WORK_ORDER");
  }

  @Override
  public CaseFacts facts() {
    return new CaseFacts(
        number,
        CaseKind.INQUIRY.name(),
        status.name(),
        priority.name(),
        intake.tier().name(),
        intake.waybill(),
        openedAt,
        outlet,
        department);
  }

  @Override
  public CaseProfile profile() {
    return new CaseProfile(
        id,
        CaseKind.INQUIRY,
        intake.category().name(),
        null,
        intake.tier(),
        intake.urgent(),
        intake.channel(),
        outlet);
  }

  @Override
  public List<InquiryAction> possibleActions() {
    return Arrays.stream(InquiryAction.values())
        .filter(action -> action.isPossibleIn(status))
        .filter(action -> action != InquiryAction.WAYBILL || intake.waybill() == null)
        .toList();
  }

  /** A question about prices or the service area has no class, unless it names a parcel. */
  private void classify(Parcel parcel, Instant now) {
    if (intake.waybill() != null || intake.category() == Subject.DELIVERY_STATE) {
      become(CLASSIFIED, "classification");
      inquiryClass = InquiryClass.of(intake.waybill(), parcel, now);
    }
  }

  private Change become(InquiryStatus next, String action) {
    if (!status.leadsTo(next)) {
      throw new IllegalTransition(status, next);
    }
    var change = Change.of(action, status, next);
    status = next;
    return change;
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
    return new Owner(outlet, department, assignee);
  }

  @Override
  public Instant anonymisedAt() {
    return anonymisedAt;
  }

  @Override
  public String contact() {
    return intake.contact();
  }

  @Override
  public String accessCode() {
    return code == null ? null : code.accessCode();
  }

  /** Null where there is no answer to read. */
  public AccessCode code() {
    return code;
  }

  /** When the customer read the answer on the page, or null. */
  public Instant answerReadAt() {
    return answerReadAt;
  }

  /** Sealed, or null. */
  public String deliveryAddress() {
    return deliveryAddress;
  }

  public Instant validUntil() {
    return validUntil;
  }

  /** Asked about more than a year after the acceptance: answered as far as there still are data. */
  public boolean isPastValidity() {
    return validUntil != null && !openedAt.isBefore(validUntil);
  }

  public InquiryStatus status() {
    return status;
  }

  public NewInquiry intake() {
    return intake;
  }

  /** Null where no parcel is asked about. */
  public InquiryClass inquiryClass() {
    return inquiryClass;
  }

  public Priority priority() {
    return priority;
  }

  public boolean waybillKnown() {
    return waybillKnown;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }

  public Instant promisedReplyAt() {
    return promisedReplyAt;
  }

  public String answer() {
    return answer;
  }

  public Instant answeredAt() {
    return answeredAt;
  }
}
