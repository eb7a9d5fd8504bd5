package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.ListFilter;
import io.parceldesk.chassis.cases.NamedPerson;
import io.parceldesk.chassis.cases.Obstacle;
import io.parceldesk.chassis.cases.PersonalColumns;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.contracts.ComplaintEvent.ComplaintEscalated;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** The one way to open, read and change complaints. */
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

  /** Of the staff, whom a complaint is about and who answers for it; who did what stays. */
  @Override
  public PersonalColumns personal() {
    return new PersonalColumns(
        Set.of(
            "contact",
            "description",
            "demand",
            "explanation",
            "plan_text",
            "customer_comment",
            "customer_points"),
        Set.of(
            "phone_index",
            "name_index",
            "against_person",
            "finding",
            "responsible_person",
            "accountability",
            "outlet_statement",
            "joint_parties",
            "duplicates",
            "escalated_to",
            "summary",
            "unsatisfied_reason"));
  }

  /** Who complained of the same in a complaint that was merged into this one. */
  @Override
  public List<NamedPerson> named() {
    return List.of(new NamedPerson("JOINT_COMPLAINANT", "duplicates", "/*/contact"));
  }

  /** The authority may still ask about it (REG-08). */
  @Override
  public List<Obstacle> obstacles() {
    return List.of(
        new Obstacle(
            "APPEAL_OPEN",
            "exists (select 1 from appeal a where a.complaint = c.number and a.closed_at is"
                + " null)"));
  }

  /** Whatever raises a complaint names those whom the directory has at that level (CMP-32). */
  @Override
  protected Change completed(Complaint complaint, Change decided) {
    return decided.completing(
        event ->
            event instanceof ComplaintEscalated raised
                ? complaint.turnTo(
                    outlets.peopleAt(complaint.owner().outlet(), raised.level()), raised)
                : event);
  }
}
