package io.parceldesk.claims;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Intake;
import io.parceldesk.chassis.contact.Contact;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;

/**
 * What the claim form says (CLM-02). The claimant is sealed; phone and name are kept as blind
 * indexes beside, for look-up.
 *
 * @param channel null where a complaint was referred
 * @param category the ground; category is what work lists of all kinds of case call it
 * @param waybill where known, else null
 * @param claimantRole null where it was not kept
 * @param claimed in CNY; null while no amount was named
 * @param description null where a complaint was referred, which has it
 */
@Embeddable
public record NewClaim(
    @Enumerated(EnumType.STRING) Channel channel,
    @Enumerated(EnumType.STRING) Ground category,
    @Enumerated(EnumType.STRING) Route route,
    String waybill,
    boolean urgent,
    @Enumerated(EnumType.STRING) CustomerTier tier,
    String contact,
    String phoneIndex,
    String nameIndex,
    @Enumerated(EnumType.STRING) Contact.Role claimantRole,
    BigDecimal claimed,
    String description)
    implements Intake {

  /** A parcel that never came is lost, whatever the form called it (CLM-10). */
  public NewClaim as(Ground ground) {
    return new NewClaim(
        channel,
        ground,
        route,
        waybill,
        urgent,
        tier,
        contact,
        phoneIndex,
        nameIndex,
        claimantRole,
        claimed,
        description);
  }

  /** The form is filled in, or in again; what is not said anew stays. */
  NewClaim filledIn(BigDecimal amount, String text) {
    return new NewClaim(
        channel,
        category,
        route,
        waybill,
        urgent,
        tier,
        contact,
        phoneIndex,
        nameIndex,
        claimantRole,
        amount == null ? claimed : amount,
        text == null ? description : text);
  }
}
