package io.parceldesk.notification.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** A block of IP addresses in CIDR notation. */
record AddressBlock(byte[] network, int bits) {

  /** Where nothing that belongs to an outlet can be: private, local, special and documentation. */
  static final List<AddressBlock> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10", // carrier-grade NAT
              "127.0.0.0/8",
              "169.254.0.0/16", // link-local, clouds' metadata
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24", // documentation
              "192.88.99.0/24", // 6to4 relays
              "192.168.0.0/16",
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, broadcast
              // of IPv6 only 2000::/3 is public at all: the rest is loopback, IPv4-compatible,
              // NAT64,
              // discard, unique local, link-local, site-local, multicast or given to nobody
              "::/3",
              "4000::/2",
              "8000::/1",
              "2001::/23", // protocols' own; Teredo carries an IPv4 address
              "2001:db8::/32", // documentation
              "2002::/16", // 6to4 carries an IPv4 address
              "3fff::/20") // documentation
          .map(AddressBlock::parse)
          .toList();

  static AddressBlock parse(String cidr) {
    var slash = cidr.indexOf('/');
    try {
      var network = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
      return new AddressBlock(network, Integer.parseInt(cidr.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(cidr, e);
    }
  }

  /** Java reads an IPv4 address mapped into IPv6 as the IPv4 address, so it is judged as such. */
  boolean contains(InetAddress address) {
    var bytes = address.getAddress();
    if (bytes.length != network.length) {
      return false;
    }
    for (var bit = 0; bit < bits; bit++) {
      var mask = 0x80 >> bit % 8;
      if ((bytes[bit / 8] & mask) != (network[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
