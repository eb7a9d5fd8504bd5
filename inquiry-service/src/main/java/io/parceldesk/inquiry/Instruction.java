package io.parceldesk.inquiry;

import io.parceldesk.contracts.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What the sender decided; amounts in CNY.
 *
 * @param newContact the recipient from now on, a sealed {@link Party} of which only what changes is
 *     set, or null
 * @param instructedBy PAGE where the sender did it alone, else who entered it
 */
@Embeddable
public record Instruction(
    @Enumerated(EnumType.STRING) InstructionKind instruction,
    String newContact,
    BigDecimal codAmount,
    BigDecimal newFreight,
    String instructedBy,
    Instant instructedAt) {

  public Money codMoney() {
    return codAmount == null ? null : Money.cny(codAmount);
  }

  public Money freightMoney() {
    return newFreight == null ? null : Money.cny(newFreight);
  }
}
