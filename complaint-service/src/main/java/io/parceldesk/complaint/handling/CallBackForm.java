package io.parceldesk.complaint.handling;

import io.parceldesk.complaint.CallBack;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What the customer said when called back (CRM-05). */
record CallBackForm(
    @NotNull Boolean satisfied, @Min(1) @Max(5) Integer score, @Size(max = 2000) String comment) {
  CallBack toCallBack() {
    return new CallBack(satisfied, score, comment);
  }
}
