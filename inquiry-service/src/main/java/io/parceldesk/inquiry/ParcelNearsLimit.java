package io.parceldesk.inquiry;

/**
 * A parcel has come near its thorough-delay limit undelivered (PRB-02); fired once, in the
 * transaction that notes it and holds the lock of the parcel's stream.
 */
public record ParcelNearsLimit(Parcel parcel) {}
