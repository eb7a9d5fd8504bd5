package io.parceldesk.inquiry;

/**
 * A scan that was not known before: raised in the transaction that keeps it and holds the lock of
 * the parcel's stream.
 */
public record ParcelScanned(Parcel parcel, Scan scan) {}
