package io.parceldesk.claims.evidence;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.ClaimAction;
import io.parceldesk.claims.ClaimView;
import io.parceldesk.claims.ClaimViews;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.EvidenceSlot;
import jakarta.ws.rs.Path;

/** The files of a claim (CLM-02). */
@Path("/api/v1/claims/{number}/evidence")
class ClaimEvidenceResource extends EvidenceResource<Claim, ClaimView> {
  private final ClaimViews views;

  ClaimEvidenceResource(Claims claims, EvidenceDesk desk, Downloads downloads, ClaimViews views) {
    super(claims, ClaimAction.EVIDENCE, desk, downloads);
    this.views = views;
  }

  @Override
  ClaimView view(CaseFile<Claim> file) {
    return views.of(file);
  }

  @Override
  void requirePart(Claim claim) {
    // whoever may see a claim may bring its papers
  }

  @Override
  Change receive(Claim claim, EvidenceSlot slot) {
    return claim.receive(slot);
  }
}
