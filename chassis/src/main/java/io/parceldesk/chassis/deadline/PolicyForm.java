package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.deadline.PolicyTerms.Pauses;
import io.parceldesk.chassis.deadline.PolicyTerms.Reopening;
import io.parceldesk.chassis.deadline.PolicyTerms.Retarget;
import io.parceldesk.chassis.problem.InvalidBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy as it is sent. */
@Schema(name = "DeadlinePolicyForm")
record PolicyForm(
    @Schema(
            description = "An existing id adds its next version; made up when left out",
            examples = "complaint-resolve-attitude-vip")
        String id,
    @Schema(description = "The deadline that it is for", examples = "RESOLVE") String kind,
    @Schema(description = "Rules that it keeps; the id when left out", examples = "SLA-08")
        List<String> rules,
    @Schema(description = "SERVICE when left out") Nature nature,
    @Schema(
            description =
                "PT24H elapsed, 7d calendar days, 1y years, 3wd working days, 3wd@close until work"
                    + " ends on the last, 4wh working hours, 30wm working minutes",
            examples = "1wd")
        String budget,
    @Schema(description = "In order; a warning at -20%, the breach and level 1 when left out")
        List<RungForm> rungs,
    @Schema(description = "The cases that it is for; all when left out") Match match,
    @Schema(description = "Why and how long the clock may stand still") PausesForm pauses,
    Retarget retarget,
    Reopening reopening,
    @Schema(description = "Never due later than this deadline", examples = "STATUTORY")
        String cappedBy,
    @Schema(
            description =
                "Starts when the customer gets in touch again after this deadline was met",
            examples = "FIRST_RESPONSE")
        String startsAfter,
    @Schema(description = "Whether the clock starts with the case") boolean atOpening,
    @Schema(description = "Whether open deadlines take it on") boolean applyToOpen,
    @Schema(description = "Ends the policy") boolean withdrawn,
    @Schema(description = "Now when left out") Instant effectiveFrom) {

  @Schema(name = "DeadlineRung")
  record RungForm(
      @Schema(
              description = "Relative to the due time: 0, -20% of the budget, -PT2H, +PT4H, +1wd",
              examples = "-20%")
          String at,
      Rung.Action action,
      @Schema(description = "1 to 3, of an escalation") Integer level) {}

  @Schema(name = "DeadlinePauses")
  record PausesForm(
      @Schema(examples = "WAITING_FOR_CUSTOMER") Set<String> reasons,
      @Schema(description = "A pause ends by itself after this", examples = "3wd")
          String longest) {}

  private static final int MOST_RUNGS = 20;

  PolicyTerms terms() {
    requireNoNull("/rules", rules);
    return new PolicyTerms(
        kind,
        rules,
        nature,
        budget == null ? null : at("/budget", () -> Budget.parse(budget)),
        rungList(),
        match,
        pauses == null ? null : pausesTerms(),
        retarget,
        reopening,
        cappedBy,
        startsAfter,
        atOpening,
        applyToOpen,
        withdrawn);
  }

  private List<Rung> rungList() {
    requireNoNull("/rungs", rungs);
    if (rungs != null && rungs.size() > MOST_RUNGS) {
      throw new InvalidBody("/rungs", "has more than " + MOST_RUNGS + " rungs");
    }
    var list = new ArrayList<Rung>();
    for (var rung : rungs == null ? List.<RungForm>of() : rungs) {
      list.add(
          at(
              "/rungs/" + list.size(),
              () ->
                  new Rung(
                      rung.at() == null ? null : new RungOffset(rung.at()),
                      rung.action(),
                      rung.level())));
    }
    return list;
  }

  private Pauses pausesTerms() {
    requireNoNull("/pauses/reasons", pauses.reasons());
    var longest =
        pauses.longest() == null
            ? null
            : at("/pauses/longest", () -> Budget.parse(pauses.longest()));
    return new Pauses(pauses.reasons(), longest);
  }

  private static void requireNoNull(String pointer, Collection<?> some) {
    if (some != null && some.stream().anyMatch(Objects::isNull)) {
      throw new InvalidBody(pointer, "must not hold null");
    }
  }

  private static <T> T at(String pointer, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidBody(pointer, e.getMessage());
    }
  }
}
