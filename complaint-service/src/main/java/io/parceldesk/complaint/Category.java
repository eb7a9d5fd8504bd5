package io.parceldesk.complaint;

/**
 * What a complaint is about (CMP-03), with the severity that its limits depend on (CMP-21, AMB-25).
 */
public enum Category {
  ATTITUDE(1),
  DELAY(3),
  DAMAGE(5),
  SHORTAGE(5),
  LOSS(5),
  MISMATCH(5),
  FALSE_SIGNATURE(3),
  LOCKER_WITHOUT_CONSENT(3),
  OVERCHARGE(3),
  PRIVACY(5),
  OTHER(3);

  private final int stars;

  Category(int stars) {
    this.stars = stars;
  }

  /** 1 simple, 3 complex, 5 major. */
  public int stars() {
    return stars;
  }
}
