package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.money.Amount;
import java.util.List;

/**
 * What a customer is owed. Never an award between outlets: that is an {@link OutletDecision}
 * (CMPN-01).
 *
 * @param outcome AWARD or EXEMPT; an exemption is a person's to confirm (REG-10)
 * @param award goods and freight together
 * @param freight what is returned of the service fee, also of goods lost by force majeure (AMB-23)
 * @param steps the rules that made it; their amounts add up to the award
 * @param tariff the tariff that applied, {@code id@version}
 */
public record Compensation(
    Outcome outcome, Amount award, Amount goods, Amount freight, List<Step> steps, String tariff) {}
