package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.compensation.Consistent.inOrder;
import static io.parceldesk.claims.compensation.Consistent.require;

import io.parceldesk.chassis.money.Amount;
import java.math.BigDecimal;
import java.util.Set;

/**
 * The numbers of awards between outlets, and how open points are read; {@code outlet-award.yaml}.
 */
public record OutletTerms(
    Loss loss,
    Damage damage,
    Delay delay,
    Transfer thirdPartyTransfer,
    Fee fee,
    Reports reports,
    BatchReading batchReading) {

  /** CMPN-20 to CMPN-23. */
  public record Loss(Amount single, Amount batch, Amount agencySingle, Amount agencyBatch) {
    public Loss {
      inOrder("single", single, "batch", batch);
      inOrder("agencySingle", agencySingle, "agencyBatch", agencyBatch);
    }
  }

  /**
   * CMPN-30 to CMPN-35.
   *
   * @param monotoneNoInvoiceCap the limits without an invoice hold below the threshold too (AMB-06)
   */
  public record Damage(
      Amount ecommerceBreakage,
      Amount destroyedOrMissing,
      Amount noInvoiceThreshold,
      Amount noInvoicePractical,
      Amount noInvoiceNonPractical,
      Amount highValueFrom,
      boolean monotoneNoInvoiceCap,
      BreakageReading nonEcommerceBreakage) {}

  /** CMPN-40 to CMPN-46. */
  public record Delay(
      Amount perDay,
      BigDecimal lightMaxKg,
      Amount capLight,
      Amount capHeavy,
      Amount batch,
      Amount agencyPerDay,
      Amount agencyCap,
      Amount agencyBatch,
      LowValueReading lowValue) {
    public Delay {
      require(lightMaxKg.signum() > 0, "lightMaxKg must be more than nothing");
      inOrder("capLight", capLight, "capHeavy", capHeavy);
      inOrder("capHeavy", capHeavy, "batch", batch);
      inOrder("agencyCap", agencyCap, "agencyBatch", agencyBatch);
    }
  }

  /** CMPN-47. */
  public record Transfer(Amount perDay, Amount batch) {}

  /** CMPN-25; shares of the award (AMB-09). */
  public record Fee(
      BigDecimal liable, BigDecimal winner, Set<OutletGround> appliesTo, boolean onlyArbitrated) {
    public Fee {
      requireShare("liable", liable);
      requireShare("winner", winner);
    }

    boolean isDueOn(OutletCase filed) {
      return appliesTo.contains(filed.ground()) && (filed.arbitrated() || !onlyArbitrated);
    }

    private static void requireShare(String name, BigDecimal share) {
      var within = share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
      require(within, name + " must be a share from 0 to 1");
    }
  }

  /** What becomes of reports to headquarters that are incomplete (ARB-09) or false (ARB-11). */
  public record Reports(int maxReturns, Amount falseFilingPenalty) {
    public Reports {
      require(maxReturns >= 0, "maxReturns must not be less than nothing");
    }
  }

  /** AMB-10: whether the limit of a waybill holds inside a batch. */
  public enum BatchReading {
    SUM_OF_CAPPED_WAYBILLS,
    TOTAL_VALUE
  }

  /** AMB-07: what breakage of other goods than those bought on line is worth. */
  public enum BreakageReading {
    RATIO_OF_LOSS_TARIFF,
    REFER
  }

  /** AMB-12: whether a value below the limit of delay is a ceiling, or paid instead. */
  public enum LowValueReading {
    CEILING,
    INSTEAD
  }
}
