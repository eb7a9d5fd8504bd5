package io.parceldesk.claims.compensation;

import java.util.Set;

/**
 * How customers are compensated, and how open points are read; {@code customer-compensation.yaml}.
 *
 * @param waiveServiceFeeOn with PARTIAL_DAMAGE: in proportion (AMB-22)
 * @param refundFreightOnForceMajeureLoss AMB-23
 */
public record CustomerTerms(
    Set<Harm> waiveServiceFeeOn,
    Insured insured,
    Uninsured uninsured,
    boolean refundFreightOnForceMajeureLoss) {

  /**
   * CMPN-05.
   *
   * @param capAtActual never more than the goods were worth (AMB-21)
   */
  public record Insured(boolean capAtActual) {}
}
