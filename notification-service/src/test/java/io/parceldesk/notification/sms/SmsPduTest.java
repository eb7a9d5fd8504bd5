package io.parceldesk.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SmsPduTest {
  @Test
  void writesUcs2() {
    assertThat(SmsPdu.whole("中A").bytes()).containsExactly(0x4e, 0x2d, 0x00, 0x41);
    assertThat(SmsPdu.whole("中A").esmClass().value()).isZero();
  }

  @Test
  void putsTheConcatenationHeaderInFront() {
    var pdu = SmsPdu.part("A", 0xfe, 3, 2);

    assertThat(pdu.bytes()).containsExactly(5, 0, 3, (byte) 0xfe, 3, 2, 0, 0x41);
    assertThat(pdu.esmClass().value()).isEqualTo((byte) 0x40);
  }

  @Test
  void keepsItsReferencesWhenSentAgain() {
    var delivery = UUID.fromString("019ab3c4-0000-7000-8000-00000001ffff");

    assertThat(SmsReference.ofPart(delivery, 1)).isEqualTo(SmsReference.ofPart(delivery, 1));
    assertThat(SmsReference.ofPart(delivery, 1)).isZero();
    assertThat(SmsReference.ofPart(delivery, 2)).isEqualTo(1);
    assertThat(SmsReference.ofWhole(delivery)).isEqualTo(1);
  }

  @Test
  void fitsAFullPartIntoOnePdu() {
    assertThat(SmsPdu.part("字".repeat(67), 1, 2, 1).bytes()).hasSize(140);
    assertThat(SmsPdu.whole("字".repeat(70)).bytes()).hasSize(140);
  }
}
