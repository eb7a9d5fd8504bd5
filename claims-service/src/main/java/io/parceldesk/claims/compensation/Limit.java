package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.money.Amount;

/** The most that a rule gives. */
record Limit(String rule, Amount amount) {}
