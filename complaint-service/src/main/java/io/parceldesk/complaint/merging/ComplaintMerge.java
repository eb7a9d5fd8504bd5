package io.parceldesk.complaint.merging;

import static io.parceldesk.complaint.ComplaintAction.MERGE;
import static java.util.stream.Collectors.toMap;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.cases.Merger;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.complaint.MergeTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Makes one of two complaints that are the same matter (conformance 10). */
@ApplicationScoped
class ComplaintMerge {
  private final Complaints complaints;
  private final Deadlines deadlines;
  private final Forms forms;

  ComplaintMerge(Complaints complaints, Deadlines deadlines, Forms forms) {
    this.complaints = complaints;
    this.deadlines = deadlines;
    this.forms = forms;
  }

  CaseFile<Complaint> merge(CaseNumber number, IfMatch ifMatch, MergeForm form) {
    return complaints.merge(
        number,
        () -> forms.valid(form).survivor(),
        ifMatch,
        MERGE,
        (merged, survivor, now) -> merge(merged, survivor, form, now));
  }

  private Merger merge(Complaint merged, Complaint survivor, MergeForm form, Instant now) {
    return merged.mergeInto(survivor, form.evenIfOtherWaybill(), times(merged, survivor, now), now);
  }

  private MergeTimes times(Complaint merged, Complaint survivor, Instant now) {
    var clocks = deadlines.of(List.of(merged.id())).getOrDefault(merged.id(), List.of());
    return new MergeTimes(
        deadlines.earliestDueAt(
            List.of(merged.id(), survivor.id()), Set.of("RESOLVE", "STATUTORY"), now),
        clocks.stream()
            .filter(clock -> clock.about() != null)
            .collect(toMap(DeadlineView::about, DeadlineView::dueAt)));
  }
}
