package io.parceldesk.claims.evidence;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.claims.Dispute;
import io.parceldesk.claims.DisputeAction;
import io.parceldesk.claims.DisputeView;
import io.parceldesk.claims.DisputeViews;
import io.parceldesk.claims.Disputes;
import io.parceldesk.claims.EvidenceSlot;
import jakarta.ws.rs.Path;

/** The files of a dispute, from both outlets (ARB-01 to ARB-05). */
@Path("/api/v1/outlet-disputes/{number}/evidence")
class DisputeEvidenceResource extends EvidenceResource<Dispute, DisputeView> {
  private final DisputeViews views;
  private final CurrentCaller caller;

  DisputeEvidenceResource(
      Disputes disputes,
      EvidenceDesk desk,
      Downloads downloads,
      DisputeViews views,
      CurrentCaller caller) {
    super(disputes, DisputeAction.EVIDENCE, desk, downloads);
    this.views = views;
    this.caller = caller;
  }

  @Override
  DisputeView view(CaseFile<Dispute> file) {
    return views.of(file);
  }

  @Override
  void requirePart(Dispute dispute) {
    dispute.requirePart(caller.get(), DisputeAction.EVIDENCE);
  }

  @Override
  Change receive(Dispute dispute, EvidenceSlot slot) {
    return dispute.receive(slot, caller.get());
  }
}
