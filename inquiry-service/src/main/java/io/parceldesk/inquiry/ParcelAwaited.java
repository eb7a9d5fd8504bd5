package io.parceldesk.inquiry;

import java.time.Instant;

/** The terms of a parcel were told before any scan of it, in the transaction that keeps them. */
public record ParcelAwaited(Parcel parcel, Instant now) {}
