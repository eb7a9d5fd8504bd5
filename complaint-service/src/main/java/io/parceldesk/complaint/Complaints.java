package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseAction;
import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.cases.ListFilter;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.deadline.OpeningClocks;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.contracts.ComplaintEvent.ComplaintEscalated;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The one way to open, read and change complaints. Whatever raises one, the directory says who is
 * to be turned to at its level (CMP-32).
 */
@Singleton
public class Complaints extends Cases<Complaint> {
  private final KnownOutlets outlets;

  Complaints(ComplaintRepository repository, CaseDesk desk, KnownOutlets outlets) {
    super(CaseKind.COMPLAINT, "complaint", "/complaints", repository, desk);
    this.outlets = outlets;
  }

  /** An outlet's own, and those where it was asked for its part and that was not withdrawn. */
  @Override
  public String ofOutlet() {
    return """
    (c.outlet = ? or c.joint_parties @> jsonb_build_array(jsonb_build_object(
      'party', jsonb_build_object('outlet', ?::text),
      'questions', jsonb_build_array(jsonb_build_object('withdrawnAt', null)))))
    """;
  }

  @Override
  public Set<String> categories() {
    return names(Category.values());
  }

  @Override
  public Set<ListFilter> filters() {
    return Set.of(ListFilter.CUSTOMER, ListFilter.ESCALATION_LEVEL);
  }

  @Override
  public CaseFile<Complaint> open(
      OpeningRequest request,
      Function<Ticket, Complaint> opening,
      BiFunction<Complaint, OpeningClocks, Change> announcement) {
    return openOrAttach(request, opening, announcement, (found, now) -> null);
  }

  @Override
  public CaseFile<Complaint> openOrAttach(
      OpeningRequest request,
      Function<Ticket, Complaint> opening,
      BiFunction<Complaint, OpeningClocks, Change> announcement,
      BiFunction<Complaint, Instant, Change> attachment) {
    return super.openOrAttach(
        request,
        opening,
        (opened, clocks) -> namingPeople(opened, announcement.apply(opened, clocks)),
        naming(attachment));
  }

  @Override
  public CaseFile<Complaint> change(
      CaseNumber number,
      IfMatch ifMatch,
      CaseAction action,
      BiFunction<Complaint, Instant, Change> decision) {
    return super.change(number, ifMatch, action, naming(decision));
  }

  @Override
  public void note(CaseNumber number, BiFunction<Complaint, Instant, Change> decision) {
    super.note(number, naming(decision));
  }

  @Override
  public void changeLocked(
      Complaint subject, Instant now, BiFunction<Complaint, Instant, Change> decision) {
    super.changeLocked(subject, now, naming(decision));
  }

  private BiFunction<Complaint, Instant, Change> naming(
      BiFunction<Complaint, Instant, Change> decision) {
    return (complaint, now) -> namingPeople(complaint, decision.apply(complaint, now));
  }

  private Change namingPeople(Complaint complaint, Change change) {
    return change == null
        ? null
        : change.completing(
            event ->
                event instanceof ComplaintEscalated raised
                    ? complaint.turnTo(
                        outlets.peopleAt(complaint.owner().outlet(), raised.level()), raised)
                    : event);
  }
}
