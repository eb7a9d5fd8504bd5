package io.parceldesk.inquiry;

/**
 * Why a parcel cannot be delivered normally (PRB-09): classes A to D in this order, and what nobody
 * knows yet.
 */
public enum CauseClass {
  /** Weather, an accident, a jam: not humanly avoidable (PRB-10). */
  OBJECTIVE,
  /** The courier did not deliver in time, or forgot. */
  HUMAN,
  /** The number does not exist, the phone is off, the address is unclear. */
  INFORMATION,
  /** The address lies outside the delivery range. */
  OUT_OF_AREA,
  /**
   * Only the system says so, of a parcel that nobody has seen for long: who has it, has a cause.
   */
  UNKNOWN
}
