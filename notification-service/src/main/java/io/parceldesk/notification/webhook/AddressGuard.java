package io.parceldesk.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Keeps outlets from using us to reach what is not theirs. A host is resolved here, every address
 * of it must be public, and the connection goes to the address that was checked: a second look-up
 * that answers otherwise has no effect.
 */
@ApplicationScoped
class AddressGuard {
  private final boolean allowPrivateAddresses;

  AddressGuard(WebhookConfig config) {
    this.allowPrivateAddresses = config.allowPrivateAddresses();
  }

  WebhookTarget resolve(String text) throws WebhookUnreachable {
    var url = parse(text);
    try {
      var addresses = InetAddress.getAllByName(url.getHost());
      if (!allowPrivateAddresses && !Arrays.stream(addresses).allMatch(AddressGuard::isPublic)) {
        throw new WebhookUnreachable("the host is not at a public address");
      }
      // without the name, so that nothing can resolve it again
      var address = InetAddress.getByAddress(addresses[0].getAddress());
      return new WebhookTarget(url, new InetSocketAddress(address, port(url)));
    } catch (UnknownHostException e) {
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
      if (!scheme.equals("https") && !(scheme.equals("http") && allowPrivateAddresses)) {
        throw new WebhookUnreachable("only https is allowed");
      }
      if (url.getHost() == null || url.getUserInfo() != null) {
        throw new WebhookUnreachable("a host is required, and no user name");
      }
      return url;
    } catch (URISyntaxException e) {
      throw new WebhookUnreachable("this is not a URL");
    }
  }

  private static int port(URI url) {
    if (url.getPort() != -1) {
      return url.getPort();
    }
    return url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }
}
