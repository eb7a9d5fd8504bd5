package io.parceldesk.chassis.problem;

/** The life cycle has no way from one status to the other: 409. */
public class IllegalTransition extends DomainException {
  public IllegalTransition(Enum<?> from, Enum<?> to) {
    super(409, "illegal-transition", from + " cannot become " + to);
    with("currentStatus", from.name());
  }
}
