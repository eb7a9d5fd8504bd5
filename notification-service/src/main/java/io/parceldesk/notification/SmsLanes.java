package io.parceldesk.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/**
 * Every SMS gateway has a lane of its own. A number always gets the same lane, and the lanes get
 * numbers in proportion to their gateways' shares; where no share is configured the first gateway
 * gets all.
 */
@ApplicationScoped
public class SmsLanes {
  private static final String PREFIX = MessageChannel.SMS.lane() + ":";

  private final List<String> names;
  private final int[] shares;
  private final int total;

  SmsLanes(SmsConfig config) {
    names = config.gateways().keySet().stream().sorted().toList();
    shares = names.stream().mapToInt(name -> config.gateways().get(name).share()).toArray();
    total = Arrays.stream(shares).sum();
  }

  public static String of(String gateway) {
    return PREFIX + gateway;
  }

  /** Names of the gateways, the preferred one first. */
  public List<String> gateways() {
    return names;
  }

  /** The lane for a recipient, by the fingerprint of its number. */
  public String laneFor(String fingerprint) {
    if (names.isEmpty()) {
      return PREFIX + "none";
    }
    if (total == 0) {
      return of(names.get(0));
    }
    var left = Math.floorMod(fingerprint.hashCode(), total);
    for (var i = 0; i < shares.length; i++) {
      left -= shares[i];
      if (left < 0) {
        return of(names.get(i));
      }
    }
    throw new IllegalStateException("shares do not add up");
  }
}
