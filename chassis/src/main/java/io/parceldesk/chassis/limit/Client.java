package io.parceldesk.chassis.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who uses a public route, as far as the network tells. */
public final class Client {
  private Client() {}

  /** A whole /64 of IPv6 is one client, as everybody there can have any address of it. */
  public static String of(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      var bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 4
          ? InetAddress.getByAddress(bytes).getHostAddress()
          : HexFormat.of().formatHex(Arrays.copyOf(bytes, 8));
    } catch (UnknownHostException e) {
      return address; // a name that a proxy told; it is still one client
    }
  }
}
