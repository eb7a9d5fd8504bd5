package io.parceldesk.notification.routing;

/** Whom a rule is about. */
enum Audience {
  /** Whose case it is, and whose were merged into it: the sealed contacts of the event. */
  CUSTOMER,
  /** The responsible outlet's contact points. */
  OUTLET,
  /** The contact points of the outlet that began a dispute. */
  FILING_OUTLET,
  /** The contact points of the responsible department. */
  DEPARTMENT,
  /**
   * People of the responsible outlet at the event's level, or of the nearest above it; for a
   * deadline, supervisors.
   */
  PEOPLE,
  /** Webhook endpoints of every outlet concerned. */
  SUBSCRIBERS
}
