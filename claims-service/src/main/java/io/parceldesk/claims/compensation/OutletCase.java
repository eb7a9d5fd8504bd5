package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.problem.DomainException;
import java.util.List;

/**
 * What one outlet asks another for. Never what a customer is owed: that is a {@link CustomerCase}
 * (CMPN-01).
 *
 * @param agency the destination outlet was in its agency period on the dispatch date (AMB-08)
 * @param batch a batch or whole bag, as the filer chose and headquarters confirmed (AMB-10)
 * @param arbitrated decided by headquarters, not settled between the outlets (AMB-09)
 * @param thirdPartyTransfer a transfer by third-party logistics that was late (CMPN-47)
 */
public record OutletCase(
    OutletGround ground,
    boolean agency,
    boolean batch,
    boolean arbitrated,
    boolean thirdPartyTransfer,
    Filing filing,
    List<OutletParcel> parcels) {

  public OutletCase {
    parcels = List.copyOf(parcels);
    requireParcels(parcels, batch);
    requireDifferent(parcels);
    if (thirdPartyTransfer && ground != OutletGround.DELAY) {
      throw DomainException.refusedByRule(
          "CMPN-47", "transfer-without-delay", "A late transfer is a matter of delay");
    }
  }

  boolean single() {
    return !batch;
  }

  private static void requireParcels(List<OutletParcel> parcels, boolean batch) {
    if (parcels.isEmpty() || (!batch && parcels.size() > 1)) {
      throw DomainException.refusedByRule(
              "AMB-10",
              "not-one-parcel",
              "Without a batch there is exactly one parcel; a batch has at least one")
          .with("parcels", parcels.size());
    }
  }

  private static void requireDifferent(List<OutletParcel> parcels) {
    var different = parcels.stream().map(OutletParcel::waybill).distinct().count();
    if (different < parcels.size()) {
      throw DomainException.refusedByRule(
          "AMB-10", "duplicate-waybill", "Every parcel of a batch has a waybill of its own");
    }
  }
}
