package io.parceldesk.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.contracts.Owner;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A further outlet or department that is asked for its part (CMP-20), with its newest question. */
public record JointPartyView(
    @Schema(description = "POST /complaints/{number}/joint-parties/{id}/answer or /withdrawal")
        String id,
    Owner party,
    String question,
    Instant askedAt,
    String askedBy,
    String answer,
    Instant answeredAt,
    String answeredBy,
    Instant withdrawnAt,
    @Schema(description = "Why the answer is not waited for any more, or null")
        JointQuestion.End withdrawal,
    @Schema(description = "The clock of the newest question") DeadlineView deadline,
    @Schema(description = "What it was asked before, the oldest first") List<Earlier> earlier,
    @Schema(description = "What the caller may do: answer, withdrawal")
        List<String> allowedActions) {

  /** A question that another one followed. */
  @Schema(name = "EarlierJointQuestion")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Earlier(
      String question,
      Instant askedAt,
      String askedBy,
      String answer,
      Instant answeredAt,
      String answeredBy,
      Instant withdrawnAt,
      JointQuestion.End withdrawal) {}
}
