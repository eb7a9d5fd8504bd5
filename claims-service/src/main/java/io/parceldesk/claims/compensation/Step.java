package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.money.Amount;

/**
 * One rule that made a result. The amounts of all steps add up to the result; a rule that held
 * without changing anything has 0.00, and what a limit takes away is negative.
 *
 * @param rule its ID, such as CMPN-20
 */
public record Step(String rule, Words words, Amount amount) {}
