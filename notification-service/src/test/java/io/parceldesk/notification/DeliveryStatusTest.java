package io.parceldesk.notification;

import static io.parceldesk.notification.DeliveryStatus.DELIVERED;
import static io.parceldesk.notification.DeliveryStatus.PENDING;
import static io.parceldesk.notification.DeliveryStatus.SENDING;
import static io.parceldesk.notification.DeliveryStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryStatusTest {
  @Test
  void sendsWhatIsUnknownOnceMore() {
    assertThat(UNKNOWN.leadsTo(SENDING)).isTrue();
    assertThat(UNKNOWN.leadsTo(DELIVERED)).isTrue();
  }

  @Test
  void leavesWhatHasArrivedAlone() {
    assertThat(DeliveryStatus.values()).noneMatch(DELIVERED::leadsTo);
  }

  @Test
  void isNeverPlannedTwice() {
    assertThat(PENDING.leadsTo(PENDING)).isFalse();
  }
}
