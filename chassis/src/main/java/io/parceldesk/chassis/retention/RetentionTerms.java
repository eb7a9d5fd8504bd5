package io.parceldesk.chassis.retention;

import java.time.Period;

/**
 * How long a class of data is kept, as it is shipped (REG-11).
 *
 * @param keep after its closing or making
 * @param atLeast what nobody may shorten it to, or null
 * @param erasableAfter before that its person cannot have it erased either: a claim may still be
 *     brought; null: the whole period
 * @param rule that asks for it
 */
record RetentionTerms(Period keep, Period atLeast, Period erasableAfter, String rule, String why) {
  Period erasableAfterOrKeep() {
    return erasableAfter == null ? keep : erasableAfter;
  }
}
