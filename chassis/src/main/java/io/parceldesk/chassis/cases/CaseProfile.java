package io.parceldesk.chassis.cases;

import java.util.UUID;

/**
 * What deadline policies are matched by.
 *
 * @param category the service's own, or null
 * @param stars severity: 1 simple, 3 complex, 5 major (CMP-21), or null
 * @param outlet whose working calendar applies, or null for the company's
 */
public record CaseProfile(
    UUID caseId,
    CaseKind kind,
    String category,
    Integer stars,
    CustomerTier tier,
    boolean urgent,
    Channel channel,
    String outlet) {

  /** Where policies tell cases of the kind apart by something else than what came in. */
  public CaseProfile of(Enum<?> other) {
    return new CaseProfile(caseId, kind, other.name(), stars, tier, urgent, channel, outlet);
  }

  /** Of that severity. */
  public CaseProfile rated(int itsStars) {
    return new CaseProfile(caseId, kind, category, itsStars, tier, urgent, channel, outlet);
  }

  /** The same case, where another outlet's calendar applies. */
  public CaseProfile at(String otherOutlet) {
    return new CaseProfile(caseId, kind, category, stars, tier, urgent, channel, otherOutlet);
  }
}
