package io.parceldesk.complaint.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.contact.Contact;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** REG-09 for what people write. */
class RedactionTest {
  private final Redaction redaction =
      new Redaction(
          new Contact(Contact.Role.RECIPIENT, "王小明", null, null, null, null, null),
          Stream.of("赵六", null, "李"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          请打13800138000找王小明     | 请打138******00找王**        | phone and name
          +8613800138000 或 010-62771234 | 138******00 或 010******34    | in other forms
          写信到 li.wei@example.com   | 写信到 l***@example.com      | e-mail
          证件11010519491231002X      | 证件******************       | identity card
          派送员赵六态度差            | 派送员赵*态度差              | whoever is named in the case
          运单SF7000000000001已签收   | 运单SF7000000000001已签收    | a waybill is no phone
          李子园                      | 李子园                       | one character is no name
          """)
  void hides(String text, String hidden, String because) {
    assertThat(redaction.of(text)).as(because).isEqualTo(hidden);
  }

  @Test
  void leavesNothingAsItIs() {
    assertThat(redaction.of((String) null)).isNull();
  }
}
