package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.CaseStatus;
import java.util.Set;

/** The life of an inquiry (INQ-12 to INQ-17), and the only ways from one step to the next. */
public enum InquiryStatus implements CaseStatus<InquiryStatus> {
  NEW,
  CLASSIFIED,
  PROMISED,
  ANSWERED,
  CLOSED,
  CONVERTED;

  @Override
  public Set<InquiryStatus> successors() {
    return switch (this) {
      case NEW -> Set.of(CLASSIFIED, PROMISED, ANSWERED, CONVERTED);
      case CLASSIFIED -> Set.of(PROMISED, ANSWERED, CONVERTED);
      case PROMISED -> Set.of(ANSWERED, CONVERTED);
      case ANSWERED -> Set.of(CLOSED, CONVERTED);
      case CLOSED -> Set.of(NEW, CLASSIFIED, CONVERTED); // reopened, or a complaint after all
      case CONVERTED -> Set.of(); // the complaint goes on (INQ-15)
    };
  }
}
