package io.parceldesk.claims;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Intake;
import io.parceldesk.claims.compensation.OutletGround;
import io.parceldesk.claims.compensation.OutletParcel;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What the report says (ARB-01); it never changes. Whom it names is sealed.
 *
 * @param category the ground; category is what work lists of all kinds of case call it
 * @param waybill of a batch the first one's
 * @param outlet the responsible one
 * @param destinationOutlet whose agency period counts (AMB-08)
 * @param batch a batch or whole bag, as the filer says (AMB-10)
 * @param missort the delay came of it: the marker copy is asked for (ARB-04)
 * @param claimed in CNY
 * @param parcels JSON of {@link OutletParcel}s
 * @param contact the recipient, sealed
 * @param report the other people, sealed
 */
@Embeddable
public record NewDispute(
    @Enumerated(EnumType.STRING) Channel channel,
    @Enumerated(EnumType.STRING) OutletGround category,
    String waybill,
    String filingOutlet,
    String outlet,
    String destinationOutlet,
    LocalDate dispatchedOn,
    boolean batch,
    String bagNumber,
    boolean thirdPartyTransfer,
    boolean missort,
    BigDecimal claimed,
    String contents,
    @Enumerated(EnumType.STRING) CustomerTier tier,
    String parcels,
    String contact,
    String report)
    implements Intake {

  public List<OutletParcel> parcelList() {
    return DisputeJson.readList(parcels, OutletParcel.class);
  }
}
