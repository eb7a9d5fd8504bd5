package io.parceldesk.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps outlets from using us to reach what is not theirs. A host is resolved here, every address
 * of it must be public, and the connection goes to the address that was checked: a second look-up
 * that answers otherwise has no effect.
 */
@ApplicationScoped
class AddressGuard {
  private static final Set<Integer> LOW_PORTS = Set.of(443, 80);
  private static final int FIRST_HIGH_PORT = 1024;

  /** Names that are never anybody's public ones, and hosts without a dot. */
  private static final Pattern LOCAL_NAME =
      Pattern.compile("[^.:]*|.*\\.(localhost|local|internal|intranet|lan|home\\.arpa)");

  /** What some resolvers read as an IPv4 address: 0x7f.1, 017700000001, 2130706433. */
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)");

  private static final Pattern DOTTED_QUAD =
      Pattern.compile("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");

  private final boolean allowPrivateAddresses;
  private final Resolver resolver;

  /** Asks for the addresses of a host. */
  interface Resolver {
    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }

  @Inject
  AddressGuard(WebhookConfig config) {
    this(config.allowPrivateAddresses(), InetAddress::getAllByName);
  }

  AddressGuard(boolean allowPrivateAddresses, Resolver resolver) {
    this.allowPrivateAddresses = allowPrivateAddresses;
    this.resolver = resolver;
  }

  WebhookTarget resolve(String text) throws WebhookUnreachable {
    var url = parse(text);
    try {
      var addresses = resolver.addressesOf(url.getHost());
      if (!allowPrivateAddresses && !Arrays.stream(addresses).allMatch(AddressGuard::isPublic)) {
        throw new WebhookUnreachable("the host is not at a public address");
      }
      // without the name, so that nothing can resolve it again
      var address = InetAddress.getByAddress(addresses[0].getAddress());
      return new WebhookTarget(url, new InetSocketAddress(address, port(url)));
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw new WebhookUnreachable("the host is unknown");
    }
  }

  static boolean isPublic(InetAddress address) {
    return AddressBlock.NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
  }

  private URI parse(String text) throws WebhookUnreachable {
    try {
      var url = new URI(text);
      var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      require(
          scheme.equals("https") || scheme.equals("http") && allowPrivateAddresses,
          "only https is allowed");
      require(
          url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null,
          "a host is required, no user name and no fragment");
      require(isPortAllowed(port(url)), "the port must be 443 or above 1023");
      requireNameOfTheOutsideWorld(url.getHost());
      return url;
    } catch (URISyntaxException e) {
      throw new WebhookUnreachable("this is not a URL");
    }
  }

  private void requireNameOfTheOutsideWorld(String host) throws WebhookUnreachable {
    var name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    require(
        !NUMBER.matcher(name).matches() || DOTTED_QUAD.matcher(name).matches(),
        "an IPv4 address has four decimal numbers");
    require(
        allowPrivateAddresses || !LOCAL_NAME.matcher(name).matches(),
        "the host is not at a public address");
  }

  private static void require(boolean holds, String otherwise) throws WebhookUnreachable {
    if (!holds) {
      throw new WebhookUnreachable(otherwise);
    }
  }

  private static boolean isPortAllowed(int port) {
    return LOW_PORTS.contains(port) || port >= FIRST_HIGH_PORT && port <= 65_535;
  }

  private static int port(URI url) {
    if (url.getPort() != -1) {
      return url.getPort();
    }
    return url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }
}
