package io.parceldesk.inquiry;

import static io.parceldesk.inquiry.PickupStatus.COLLECTED;
import static io.parceldesk.inquiry.PickupStatus.DISPATCHED;
import static io.parceldesk.inquiry.PickupStatus.FAILED;
import static io.parceldesk.inquiry.PickupStatus.ORDERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.ClockStep.Cancel;
import io.parceldesk.chassis.cases.ClockStep.Meet;
import io.parceldesk.chassis.cases.ClockStep.Start;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.InquiryEvent.PickupOrdered;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PickupTest {
  private static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");
  private static final Instant NOON = NINE.plusSeconds(3 * 3600);

  @Test
  void tellsByWhenSomebodyComes() {
    var pickup = pickup("LLT-GZ-01");

    var change = pickup.ordered(NOON);

    assertThat(change.clocks()).containsExactly(new Start("COLLECT", NOON));
    assertThat(change.events())
        .containsExactly(new PickupOrdered(pickup.facts(), NOON, "sealed sender"));
  }

  @Test
  void isNotPromisedForAMomentThatHasPassed() {
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> pickup(null).ordered(NINE))
        .satisfies(refusal -> assertThat(refusal.members()).containsEntry("rule", "ORD-06"));
  }

  @Test
  void tellsAnOutletOnceThatItHasToCollect() {
    var pickup = ordered("LLT-GZ-01");

    assertThat(pickup.dispatch("LLT-GZ-01", "courier.wu").events()).isEmpty();
    assertThat(pickup.owner().assignee()).isEqualTo("courier.wu");
    assertThat(pickup.dispatch("LLT-GZ-02", "courier.ma").events())
        .hasOnlyElementsOfType(PickupOrdered.class)
        .hasSize(1);
    assertThat(pickup.status()).isEqualTo(DISPATCHED);
  }

  @Test
  void isOverWhenItIsCollected() {
    var pickup = ordered("LLT-GZ-01");

    var change = pickup.collect("LLT8812604417", NOON);

    assertThat(pickup.status()).isEqualTo(COLLECTED);
    assertThat(pickup.facts().waybill()).isEqualTo("LLT8812604417");
    assertThat(change.clocks()).containsExactly(new Meet("COLLECT"));
    assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> pickup.fail("nobody home"));
  }

  @Test
  void isRebookedAfterItFailed() {
    var pickup = ordered("LLT-GZ-01");

    var failed = pickup.fail("nobody home");
    assertThat(pickup.status()).isEqualTo(FAILED);
    assertThat(failed.clocks())
        .containsExactly(new Cancel("COLLECT"), new Start("WORK_ORDER", null));
    assertThat(pickup.possibleActions())
        .containsExactly(PickupAction.REBOOKING, PickupAction.CANCELLATION);

    var rebooked = pickup.rebook(NOON.plusSeconds(60), NOON);
    assertThat(pickup.status()).isEqualTo(ORDERED);
    assertThat(rebooked.clocks())
        .containsExactly(new Meet("WORK_ORDER"), new Start("COLLECT", NOON.plusSeconds(60)));
    assertThat(rebooked.events()).hasSize(1);
  }

  private static Pickup ordered(String outlet) {
    var pickup = pickup(outlet);
    pickup.ordered(NOON);
    return pickup;
  }

  private static Pickup pickup(String outlet) {
    return new Pickup(
        new Ticket(CaseNumber.of(CaseKind.PICKUP, NINE, 11), NINE, false),
        new NewPickup(
            Channel.PHONE,
            Route.DOMESTIC,
            false,
            CustomerTier.ORDINARY,
            "sealed sender",
            "sealed place",
            "a phone"),
        outlet);
  }
}
