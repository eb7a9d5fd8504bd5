package io.parceldesk.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private final AddressGuard guard = new AddressGuard(() -> false);

  @ParameterizedTest(name = "{0} is not public: {1}")
  @CsvSource({
    "0.0.0.0, this host",
    "10.1.2.3, private",
    "100.64.0.1, carrier-grade NAT",
    "100.127.255.255, its last",
    "127.0.0.1, loopback",
    "127.255.255.254, all of it",
    "169.254.169.254, the clouds' metadata",
    "172.16.0.1, private",
    "172.31.255.255, its last",
    "192.0.0.8, special",
    "192.0.2.1, documentation",
    "192.88.99.1, 6to4 relay",
    "192.168.1.1, private",
    "198.18.0.1, benchmarks",
    "198.19.255.255, its last",
    "198.51.100.7, documentation",
    "203.0.113.9, documentation",
    "224.0.0.1, multicast",
    "240.0.0.1, reserved",
    "255.255.255.255, broadcast",
    "::, unspecified",
    "::1, loopback",
    "::ffff:127.0.0.1, mapped loopback",
    "::ffff:10.0.0.1, mapped private",
    "::7f00:1, IPv4-compatible loopback",
    "64:ff9b::7f00:1, NAT64 to loopback",
    "64:ff9b:1::1, local NAT64",
    "100::1, discard",
    "2001::1, Teredo",
    "2001:db8::1, documentation",
    "2002:7f00:1::, 6to4 to loopback",
    "fc00::1, unique local",
    "fd12:3456::1, unique local",
    "fe80::1, link-local",
    "febf::1, its last",
    "fec0::1, site-local",
    "ff02::1, multicast"
  })
  void knowsWhatIsNotPublic(String address, String because) throws UnknownHostException {
    assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).as(because).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "2001:4860:4860::8888",
        "2400:3200::1"
      })
  void knowsWhatIsPublic(String address) throws UnknownHostException {
    assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "https://localhost/hook, a name for loopback",
    "https://127.0.0.1/hook, loopback",
    "https://2130706433/hook, loopback as one decimal number",
    "https://127.1/hook, loopback with parts left out",
    "https://[::1]/hook, loopback in IPv6",
    "https://[::ffff:192.168.0.1]/hook, mapped",
    "http://1.1.1.1/hook, not encrypted",
    "ftp://1.1.1.1/hook, another protocol",
    "file:///etc/passwd, a file",
    "https://user:secret@1.1.1.1/hook, credentials",
    "https:///hook, no host",
    "https://exa mple.com/hook, no URL",
    "https://outlet.invalid/hook, a host that nobody has"
  })
  void refuses(String url, String because) {
    assertThatExceptionOfType(WebhookUnreachable.class)
        .as(because)
        .isThrownBy(() -> guard.resolve(url));
  }

  @Test
  void namesTheVeryAddressToConnectTo() throws WebhookUnreachable {
    var target = guard.resolve("https://1.1.1.1:8443/hook?outlet=1");

    assertThat(target.address().getAddress().getHostAddress()).isEqualTo("1.1.1.1");
    assertThat(target.address().getPort()).isEqualTo(8443);
    assertThat(target.pathAndQuery()).isEqualTo("/hook?outlet=1");
  }

  @Test
  void letsOperatorsAllowPrivateAddresses() throws WebhookUnreachable {
    var target = new AddressGuard(() -> true).resolve("http://127.0.0.1/hook");

    assertThat(target.address().getPort()).isEqualTo(80);
    assertThat(target.isTls()).isFalse();
  }
}
