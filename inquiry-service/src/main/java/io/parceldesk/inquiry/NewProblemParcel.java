package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Intake;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A problem parcel as it is declared; only a cause that nobody knew is found out later.
 *
 * @param category the class of the cause; category is what work lists of all kinds of case call it
 * @param contact the sender's, sealed, or null where the sender is not known
 * @param description what the courier saw, or null where the system declares it
 * @param occasion what the system noticed, or null where somebody else declares it
 */
@Embeddable
public record NewProblemParcel(
    @Enumerated(EnumType.STRING) Channel channel,
    @Enumerated(EnumType.STRING) CauseClass category,
    @Enumerated(EnumType.STRING) Declarer declaredBy,
    String waybill,
    boolean urgent,
    @Enumerated(EnumType.STRING) CustomerTier tier,
    String contact,
    String description,
    @Enumerated(EnumType.STRING) Occasion occasion)
    implements Intake {

  /** Whether somebody has it, and could keep it: silent parcels may be lost. */
  boolean isInHand() {
    return category != CauseClass.UNKNOWN;
  }

  NewProblemParcel because(CauseClass found) {
    return new NewProblemParcel(
        channel, found, declaredBy, waybill, urgent, tier, contact, description, occasion);
  }
}
