package io.parceldesk.notification.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told that a period is over: nobody where it may pass unused. */
class PassedPeriodsTest {
  @ParameterizedTest
  @CsvSource({
    "OBJECTION, SERVICE", // the ruling stands (ARB-08)
    "NEGOTIATION, SERVICE", // headquarters may be asked (AMB-15)
    "MATERIAL, SERVICE", // overdue, or the end: the dispute's own events tell (ARB-09)
    "EVIDENCE, SERVICE", // the claimant's own time (CLM-02)
    "PRESCRIPTION, STATUTORY", // it warns and refuses nobody (AMB-20)
    "SENDER_REPLY, SERVICE", // the sender's own time (PRB-11)
    "VALIDITY, SERVICE" // nobody asked about the parcel (INQ-06)
  })
  void tellsNobodyThatHeIsLate(String kind, String nature) {
    assertThat(told(kind, nature)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANSWER", "RESOLVE", "CUSTODY", "WHAT_AN_ADMIN_THOUGHT_OF"})
  void tellsTheOutletThatIsLate(String kind) {
    assertThat(told(kind, "SERVICE")).contains(Audience.OUTLET, Audience.DEPARTMENT);
    assertThat(told(kind, "STATUTORY")).contains(Audience.OUTLET, Audience.DEPARTMENT);
  }

  /** After the last return there is nothing left to do (CMPN-48). */
  @Test
  void tellsBothOutletsThatADisputeWasClosedAndNotThatItWasRuled() {
    var data = JsonNodeFactory.instance.objectNode();
    data.putObject("case").put("status", "CLOSED_EMPTY");

    assertThat(RoutingRules.shipped())
        .filteredOn(rule -> rule.appliesTo("dispute-ruled", data))
        .filteredOn(rule -> rule.to() != Audience.SUBSCRIBERS)
        .extracting(RoutingRule::to, RoutingRule::message)
        .containsExactly(
            tuple(Audience.OUTLET, "dispute-closed-empty.outlet"),
            tuple(Audience.FILING_OUTLET, "dispute-closed-empty.outlet"));
  }

  /** Endpoints subscribe to the type, whatever it says. */
  private static List<Audience> told(String kind, String nature) {
    var data = JsonNodeFactory.instance.objectNode();
    data.putObject("deadline").put("kind", kind).put("nature", nature);
    return RoutingRules.shipped().stream()
        .filter(rule -> rule.appliesTo("deadline-breached", data))
        .map(RoutingRule::to)
        .filter(audience -> audience != Audience.SUBSCRIBERS)
        .toList();
  }
}
