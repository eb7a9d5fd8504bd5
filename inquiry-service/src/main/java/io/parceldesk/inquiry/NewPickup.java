package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Intake;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A pick-up as it is ordered; it never changes.
 *
 * @param category how far the parcel goes; category is what work lists of all kinds of case call it
 * @param contact the sender's, sealed
 * @param place where to collect, a sealed {@link Party}
 * @param goods what is sent, or null
 */
@Embeddable
public record NewPickup(
    @Enumerated(EnumType.STRING) Channel channel,
    @Enumerated(EnumType.STRING) Route category,
    boolean urgent,
    @Enumerated(EnumType.STRING) CustomerTier tier,
    String contact,
    String place,
    String goods)
    implements Intake {}
