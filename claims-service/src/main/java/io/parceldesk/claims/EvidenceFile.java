package io.parceldesk.claims;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A file of a case, without its bytes. The name that it had is not kept: it says who somebody is
 * often enough.
 *
 * @param mediaType what the bytes are, whatever the sender said
 * @param sha256 in hex, of the file as it came in
 * @param deletedAt when its bytes were deleted (REG-11), else null
 */
public record EvidenceFile(
    UUID id,
    @JsonIgnore UUID caseId,
    EvidenceSlot slot,
    String mediaType,
    long bytes,
    String sha256,
    boolean sensitive,
    String addedBy,
    Instant addedAt,
    Instant deletedAt) {

  /** Whether its bytes can still be had. */
  @JsonIgnore
  public boolean isThere() {
    return deletedAt == null;
  }
}
