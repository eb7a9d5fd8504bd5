package io.parceldesk.chassis.cases;

import java.time.Instant;

/** Why a case is neither anonymised nor erased for now. */
public record LegalHold(String reason, String placedBy, Instant placedAt) {}
