package io.parceldesk.complaint;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.contracts.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Another outlet or department that is asked for its part of a complaint, while the complaint stays
 * with its handler (CMP-20).
 *
 * @param questions the newest last; only that one can be open
 */
public record JointParty(UUID id, Handler party, List<JointQuestion> questions) {

  static JointParty asked(Handler party, JointQuestion question) {
    return new JointParty(UuidCreator.getTimeOrderedEpoch(), party, List.of(question));
  }

  JointParty askedAgain(Handler person, JointQuestion question) {
    var before = isWaitedFor() ? ended(JointQuestion.End.ASKED_AGAIN, question.askedAt()) : this;
    return new JointParty(
        id, person, Stream.concat(before.questions.stream(), Stream.of(question)).toList());
  }

  JointParty answered(String sealed, String by, Instant at) {
    return newest(newest().answered(sealed, by, at));
  }

  JointParty ended(JointQuestion.End why, Instant at) {
    return newest(newest().ended(why, at));
  }

  /** Only what is still open, as it goes on elsewhere. */
  JointParty onlyNewest() {
    return new JointParty(id, party, List.of(newest()));
  }

  public JointQuestion newest() {
    return questions.get(questions.size() - 1);
  }

  @JsonIgnore
  public boolean isWaitedFor() {
    return newest().isOpen();
  }

  /** Whether it was asked anything that was not withdrawn: then it may see the complaint. */
  boolean isInvolved() {
    return questions.stream().anyMatch(question -> question.withdrawnAt() == null);
  }

  /** What the clock of its answer is about. */
  String about() {
    return id.toString();
  }

  Owner owner() {
    return party.owner();
  }

  /** For the timeline: codes, no person. */
  String code() {
    return Stream.of(party.outlet(), party.department())
        .filter(Objects::nonNull)
        .reduce((outlet, department) -> outlet + " " + department)
        .orElseThrow();
  }

  private JointParty newest(JointQuestion changed) {
    var earlier = questions.subList(0, questions.size() - 1);
    return new JointParty(id, party, Stream.concat(earlier.stream(), Stream.of(changed)).toList());
  }
}
