package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.problem.InvalidBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a deadline policy says.
 *
 * @param kind of the deadline, such as RESOLVE
 * @param rules of the trade that it keeps, such as SLA-10
 * @param rungs in the order in which they come; without any: a warning, the breach, and an
 *     escalation to level 1 with it
 * @param match the cases that it is for; all when left out
 * @param pauses why and how long a SERVICE clock may stand still; not at all when left out
 * @param retarget what becomes of an open deadline when the case changes; RETROACTIVE by default
 * @param reopening what a reopened case gets; RESTART by default
 * @param cappedBy kind of the deadline that this one is never later than (SLA-19), or null
 * @param startsAfter kind of the deadline after whose meeting this clock starts when the customer
 *     gets in touch again: before there is a first answer, its own clock rules; or null
 * @param atOpening whether the clock starts when the case is opened
 * @param applyToOpen whether deadlines that are open take this version on
 * @param withdrawn the policy ends with this version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyTerms(
    String kind,
    List<String> rules,
    Nature nature,
    Budget budget,
    List<Rung> rungs,
    Match match,
    Pauses pauses,
    Retarget retarget,
    Reopening reopening,
    String cappedBy,
    String startsAfter,
    boolean atOpening,
    boolean applyToOpen,
    boolean withdrawn) {

  /**
   * RETROACTIVE: as if it had been so from the start; KEEP_ELAPSED: the used share stays used;
   * RESTART: anew.
   */
  public enum Retarget {
    RETROACTIVE,
    KEEP_ELAPSED,
    RESTART
  }

  /** REMAINING: what was left of the budget; RESTART: the whole budget again. */
  public enum Reopening {
    REMAINING,
    RESTART
  }

  /**
   * Reasons such as WAITING_FOR_CUSTOMER; {@code longest} ends a pause by itself, null: no limit.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Pauses(Set<String> reasons, Budget longest) {
    public Pauses {
      reasons = reasons == null ? Set.of() : Match.sorted(reasons);
    }
  }

  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z_]{1,39}");

  public PolicyTerms {
    require(kind != null && KIND.matcher(kind).matches(), "kind", "A kind is such as RESOLVE");
    require(budget != null, "budget", "A policy has a budget such as PT24H, 7d, 3wd or 4wh");
    rules = rules == null ? List.of() : List.copyOf(rules);
    require(String.join(", ", rules).length() <= 80, "rules", "At most 80 characters in all");
    nature = nature == null ? Nature.SERVICE : nature;
    rungs = checked(rungs == null || rungs.isEmpty() ? usualRungs() : rungs);
    match = match == null ? new Match(null, null, null, null, null, null) : match;
    pauses = pauses == null ? new Pauses(Set.of(), null) : pauses;
    retarget = retarget == null ? Retarget.RETROACTIVE : retarget;
    reopening = reopening == null ? Reopening.RESTART : reopening;
    require(
        nature == Nature.SERVICE || pauses.reasons().isEmpty(),
        "pauses",
        "A statutory clock never pauses");
    require(!kind.equals(startsAfter), "startsAfter", "A deadline cannot start after itself");
    require(!kind.equals(cappedBy), "cappedBy", "A deadline cannot cap itself");
  }

  /** The same in force for a kind that another one caps. */
  PolicyTerms cappedBy(String cap) {
    return with(cap, applyToOpen);
  }

  /** The same for deadlines that are open, too. */
  PolicyTerms forOpenToo() {
    return with(cappedBy, true);
  }

  private PolicyTerms with(String cap, boolean forOpen) {
    return new PolicyTerms(
        kind,
        rules,
        nature,
        budget,
        rungs,
        match,
        pauses,
        retarget,
        reopening,
        cap,
        startsAfter,
        atOpening,
        forOpen,
        withdrawn);
  }

  private static List<Rung> usualRungs() {
    return List.of(Rung.warning("-20%"), Rung.breach(), Rung.escalation("0", 1));
  }

  private static List<Rung> checked(List<Rung> given) {
    var rungs = new ArrayList<>(given);
    if (rungs.stream().noneMatch(Rung::isBreach)) {
      var firstAfter = rungs.stream().filter(rung -> !rung.at().isBefore()).findFirst();
      rungs.add(firstAfter.map(rungs::indexOf).orElse(rungs.size()), Rung.breach());
    }
    require(
        rungs.stream().filter(Rung::isBreach).count() == 1, "rungs", "There is only one breach");
    var levels = rungs.stream().map(Rung::level).filter(level -> level != null).toList();
    require(
        levels.size() == Set.copyOf(levels).size(), "rungs", "A level is escalated to only once");
    return List.copyOf(rungs);
  }

  private static void require(boolean holds, String where, String message) {
    if (!holds) {
      throw new InvalidBody("/" + where, message);
    }
  }
}
