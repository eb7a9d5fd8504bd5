package io.parceldesk.claims.compensation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.parceldesk.chassis.money.Amount;
import java.math.BigDecimal;

/**
 * One rule that made a result. The amounts of all steps add up to the result; a rule that held
 * without changing anything has 0.00, and what a limit takes away is negative.
 *
 * @param rule its ID, such as CMPN-20
 */
public record Step(String rule, Words words, Amount amount) {

  /** Reads a step that was stored; its amount may be negative. */
  @JsonCreator
  static Step stored(
      @JsonProperty("rule") String rule,
      @JsonProperty("words") Words words,
      @JsonProperty("amount") BigDecimal amount) {
    return new Step(rule, words, new Amount(amount));
  }
}
