package io.parceldesk.chassis.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person's request and what came of it.
 *
 * @param subject masked
 * @param finishedAt null while it runs, or is taken up again after a crash
 * @param data of an export, once, when it is asked for
 * @param complete false where there is more than one export tells
 */
record SubjectRequest(
    UUID id,
    Kind kind,
    String subject,
    String reason,
    String requestedBy,
    Instant requestedAt,
    Instant finishedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Item> items,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Of an export, in the answer to its POST only")
        List<Told> data,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean complete) {

  enum Kind {
    EXPORT,
    ERASURE
  }

  enum Outcome {
    TOLD,
    ERASED,
    KEPT
  }

  /** {@code obstacle} and {@code until} say why and until when something is kept. */
  record Item(String what, String name, Outcome outcome, String obstacle, LocalDate until) {}

  /** Everything of one thing. */
  record Told(String what, JsonNode data) {}

  SubjectRequest telling(List<Told> all, boolean isAll) {
    return new SubjectRequest(
        id, kind, subject, reason, requestedBy, requestedAt, finishedAt, items, all, isAll);
  }

  SubjectRequest listing(List<Item> all) {
    return new SubjectRequest(
        id, kind, subject, reason, requestedBy, requestedAt, finishedAt, all, data, complete);
  }
}
