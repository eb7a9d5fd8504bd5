package io.parceldesk.chassis.cases;

/** What every case is told of when it comes in, whatever its kind. */
public interface Intake {
  Channel channel();

  /** The kind's own; category is what work lists of all kinds of case call it. */
  Enum<?> category();

  CustomerTier tier();

  /** Whether the customer cannot wait. */
  default boolean urgent() {
    return false;
  }

  /** Null where it is not known. */
  default String waybill() {
    return null;
  }

  /** The customer's, sealed, or null. */
  String contact();
}
