package io.parceldesk.inquiry;

import java.util.Set;

/** The life of an inquiry (INQ-12 to INQ-17), and the only ways from one step to the next. */
public enum InquiryStatus {
  NEW,
  CLASSIFIED,
  PROMISED,
  ANSWERED,
  CLOSED,
  CONVERTED;

  boolean leadsTo(InquiryStatus next) {
    return successors().contains(next);
  }

  private Set<InquiryStatus> successors() {
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
