package io.parceldesk.chassis.rotation;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a table is. */
record TableProgress(
    @Schema(examples = "complaint") String table,
    @Schema(description = "What is sealed in it") List<String> columns,
    @Schema(description = "Rows looked at in the present walk") long lookedAt,
    @Schema(description = "Rows sealed anew since the key is in use") long resealed,
    @Schema(description = "Rows still to look at, estimated; 0 once it is clean") long rowsLeft,
    @Schema(description = "Rows of the last walk whose key is not here") long unreadable,
    @Schema(description = "When a whole walk had found nothing sealed with another key")
        Instant cleanAt) {}
