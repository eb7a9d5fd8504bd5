package io.parceldesk.complaint.handling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The manager's word on a plan (CMP-11); CHANGE approves the plan that comes with it. */
record DecisionForm(@NotNull Verdict verdict, @Valid PlanForm plan, @Size(max = 1000) String note) {
  enum Verdict {
    APPROVE,
    CHANGE,
    SEND_BACK
  }

  @AssertTrue(message = "a changed plan comes with the verdict CHANGE, and with no other")
  boolean isPlanGiven() {
    return verdict == null || (verdict == Verdict.CHANGE) == (plan != null);
  }
}
