package io.parceldesk.inquiry;

/** What a sender can decide about a problem parcel (PRB-03 to PRB-06). */
public enum InstructionKind {
  REDELIVER,
  /** Another phone or recipient: goes on to the outlet directly (PRB-06). */
  CHANGE_CONTACT,
  CHANGE_ADDRESS,
  /** Another COD amount or freight: the courier confirms it first (PRB-05). */
  CHANGE_AMOUNT,
  HOLD,
  RETURN,
  ABANDON;

  boolean needsCourier() {
    return this == CHANGE_AMOUNT;
  }
}
