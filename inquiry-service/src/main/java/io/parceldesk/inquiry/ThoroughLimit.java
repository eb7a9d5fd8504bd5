package io.parceldesk.inquiry;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The thorough-delay limit of a parcel (REG-07).
 *
 * @param nearAt from then on it is near, and an undelivered parcel a problem (PRB-02); null where
 *     no policy says so, or where the limit had passed when it became known
 * @param at from then on an undelivered parcel may be held lost (CLM-10)
 * @param policy that said so, id@version
 */
@Embeddable
public record ThoroughLimit(Instant nearAt, Instant at, String policy) {}
