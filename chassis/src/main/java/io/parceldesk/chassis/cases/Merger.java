package io.parceldesk.chassis.cases;

import java.time.Instant;
import java.util.Set;

/**
 * What it means that one case is merged into another.
 *
 * @param ofMerged for the case that ends
 * @param ofSurvivor for the one that goes on
 * @param going what of the merged case goes on in the survivor, with the clocks that are about it
 */
public record Merger(Change ofMerged, Change ofSurvivor, Set<String> going) {

  /** Decides on two cases that are both locked. */
  public interface Decision<C extends Case> {
    Merger on(C merged, C survivor, Instant now);
  }
}
