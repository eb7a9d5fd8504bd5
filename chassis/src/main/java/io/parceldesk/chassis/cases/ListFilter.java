package io.parceldesk.chassis.cases;

/** What the lists of some kinds of case can be searched by, as their tables have the columns. */
public enum ListFilter {
  /** The customer's phone or name, by columns {@code phone_index} and {@code name_index}. */
  CUSTOMER,
  /** Column {@code escalation_level}. */
  ESCALATION_LEVEL
}
