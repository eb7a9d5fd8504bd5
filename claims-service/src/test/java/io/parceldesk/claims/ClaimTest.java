package io.parceldesk.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.ClockStep.Meet;
import io.parceldesk.chassis.cases.ClockStep.Start;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ClaimsEvent.ClaimAccepted;
import io.parceldesk.contracts.ClaimsEvent.ClaimFiled;
import io.parceldesk.contracts.ClaimsEvent.ClaimReturned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final Instant NOW = Instant.parse("2026-11-21T01:05:30Z");
  private static final Instant OFFER_BY = Instant.parse("2026-12-21T16:00:00Z");
  private static final CaseRef COMPLAINT = new CaseRef("CMP-261120-00042Q", "COMPLAINT");
  private static final CaseRef OTHER = new CaseRef("CMP-261121-00043L", "COMPLAINT");

  @Test
  void announcesItsFiling() {
    var claim = claim(new BigDecimal("820.00"), COMPLAINT);

    var change = claim.filed();

    assertThat(claim.status()).isEqualTo(ClaimStatus.FILED);
    assertThat(change.events())
        .singleElement()
        .isInstanceOfSatisfying(
            ClaimFiled.class,
            filed -> {
              assertThat(filed.ground()).isEqualTo("LOSS");
              assertThat(filed.route()).isEqualTo("DOMESTIC");
              assertThat(filed.claimed().amount()).isEqualTo("820.00");
              assertThat(filed.origin()).isEqualTo(COMPLAINT);
              assertThat(filed.contact()).isEqualTo("sealed");
            });
  }

  @Test
  void claimsNothingInNumbersWhileNoAmountWasNamed() {
    assertThat(claim(null, COMPLAINT).claimed().amount()).isEqualTo("0.00");
  }

  @Test
  void isRepliedToByAcceptance() {
    var claim = claim(new BigDecimal("820.00"), COMPLAINT);

    var change = claim.accept(OFFER_BY, false);

    assertThat(claim.status()).isEqualTo(ClaimStatus.ACCEPTED);
    assertThat(claim.offerBy()).isEqualTo(OFFER_BY);
    assertThat(change.clocks()).containsExactly(new Meet("REPLY"), new Start("PROPOSAL", null));
    assertThat(change.events())
        .singleElement()
        .isInstanceOfSatisfying(
            ClaimAccepted.class, accepted -> assertThat(accepted.offerBy()).isEqualTo(OFFER_BY));
  }

  @Test
  void isRepliedToByAReturn() {
    var claim = claim(new BigDecimal("820.00"), null);

    var change = claim.giveBack("PROOF_OF_VALUE_MISSING", Set.of(), "the invoice, please");

    assertThat(claim.status()).isEqualTo(ClaimStatus.RETURNED);
    assertThat(change.clocks()).contains(new Meet("REPLY"));
    assertThat(change.note()).isEqualTo("the invoice, please");
    assertThat(change.events())
        .singleElement()
        .isInstanceOfSatisfying(
            ClaimReturned.class,
            returned -> {
              assertThat(returned.reasonCode()).isEqualTo("PROOF_OF_VALUE_MISSING");
              assertThat(returned.origin()).isNull();
            });
  }

  @Test
  void isNotAcceptedTwice() {
    var claim = claim(new BigDecimal("820.00"), null);
    claim.accept(OFFER_BY, false);

    assertThatExceptionOfType(IllegalTransition.class)
        .isThrownBy(() -> claim.accept(OFFER_BY, false))
        .withMessage("ACCEPTED cannot become ACCEPTED");
    assertThat(claim.possibleActions()).doesNotContain(ClaimAction.ACCEPTANCE);
  }

  @Test
  void tellsACaseThatIsAttachedItsNumber() {
    var claim = claim(new BigDecimal("820.00"), null);

    var change = claim.attach(OTHER, "their contact");

    assertThat(claim.origin()).isEqualTo(OTHER);
    assertThat(change.from()).isEqualTo(change.to()).isEqualTo("FILED");
    assertThat(change.events())
        .singleElement()
        .isInstanceOfSatisfying(
            ClaimFiled.class,
            filed -> {
              assertThat(filed.origin()).isEqualTo(OTHER);
              assertThat(filed.contact()).isEqualTo("their contact");
            });
  }

  @Test
  void keepsTheCaseThatItCameFromWhenAnotherIsAttached() {
    var claim = claim(new BigDecimal("820.00"), COMPLAINT);

    claim.attach(OTHER, "their contact");

    assertThat(claim.origin()).isEqualTo(COMPLAINT);
  }

  @Test
  void isToldApartByItsRoute() {
    assertThat(claim(null, null).profile().category())
        .as("the time for a proposal depends on it (SLA-12)")
        .isEqualTo("DOMESTIC");
  }

  @Test
  void putsThoseWhoHadToComeBackFirst() {
    var claim = new Claim(ticket(true), form(null), true, new Handler(null, null, null), null);

    assertThat(claim.priority()).isEqualTo(Priority.HIGH);
  }

  private static Claim claim(BigDecimal claimed, CaseRef origin) {
    return new Claim(
        ticket(false), form(claimed), true, new Handler("LLT-GZ-01", null, null), origin);
  }

  private static Ticket ticket(boolean repeatedContact) {
    return new Ticket(CaseNumber.of(CaseKind.CLAIM, NOW, 7), NOW, repeatedContact);
  }

  private static NewClaim form(BigDecimal claimed) {
    return new NewClaim(
        Channel.PHONE,
        Ground.LOSS,
        Route.DOMESTIC,
        "LLT8812604417",
        false,
        CustomerTier.ORDINARY,
        "sealed",
        "phone",
        "name",
        Contact.Role.SENDER,
        claimed,
        "It never came");
  }
}
