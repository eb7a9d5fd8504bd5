package io.parceldesk.inquiry;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A parcel that may be the one a customer without a waybill asks about (INQ-16).
 *
 * @param role SENDER or RECIPIENT: what the customer would be
 * @param lastScan null where it was never scanned
 */
public record Candidate(
    String waybill,
    String role,
    LocalDate dispatchedOn,
    String fromOutlet,
    String toOutlet,
    ScanType lastScan,
    Instant scannedAt) {}
