package io.parceldesk.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.claims.Posting.Cause;
import io.parceldesk.claims.Posting.Purpose;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PostingTest {
  private static final CaseNumber DISPUTE =
      CaseNumber.of(CaseKind.DISPUTE, Instant.parse("2026-11-25T01:00:00Z"), 1);
  private static final Account OUTLET = Account.outlet("LLT-GZ-01");

  @Test
  void leavesOutWhatMovesNothing() {
    var posting =
        Posting.of(DISPUTE, Cause.RULING, 1)
            .moving(Purpose.AWARD, new BigDecimal("0.00"), OUTLET, Account.HEADQUARTERS)
            .moving(Purpose.AWARD, BigDecimal.TEN, OUTLET, OUTLET);

    assertThat(posting.transfers()).isEmpty();
  }

  @Test
  void neverMovesLessThanNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Posting.of(DISPUTE, Cause.RULING, 1)
                    .moving(Purpose.AWARD, BigDecimal.ONE.negate(), OUTLET, Account.HEADQUARTERS));
  }

  @Test
  void knowsAnAccountByItsOwner() {
    assertThat(Account.of("LLT-GZ-01")).isEqualTo(OUTLET);
    assertThat(OUTLET.owner()).isEqualTo("LLT-GZ-01");
    assertThat(Account.of("HEADQUARTERS")).isEqualTo(Account.HEADQUARTERS);
    assertThat(Account.of("CUSTOMERS").owner()).isEqualTo("CUSTOMERS");
  }
}
