package io.parceldesk.claims.reading;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseReading;
import io.parceldesk.chassis.cases.CaseResource;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.ClaimView;
import io.parceldesk.claims.ClaimViews;
import io.parceldesk.claims.Claims;
import jakarta.ws.rs.Path;

/** Reads claims: lists, one, its history, its clocks. */
@Path("/api/v1/claims")
class ClaimResource extends CaseResource<Claim, ClaimView> {
  private final ClaimViews views;

  ClaimResource(Claims claims, CaseReading reading, ClaimViews views) {
    super(claims, reading);
    this.views = views;
  }

  @Override
  protected ClaimView view(CaseFile<Claim> file) {
    return views.of(file);
  }
}
