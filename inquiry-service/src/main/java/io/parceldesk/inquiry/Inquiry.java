package io.parceldesk.inquiry;

import static io.parceldesk.inquiry.InquiryStatus.ANSWERED;
import static io.parceldesk.inquiry.InquiryStatus.CLASSIFIED;
import static io.parceldesk.inquiry.InquiryStatus.CLOSED;
import static io.parceldesk.inquiry.InquiryStatus.CONVERTED;
import static io.parceldesk.inquiry.InquiryStatus.NEW;
import static io.parceldesk.inquiry.InquiryStatus.PROMISED;
import static java.util.Objects.requireNonNullElse;

import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.StoredCase;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.contracts.InquiryEvent.InquiryAnswered;
import io.parceldesk.contracts.InquiryEvent.InquiryConverted;
import io.parceldesk.contracts.InquiryEvent.InquiryIdentified;
import io.parceldesk.contracts.InquiryEvent.InquiryOpened;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A customer's question about a service or a parcel, to be answered or promised at once (INQ-01).
 */
@Entity
public class Inquiry extends StoredCase<InquiryStatus> {
  @Embedded private NewInquiry intake;

  @Enumerated(EnumType.STRING)
  private InquiryClass inquiryClass;

  private boolean waybillKnown;
  @Embedded private Handler handler;
  @Embedded private Reply reply;
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
    super(ticket, NEW, inquiry);
    intake = inquiry;
    waybillKnown = parcel != null;
    handler = parcel == null ? null : Handler.at(parcel.terms().toOutlet());
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
        opening("opening")
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
    handler = parcel == null ? handler : Handler.at(parcel.terms().toOutlet());
    inquiryClass = InquiryClass.of(waybill, parcel, now);
    var isNew = status() == NEW;
    var change =
        (isNew ? become(CLASSIFIED, "waybill") : within("waybill"))
            .noting(inquiryClass.name())
            .announces(new InquiryIdentified(facts(), now));
    return isNew && hasToBeInformed() ? change.starts("INFORM") : change;
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
    reply = reply().promised(replyAt);
    deliveryAddress = address == null ? deliveryAddress : address;
    return change.meets("FIRST_RESPONSE", "INFORM").starts("PROMISED_REPLY", replyAt);
  }

  /** The customer was told (INQ-12 to INQ-14), and can read it again with the code. */
  public Change answer(String text, AccessCode issued, Instant now) {
    var change = become(ANSWERED, "answer");
    reply = reply().answered(text, issued, now);
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
    closeAt(now);
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
    closeAt(now);
    return change;
  }

  /** The customer read the answer on the page; told once. */
  public Change read(Instant now) {
    if (reply().answerReadAt() != null) {
      return null;
    }
    reply = reply().read(now);
    return within("answer-read");
  }

  /** A deadline's ladder asks for somebody's attention; null where it has that already. */
  public Change raise(int level, String deadline) {
    var raised = level > 1 ? Priority.URGENT : Priority.HIGH;
    if (priority().compareTo(raised) >= 0 || closedAt() != null) {
      return null;
    }
    raiseTo(raised);
    return within("escalation").noting("level " + level + ": " + deadline);
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
    openAgain();
    reply = Reply.NONE;
    return change.starts("FIRST_RESPONSE").starts("WORK_ORDER");
  }

  @Override
  public List<InquiryAction> possibleActions() {
    return Arrays.stream(InquiryAction.values())
        .filter(action -> action.isPossibleIn(status()))
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

  @Override
  public Owner owner() {
    return Handler.orNobody(handler).owner();
  }

  @Override
  public String accessCode() {
    var code = reply().code();
    return code == null ? null : code.accessCode();
  }

  public Reply reply() {
    return requireNonNullElse(reply, Reply.NONE);
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
    return validUntil != null && !openedAt().isBefore(validUntil);
  }

  @Override
  public NewInquiry intake() {
    return intake;
  }

  /** Null where no parcel is asked about. */
  public InquiryClass inquiryClass() {
    return inquiryClass;
  }

  public boolean waybillKnown() {
    return waybillKnown;
  }
}
