package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.launcher.Service;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Cases in the middle of their way that no journey leaves behind, for the next release to go on
 * with. It runs by name only: {@code acceptance/landed-data.sh}. Weeks may pass until then, so they
 * are where no clock ends them.
 */
class LandedCases {
  private static final Dispute.Parties PARTIES = new Dispute.Parties("LLT-GZ-02", "LLT-BJ-01");

  @Test
  void aDisputeWithAReplyAndPapersLiesBeforeHeadquarters() {
    var filer = Desk.atOutlet(PARTIES.filer());
    var parcel = Map.<String, Object>of("waybill", "LLT7881000001", "value", "900.00");
    var dispute =
        Dispute.opened(filer, Dispute.report(PARTIES, "LOSS", "手机", List.of(parcel)))
            .refused(PARTIES);
    List.of("WAYBILL_IMAGE", "CLAIM_LETTER", "SEAL").forEach(slot -> dispute.bring(filer, slot));

    var submitted = dispute.after(filer, "submission", Map.of());

    assertThat(submitted.getString("status")).isEqualTo("SUBMITTED");
    assertThat(submitted.getList("missing")).isEmpty();
  }

  @Test
  void anAppealWaitsForItsReply() {
    var complaint = Complaint.about("ATTITUDE").register();
    complaint.step("agent", "acknowledgement", Map.of());
    var form =
        Map.of(
            "authorityReference",
            "12305-" + UUID.randomUUID(),
            "complaint",
            complaint.number(),
            "demand",
            "书面道歉");

    var appeal = Desk.post("agent", Service.COMPLAINT, "/appeals", form);

    assertThat(appeal.getString("status")).isEqualTo("RECEIVED");
    Inbox.awaitSms(complaint.phone(), appeal.getString("number"));
  }
}
