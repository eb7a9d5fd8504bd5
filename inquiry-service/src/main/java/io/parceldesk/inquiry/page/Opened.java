package io.parceldesk.inquiry.page;

import io.parceldesk.inquiry.CauseClass;

/** What a code opened; it holds no personal data, as whoever has the code sees it. */
sealed interface Opened {
  record Answer(String number, String waybill, String answeredAt, String answer)
      implements Opened {}

  record Problem(String number, String waybill, CauseClass cause) implements Opened {}
}
