package io.parceldesk.claims.compensation;

/** On what ground one outlet asks another for an award. */
public enum OutletGround {
  LOSS,
  DAMAGE,
  DELAY
}
