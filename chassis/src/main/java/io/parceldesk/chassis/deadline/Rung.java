package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What happens at a time relative to the due time: a warning, the breach, or an escalation of the
 * case to level 1, 2 or 3.
 *
 * @param level 1 to 3 for an escalation, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rung(RungOffset at, Action action, Integer level) {

  public enum Action {
    WARNING,
    BREACH,
    ESCALATION
  }

  public Rung {
    if (at == null || action == null) {
      throw new IllegalArgumentException("A rung has a time (at) and an action");
    }
    if ((action == Action.ESCALATION) != (level != null)) {
      throw new IllegalArgumentException("An escalation has a level, other rungs have none");
    }
    if (level != null && (level < 1 || level > 3)) {
      throw new IllegalArgumentException("Escalation levels are 1 to 3");
    }
    if (action == Action.BREACH && !at.isDueTime()) {
      throw new IllegalArgumentException("The breach is at the due time: write 0");
    }
    if (action == Action.WARNING && !at.isBefore()) {
      throw new IllegalArgumentException("A warning comes before the due time");
    }
  }

  public static Rung warning(String at) {
    return new Rung(new RungOffset(at), Action.WARNING, null);
  }

  public static Rung breach() {
    return new Rung(RungOffset.AT_DUE_TIME, Action.BREACH, null);
  }

  public static Rung escalation(String at, int level) {
    return new Rung(new RungOffset(at), Action.ESCALATION, level);
  }

  @JsonIgnore
  public boolean isBreach() {
    return action == Action.BREACH;
  }
}
