package io.parceldesk.complaint.defaults;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.complaint.Category;
import java.time.Instant;

/**
 * Who answers for a category where nobody is named (CMP-08), in one of its versions.
 *
 * @param outlet the part of the outlet that answers, where it is known; null: the department does
 * @param author who wrote it, or shipped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DefaultHandlerRule(
    Category category,
    int version,
    Part outlet,
    String department,
    String author,
    String reason,
    Instant createdAt) {

  /** How an outlet takes part in what is complained of. */
  enum Part {
    COMPLAINED_AGAINST,
    DELIVERING,
    SENDING
  }
}
