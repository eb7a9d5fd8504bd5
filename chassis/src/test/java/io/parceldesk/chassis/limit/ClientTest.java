package io.parceldesk.chassis.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientTest {
  @Test
  void isAnAddressOfTheOldInternet() {
    assertThat(Client.of("203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(Client.of("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
  }

  @Test
  void isAWholeNetworkOfTheNewOne() {
    assertThat(Client.of("2001:db8:1:2::3")).isEqualTo(Client.of("2001:db8:1:2:ffff::9"));
    assertThat(Client.of("2001:db8:1:2::3")).isNotEqualTo(Client.of("2001:db8:1:3::3"));
  }

  @Test
  void isWhateverAProxyCallsIt() {
    assertThat(Client.of("unknown:7")).isEqualTo("unknown:7");
  }
}
