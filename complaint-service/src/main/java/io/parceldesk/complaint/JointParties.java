package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.problem.DomainException;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;

/**
 * Those who are asked for their part of one complaint, in the order of their first question.
 *
 * @param jointParties null where nobody was asked, as for nearly every complaint
 */
@Embeddable
record JointParties(
    @Convert(converter = JointPartiesJson.class) @ColumnTransformer(write = "?::jsonb")
        List<JointParty> jointParties) {
  static final JointParties NONE = new JointParties(null);

  List<JointParty> all() {
    return jointParties == null ? List.of() : jointParties;
  }

  JointParty require(UUID id) {
    return named(id.toString())
        .orElseThrow(() -> DomainException.notFound("Joint party " + id + " of the complaint"));
  }

  JointParty requireWaitedFor(UUID id) {
    var party = require(id);
    if (!party.isWaitedFor()) {
      throw new DomainException(
          409, "not-waited-for", "The question was answered or withdrawn already");
    }
    return party;
  }

  /** The one that a clock is about. */
  Optional<JointParty> named(String about) {
    return all().stream().filter(party -> party.about().equals(about)).findFirst();
  }

  /** As it was asked before: where it is waited for, if it is. */
  Optional<JointParty> known(Handler party) {
    var same = all().stream().filter(known -> known.party().isSamePartyAs(party)).toList();
    return same.stream()
        .filter(JointParty::isWaitedFor)
        .findFirst()
        .or(() -> same.stream().reduce((earlier, later) -> later));
  }

  List<JointParty> waitedFor() {
    return all().stream().filter(JointParty::isWaitedFor).toList();
  }

  Optional<JointParty> waitedFor(Handler party) {
    return known(party).filter(JointParty::isWaitedFor);
  }

  /** Of an outlet's departments, the one that was asked first. */
  Optional<JointParty> waitedForOf(String outlet) {
    return waitedFor().stream().filter(p -> outlet.equals(p.party().outlet())).findFirst();
  }

  Set<String> outletsInvolved() {
    return all().stream()
        .filter(party -> party.party().outlet() != null && party.isInvolved())
        .map(party -> party.party().outlet())
        .collect(Collectors.toSet());
  }

  /** In the place of what it was, or as one more. */
  JointParties with(JointParty changed) {
    return new JointParties(
        named(changed.about()).isPresent()
            ? all().stream().map(p -> p.id().equals(changed.id()) ? changed : p).toList()
            : Stream.concat(all().stream(), Stream.of(changed)).toList());
  }
}
