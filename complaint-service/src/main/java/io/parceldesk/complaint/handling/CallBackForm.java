package io.parceldesk.complaint.handling;

import io.parceldesk.complaint.CallBack;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the customer said when called back (CRM-05); with what not satisfied, as it is re-issued.
 */
record CallBackForm(
    @NotNull Boolean satisfied, @Min(1) @Max(5) Integer score, @Size(max = 2000) String comment) {
  @AssertTrue(message = "the points of a customer who is not satisfied are needed (CMP-04)")
  boolean isCommentGiven() {
    return satisfied == null || satisfied || (comment != null && !comment.isBlank());
  }

  CallBack toCallBack() {
    return new CallBack(satisfied, score, comment);
  }
}
