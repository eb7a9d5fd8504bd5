package io.parceldesk.claims;

import java.nio.file.Path;

/**
 * A file that was looked at and may be put on file.
 *
 * @param content where it lies until then
 * @param sha256 of the content
 */
public record NewEvidence(
    EvidenceSlot slot, String mediaType, long bytes, byte[] sha256, Path content) {}
