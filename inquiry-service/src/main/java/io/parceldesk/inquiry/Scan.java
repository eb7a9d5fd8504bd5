package io.parceldesk.inquiry;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One scan of a parcel, kept as it came: tracking is neither hidden nor invented (REG-02). */
@Embeddable
public record Scan(Instant at, @Enumerated(EnumType.STRING) ScanKind kind, String outlet) {}
