package io.parceldesk.complaint.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The manager's word on a plan (CMP-11). */
record DecisionForm(@NotNull Verdict verdict, @Size(max = 1000) String note) {
  enum Verdict {
    APPROVE,
    SEND_BACK
  }
}
