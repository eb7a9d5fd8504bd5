package io.parceldesk.claims;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;

/**
 * What the claim form says (CLM-02); it never changes. The claimant is sealed; phone and name are
 * kept as blind indexes beside, for look-up.
 *
 * @param channel null where a complaint was referred
 * @param category the ground; category is what work lists of all kinds of case call it
 * @param waybill where known, else null
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
    BigDecimal claimed,
    String description) {}
