package io.parceldesk.claims;

import static io.parceldesk.claims.TestClaims.OFFER;
import static io.parceldesk.claims.TestClaims.PAYMENT;
import static io.parceldesk.claims.TestClaims.REFUSAL;
import static io.parceldesk.claims.TestClaims.post;
import static io.parceldesk.claims.TestClaims.view;
import static io.parceldesk.claims.TestDesk.waybill;
import static java.util.Map.entry;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action in every status: it is possible and offered, or refused and nothing changes. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimActionsTest {
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          entry("filing", "{\"claimed\": {\"amount\": \"20.00\", \"currency\": \"CNY\"}}"),
          entry("acceptance", "{}"),
          entry("return", "{\"reason\": \"ADDRESS_MISSING\"}"),
          entry("evidence-request", "{\"slots\": [\"CLAIM_LETTER\"]}"),
          entry("offer", OFFER),
          entry("agreement", "{}"),
          entry("dispute", "{\"way\": \"COMPLAINT\"}"),
          entry("payee", "{\"role\": \"SENDER\", \"name\": \"王小明\"}"),
          entry("payment", PAYMENT),
          entry("refusal", REFUSAL),
          entry("loss-confirmation", "{\"reason\": \"签收扫描有误\"}"),
          entry("reopening", "{\"reason\": \"快件已送达\"}"),
          entry("resettlement", "{\"owed\": {}, \"reason\": \"客户退回\"}"));

  static Stream<Arguments> matrix() {
    return Stream.of(
        row("FORM_ISSUED", TestClaims::issued, "filing evidence payee"),
        row("FILED", () -> TestClaims.filed(waybill()), "acceptance return evidence payee"),
        row("RETURNED", TestClaims::returned, "filing evidence payee"),
        row(
            "ACCEPTED",
            () -> TestClaims.accepted(waybill()),
            "evidence evidence-request offer refusal payee"),
        row(
            "OFFERED",
            () -> TestClaims.offered(waybill()),
            "evidence evidence-request agreement dispute payee"),
        row(
            "AGREED",
            () -> TestClaims.agreed(waybill()),
            "evidence evidence-request payee payment"),
        row("AGREED", () -> TestClaims.ordered(waybill()), "evidence evidence-request"),
        row(
            "DISPUTED",
            TestClaims::disputed,
            "evidence evidence-request offer agreement dispute refusal payee"),
        row("PAID", () -> TestClaims.paid(waybill()), ""),
        row("REFUSED", TestClaims::refused, "dispute"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource
  void matrix(String status, Supplier<String> claim, Set<String> possible) {
    var number = claim.get();
    int version =
        view(number)
            .body("status", is(status))
            .body("allowedActions", containsInAnyOrder(possible.toArray()))
            .extract()
            .path("version");

    BODIES.forEach(
        (action, body) -> {
          if (!possible.contains(action)) {
            post(number, action, body)
                .statusCode(409)
                .body("code", is("illegal-transition"))
                .body("currentStatus", is(status))
                .body("allowedActions", containsInAnyOrder(possible.toArray()));
          }
        });

    view(number).body("status", is(status)).body("version", is(version));
  }

  private static Arguments row(String status, Supplier<String> claim, String possible) {
    var actions = possible.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(possible.split(" ")));
    return Arguments.of(status, claim, actions);
  }
}
