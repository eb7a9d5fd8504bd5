package io.parceldesk.complaint;

/** Why it went wrong (CMP-09): the causes of CMP-38 and PRB-10, in the classes of PRB-09. */
public enum Cause {
  WEATHER(Class.A_OBJECTIVE),
  TRAFFIC_JAM(Class.A_OBJECTIVE),
  TRAFFIC_ACCIDENT(Class.A_OBJECTIVE),
  VEHICLE_FAILURE(Class.A_OBJECTIVE),
  FLIGHT_DELAY(Class.A_OBJECTIVE),
  SUBCONTRACTOR(Class.A_OBJECTIVE),
  NOT_DELIVERED_IN_TIME(Class.B_HUMAN),
  FORGOTTEN(Class.B_HUMAN),
  SINGLE_HANDED_STEP(Class.B_HUMAN),
  WEAK_SUPERVISION(Class.B_HUMAN),
  STAFF_QUALITY(Class.B_HUMAN),
  INTERNAL_THEFT(Class.B_HUMAN),
  SEVERAL_TRANSFERS(Class.B_HUMAN),
  POOR_EQUIPMENT(Class.B_HUMAN),
  ROUGH_HANDLING(Class.B_HUMAN),
  UNTRAINED_STAFF(Class.B_HUMAN),
  PROFIT_OVER_SERVICE(Class.B_HUMAN),
  BLAME_SHIFTING(Class.B_HUMAN),
  UNKNOWN_NUMBER(Class.C_INFORMATION),
  PHONE_SUSPENDED(Class.C_INFORMATION),
  UNCLEAR_ADDRESS(Class.C_INFORMATION),
  OUT_OF_AREA(Class.D_OUT_OF_AREA),
  OTHER(Class.B_HUMAN);

  /** Whose doing it is (PRB-09). */
  public enum Class {
    A_OBJECTIVE,
    B_HUMAN,
    C_INFORMATION,
    D_OUT_OF_AREA
  }

  private final Class causeClass;

  Cause(Class causeClass) {
    this.causeClass = causeClass;
  }

  public Class causeClass() {
    return causeClass;
  }
}
