package io.parceldesk.chassis.deadline;

/**
 * What a deadline has come to. A breached one stays so; {@code metAt} says when it was met after
 * all.
 */
public enum DeadlineState {
  RUNNING,
  PAUSED,
  MET,
  BREACHED,
  CANCELLED
}
