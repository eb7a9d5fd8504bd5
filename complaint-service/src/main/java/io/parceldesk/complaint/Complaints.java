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

  @Override
  public Set<String> categories() {
    return names(Category.values());
  }
}
