package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.ListFilter;
import io.parceldesk.chassis.cases.PersonalColumns;
import jakarta.inject.Singleton;
import java.util.Set;

/** The one way to open, read and change inquiries. */
@Singleton
public class Inquiries extends Cases<Inquiry> {
  Inquiries(InquiryRepository repository, CaseDesk desk) {
    super(CaseKind.INQUIRY, "inquiry", "/inquiries", repository, desk);
  }

  @Override
  public Set<String> categories() {
    return names(Subject.values());
  }

  @Override
  public PersonalColumns personal() {
    return new PersonalColumns(
        Set.of("contact", "question", "answer", "delivery_address"),
        Set.of("phone_index", "name_index", "access_code", "access_code_index"));
  }

  @Override
  public Set<ListFilter> filters() {
    return Set.of(ListFilter.CUSTOMER);
  }
}
