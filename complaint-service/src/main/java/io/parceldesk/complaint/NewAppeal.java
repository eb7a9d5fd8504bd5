package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Intake;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What the authority forwarded; it never changes. The appellant is sealed.
 *
 * @param complaint number of the complaint that it is about, or null when none was made here
 * @param authorityReference the authority's own number
 */
@Embeddable
public record NewAppeal(
    @Enumerated(EnumType.STRING) Channel channel,
    @Enumerated(EnumType.STRING) Category category,
    @Enumerated(EnumType.STRING) CustomerTier tier,
    String waybill,
    String contact,
    String complaint,
    String authorityReference,
    String demand)
    implements Intake {

  /** Always: the authority waits. */
  @Override
  public boolean urgent() {
    return true;
  }
}
