package io.parceldesk.claims;

import java.time.Instant;

/** One of the outlets does not agree with the ruling. */
public record Objection(String by, String reason, Instant at) {}
