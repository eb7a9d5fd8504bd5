package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.identity.Permissions;
import io.parceldesk.chassis.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who may see a case, and what can be done with it now, by the caller and at all. */
@ApplicationScoped
class CaseAccess {
  private final CurrentCaller caller;
  private final Permissions permissions;

  CaseAccess(CurrentCaller caller, Permissions permissions) {
    this.caller = caller;
    this.permissions = permissions;
  }

  static void requireKind(Cases<?> cases, CaseNumber number) {
    if (number.kind() != cases.kind()) {
      throw DomainException.notFound("Case " + number);
    }
  }

  /** {@code whoWasAsked} as well, or the owner only. */
  void require(Case subject, boolean whoWasAsked) {
    var asking = caller.get();
    if (!whoWasAsked || !subject.outletsAsked().contains(String.valueOf(asking.outlet()))) {
      asking.requireAccessTo(subject.owner().outlet());
    }
  }

  /** By its version, and by its status. */
  void requirePossible(Cases<?> cases, Case subject, IfMatch ifMatch, CaseAction action) {
    if (ifMatch != null) {
      ifMatch.require(subject.version());
    }
    if (!subject.possibleActions().contains(action)) {
      throw impossible(cases, subject, action);
    }
  }

  /** The nouns of what the caller may do now. */
  List<String> allowed(Cases<?> cases, Case subject) {
    if (subject.anonymisedAt() != null) {
      return List.of();
    }
    var asking = caller.get();
    // one that was asked to help may do what is for such outlets; what is of a part, the part says
    var isAnothers =
        asking.isOutletOnly() && !String.valueOf(asking.outlet()).equals(subject.owner().outlet());
    var roles = asking.roles();
    return subject.possibleActions().stream()
        .filter(action -> !isAnothers || action.isForOutletsAsked())
        .filter(action -> !action.isOfAPart())
        .map(CaseAction::noun)
        .filter(noun -> permissions.allows(roles, "POST", cases.path() + "/{number}/" + noun))
        .toList();
  }

  private DomainException impossible(Cases<?> cases, Case subject, CaseAction action) {
    var problem =
        new DomainException(
                409,
                "illegal-transition",
                "A case in status " + subject.statusName() + " has no " + action.noun())
            .with("currentStatus", subject.statusName())
            .with("allowedActions", allowed(cases, subject));
    return subject.mergedInto() == null
        ? problem
        : problem.with("mergedInto", subject.mergedInto().text());
  }
}
