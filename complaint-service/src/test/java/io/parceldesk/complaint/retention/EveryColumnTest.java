package io.parceldesk.complaint.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.complaint.Appeals;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.CaseColumns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Of each column somebody has decided whether it outlives anonymisation (REG-11). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EveryColumnTest {
  @Inject Complaints complaints;
  @Inject Appeals appeals;

  @Test
  void ofComplaintsIsClearedOrCounted() {
    assertThat(CaseColumns.undecided("complaint", "complaint", complaints.personal().all()))
        .containsExactlyInAnyOrder(
            "stars",
            "urgent",
            "waybill_known",
            "escalation_level",
            "escalation_taken_by",
            "escalation_taken_at",
            "promised_reply_at",
            "founded",
            "cause",
            "remedy",
            "remedy_amount",
            "customer_told_at",
            "satisfied",
            "satisfaction_score",
            "dissatisfied_call_backs",
            "repeated",
            "claim_outcome",
            "external_category",
            "merged_into");
  }

  @Test
  void ofAppealsIsClearedOrCounted() {
    assertThat(CaseColumns.undecided("complaint", "appeal", appeals.personal().all()))
        .containsExactlyInAnyOrder("complaint", "authority_reference", "conclusion", "replied_at");
  }
}
