package io.parceldesk.chassis.cases;

import java.util.Set;

/**
 * A step in the life of a kind of case: an enum that knows its successors.
 *
 * @param <S> the enum itself
 */
public interface CaseStatus<S> {
  /** The only ways on from here; empty at the end. */
  Set<S> successors();

  default boolean leadsTo(S next) {
    return successors().contains(next);
  }
}
