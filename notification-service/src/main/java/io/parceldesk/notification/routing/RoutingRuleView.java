package io.parceldesk.notification.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of a rule as it is shown; {@code versions} has all of them where one rule is asked for.
 */
@Schema(name = "RoutingRule")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoutingRuleView(
    @JsonUnwrapped RoutingRule rule,
    int version,
    int position,
    @Schema(description = "Who wrote it, or shipped") String author,
    Instant createdAt,
    List<RoutingRuleView> versions) {

  static RoutingRuleView of(RoutingRules.Stored stored) {
    return of(stored, null);
  }

  /** The newest, with all. */
  static RoutingRuleView of(List<RoutingRules.Stored> versions) {
    return of(versions.get(0), versions.stream().map(RoutingRuleView::of).toList());
  }

  private static RoutingRuleView of(RoutingRules.Stored stored, List<RoutingRuleView> versions) {
    return new RoutingRuleView(
        stored.rule(),
        stored.version(),
        stored.position(),
        stored.author(),
        stored.createdAt(),
        versions);
  }
}
