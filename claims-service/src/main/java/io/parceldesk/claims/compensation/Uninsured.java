package io.parceldesk.claims.compensation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parceldesk.chassis.money.Amount;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How uninsured goods are compensated: by civil law the actual loss, and never more than a limit
 * that was validly agreed (CMPN-06, REG-05). The postal three times are no such limit (AMB-31).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "plugin")
@JsonSubTypes({
  @Type(name = "CIVIL_ACTUAL_LOSS", value = Uninsured.CivilActualLoss.class),
  @Type(name = "CONTRACT_LIMIT", value = Uninsured.LimitByFreight.class),
  @Type(name = "FIXED_LIMIT", value = Uninsured.FixedLimit.class)
})
public sealed interface Uninsured {

  /** The limit of the company's terms, for a case that names none of its own. */
  Optional<Amount> usualLimit(CustomerCase claim);

  /** The actual loss is paid in full. */
  record CivilActualLoss() implements Uninsured {
    @Override
    public Optional<Amount> usualLimit(CustomerCase claim) {
      return Optional.empty();
    }
  }

  /** The terms name a multiple of the freight. */
  record LimitByFreight(BigDecimal timesFreight) implements Uninsured {
    public LimitByFreight {
      Consistent.require(timesFreight.signum() > 0, "timesFreight must be more than nothing");
    }

    @Override
    public Optional<Amount> usualLimit(CustomerCase claim) {
      return Optional.of(claim.knownFreight("REG-05").times(timesFreight));
    }
  }

  /** The terms name an amount. */
  record FixedLimit(Amount limit) implements Uninsured {
    @Override
    public Optional<Amount> usualLimit(CustomerCase claim) {
      return Optional.of(limit);
    }
  }
}
