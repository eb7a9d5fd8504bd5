package io.parceldesk.chassis.watch;

import java.util.List;

/** A bean that has something to be sampled. */
public interface Sampled {
  /** Asked for once, when the service starts. */
  List<Sample> samples();
}
