package io.parceldesk.chassis.cases;

import io.parceldesk.contracts.CaseRef;

/**
 * How a case comes to be opened.
 *
 * @param waybill where known, else null
 * @param duplicates what to do when a case of the kind is open on the waybill already
 * @param origin the case that this one comes from, or null
 */
public record OpeningRequest(String waybill, Duplicates duplicates, CaseRef origin) {
  /** What to do about a second open case on one waybill. */
  public enum Duplicates {
    REFUSE,
    ALLOW,
    ATTACH
  }

  /** By HTTP a duplicate is refused unless the request insists. */
  public static OpeningRequest byRequest(String waybill, boolean evenIfDuplicate) {
    return new OpeningRequest(
        waybill, evenIfDuplicate ? Duplicates.ALLOW : Duplicates.REFUSE, null);
  }

  /** The same, for a case that comes from another one. */
  public OpeningRequest from(CaseRef other) {
    return new OpeningRequest(waybill, duplicates, other);
  }

  /** By event a duplicate is never refused: the origin, if any, is attached to the open case. */
  public static OpeningRequest byEvent(String waybill, CaseRef origin) {
    return new OpeningRequest(waybill, Duplicates.ATTACH, origin);
  }
}
