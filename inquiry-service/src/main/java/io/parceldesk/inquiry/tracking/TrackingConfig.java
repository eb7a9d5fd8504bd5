package io.parceldesk.inquiry.tracking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the public may ask. Many customers of a mobile network can be one client. */
@ConfigMapping(prefix = "parceldesk.tracking")
interface TrackingConfig {
  @WithDefault("60")
  int requestsAMinute();

  @WithDefault("30")
  int requestsAMinuteForAWaybill();

  /** Numbers that are no parcel's and digits that are not its phones'. */
  @WithDefault("20")
  int missesAnHour();

  /** From all clients; two of 10,000 would be right. */
  @WithDefault("5")
  int wrongDigitsADayForAWaybill();
}
