package io.parceldesk.inquiry;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The thorough-delay limit of a parcel (REG-07).
 *
 * @param at from then on an undelivered parcel may be held lost (CLM-10)
 * @param policy that said so, id@version
 */
@Embeddable
public record ThoroughLimit(Instant at, String policy) {}
