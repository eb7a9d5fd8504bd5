package io.parceldesk.chassis.cases;

/** In which order work is taken up. It changes neither a legal deadline nor an amount (CRM-11). */
public enum Priority {
  NORMAL,
  HIGH,
  URGENT;

  /** Urgent matters first; VIPs and those who had to come back are not kept waiting (CRM-02). */
  public static Priority of(boolean urgent, CustomerTier tier, boolean repeatedContact) {
    if (urgent) {
      return URGENT;
    }
    return repeatedContact || tier == CustomerTier.VIP ? HIGH : NORMAL;
  }

  /** The more urgent of the two. */
  public Priority atLeast(Priority other) {
    return compareTo(other) > 0 ? this : other;
  }
}
