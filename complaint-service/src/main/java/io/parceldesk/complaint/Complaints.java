package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import jakarta.inject.Singleton;
import java.util.Set;

/** The one way to open, read and change complaints. */
@Singleton
public class Complaints extends Cases<Complaint> {
  Complaints(ComplaintRepository repository, CaseDesk desk) {
    super(CaseKind.COMPLAINT, "complaint", "/complaints", repository, desk);
  }

  /** An outlet's own, and those where it was asked for its part and that was not withdrawn. */
  @Override
  protected String ofOutlet() {
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
}
