package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Intake;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a customer asks when an inquiry comes in; only the waybill may be found later. The inquirer
 * is sealed; phone and name are kept as blind indexes beside, for look-up.
 *
 * @param category the subject; category is what work lists of all kinds of case call it
 * @param waybill where known, else null
 */
@Embeddable
public record NewInquiry(
    @Enumerated(EnumType.STRING) Channel channel,
    @Enumerated(EnumType.STRING) Subject category,
    String waybill,
    boolean urgent,
    @Enumerated(EnumType.STRING) CustomerTier tier,
    String contact,
    String phoneIndex,
    String nameIndex,
    String question)
    implements Intake {

  NewInquiry about(String foundWaybill) {
    return new NewInquiry(
        channel, category, foundWaybill, urgent, tier, contact, phoneIndex, nameIndex, question);
  }
}
