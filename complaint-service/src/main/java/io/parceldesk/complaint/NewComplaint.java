package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Intake;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What the complaint register says when a complaint comes in (CMP-06, CMP-15); it never changes.
 * The complainant is sealed; phone and name are kept as blind indexes beside, for look-up.
 *
 * @param externalCategory the code of the platform that it came from (WeChat 1004 to 1008), or null
 * @param waybill where known, else null
 * @param againstPerson whom the complaint is about, or null
 */
@Embeddable
public record NewComplaint(
    @Enumerated(EnumType.STRING) Channel channel,
    @Enumerated(EnumType.STRING) Category category,
    String externalCategory,
    String waybill,
    boolean urgent,
    @Enumerated(EnumType.STRING) CustomerTier tier,
    String contact,
    String phoneIndex,
    String nameIndex,
    String againstPerson,
    String description,
    String demand)
    implements Intake {

  /** Where both are known. */
  boolean isOfOtherParcel(String other) {
    return waybill != null && other != null && !waybill.equals(other);
  }
}
