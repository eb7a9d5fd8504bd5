package io.parceldesk.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private final AddressGuard guard = new AddressGuard(false, InetAddress::getAllByName);

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
    "2001:0:7f00:1::, Teredo to loopback",
    "2001:2::1, benchmarks",
    "2001:20::1, hashes of keys",
    "::ffff:0:7f00:1, translated IPv4",
    "3fff::1, documentation",
    "4000::1, given to nobody",
    "5f00::1, segment routing",
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
    "https://localhost./hook, the same with a dot",
    "https://LOCALHOST/hook, the same in capitals",
    "https://db.localhost/hook, a name below it",
    "https://printer.local/hook, a name of the local network",
    "https://metadata.google.internal/computeMetadata/v1/, a cloud's metadata by name",
    "https://postgres/hook, a name without a dot",
    "https://127.0.0.1/hook, loopback",
    "https://169.254.169.254/latest/meta-data/, the clouds' metadata",
    "https://2130706433/hook, loopback as one decimal number",
    "https://0x7f000001/hook, as one hexadecimal number",
    "https://0x7f.0.0.1/hook, in hexadecimal parts",
    "https://017700000001/hook, as one octal number",
    "https://0177.0.0.1/hook, in octal parts",
    "https://127.1/hook, loopback with parts left out",
    "https://8.8.2056/hook, even a public one with parts left out",
    "https://1.1.1.01/hook, leading zeros are read as octal by some",
    "https://[::1]/hook, loopback in IPv6",
    "https://[::ffff:192.168.0.1]/hook, mapped",
    "https://[::ffff:a9fe:a9fe]/hook, the metadata mapped",
    "https://[64:ff9b::a9fe:a9fe]/hook, the metadata behind NAT64",
    "https://[2002:a9fe:a9fe::]/hook, the metadata behind 6to4",
    "https://[fe80::1%25eth0]/hook, with a zone",
    "http://1.1.1.1/hook, not encrypted",
    "ftp://1.1.1.1/hook, another protocol",
    "file:///etc/passwd, a file",
    "gopher://1.1.1.1:70/1, an old protocol",
    "https://user:secret@1.1.1.1/hook, credentials",
    "https://1.1.1.1@localhost/hook, another host in disguise",
    "https://1.1.1.1/hook#fragment, a fragment",
    "https://1.1.1.1:22/hook, SSH",
    "https://1.1.1.1:25/hook, mail",
    "https://1.1.1.1:0/hook, no port",
    "https://1.1.1.1:65536/hook, beyond the ports",
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
  void refusesAHostOfWhichOneAddressIsPrivate() {
    var mixed =
        new AddressGuard(
            false, host -> new InetAddress[] {address("1.1.1.1"), address("10.0.0.1")});

    assertThatExceptionOfType(WebhookUnreachable.class)
        .isThrownBy(() -> mixed.resolve("https://hooks.example.com/"));
  }

  @Test
  void asksForTheAddressesOnceSoThatASecondAnswerHasNoEffect() throws WebhookUnreachable {
    var answers = new ArrayDeque<>(List.of("1.1.1.1", "127.0.0.1"));
    var rebinding = new AddressGuard(false, host -> new InetAddress[] {address(answers.remove())});

    var target = rebinding.resolve("https://rebinding.example.com/hook");

    assertThat(answers).containsExactly("127.0.0.1");
    assertThat(target.address().isUnresolved()).isFalse();
    assertThat(target.address().getAddress().getHostAddress()).isEqualTo("1.1.1.1");
    assertThat(target.address().getHostString())
        .as("no name to resolve again")
        .isEqualTo("1.1.1.1");
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
    var target = new AddressGuard(true, InetAddress::getAllByName).resolve("http://127.0.0.1/hook");

    assertThat(target.address().getPort()).isEqualTo(80);
    assertThat(target.isTls()).isFalse();
  }

  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }
}
