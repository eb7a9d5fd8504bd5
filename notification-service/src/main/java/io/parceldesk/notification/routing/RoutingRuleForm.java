package io.parceldesk.notification.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A routing rule as it is sent. */
@Schema(name = "RoutingRuleForm")
record RoutingRuleForm(
    @Schema(examples = "complaint-closed-customer") String id,
    @Schema(description = "true when left out; a rule that is not enabled tells nobody")
        Boolean enabled,
    @Schema(
            description = "Type of the event without version, or * for SUBSCRIBERS",
            examples = "complaint-escalated")
        String event,
    @Schema(
            description = "By path in the event's data, the values that it must have",
            examples = "{\"deadline.nature\": [\"STATUTORY\"]}")
        Map<String, List<String>> when,
    @Schema(
            description = "By path in the event's data, the values that it must not have",
            examples = "{\"deadline.kind\": [\"OBJECTION\"]}")
        Map<String, List<String>> unless,
    Audience to,
    List<MessageChannel> by,
    @Schema(
            description = "Key of the words; none for WEBHOOK",
            examples = "complaint-closed.customer")
        String message,
    @JsonProperty("class") MessageClass messageClass,
    @Schema(description = "GENERAL when left out") Purpose purpose,
    @Schema(
            description = "From the first attempt, PT1M to P7D",
            type = SchemaType.STRING,
            examples = "PT24H")
        Duration expires,
    @Schema(description = "EMAIL: where an SMS does not arrive") MessageChannel fallback,
    @Schema(description = "More than so many are told in one message") PaceForm digest,
    @Schema(description = "More than so many are not sent") PaceForm limit,
    @Schema(
            description =
                "Where two rules reach one recipient, the lower one speaks; behind all others when"
                    + " left out of a new rule")
        Integer position) {

  @Schema(name = "RoutingPace")
  record PaceForm(
      @Schema(description = "1 to 1000", examples = "10") int messages,
      @Schema(description = "PT1M to P1D", type = SchemaType.STRING, examples = "PT15M")
          Duration within) {
    static RoutingRule.Pace toPace(PaceForm form) {
      return form == null ? null : new RoutingRule.Pace(form.messages(), form.within());
    }
  }

  RoutingRule toRule() {
    return new RoutingRule(
        id,
        enabled,
        event,
        when,
        unless,
        to,
        by,
        message,
        messageClass,
        purpose,
        expires,
        fallback,
        PaceForm.toPace(digest),
        PaceForm.toPace(limit));
  }
}
