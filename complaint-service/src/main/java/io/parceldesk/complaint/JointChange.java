package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.complaint.JointQuestion.End;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.ComplaintEvent.ComplaintJointPartyAnswered;
import io.parceldesk.contracts.ComplaintEvent.ComplaintJointPartyAsked;
import io.parceldesk.contracts.ComplaintEvent.ComplaintJointPartyWithdrawn;
import io.parceldesk.contracts.ComplaintEvent.Withdrawal;
import java.time.Instant;
import java.util.List;

/**
 * What a change of a complaint means for those who are asked for their part (CMP-20): their clocks,
 * what the timeline tells, what they are told.
 *
 * @param parties as they are after the change
 * @param facts of the complaint after the change
 */
record JointChange(JointParties parties, Change change, CaseFacts facts) {

  /** Asked again, the clock begins anew; {@code replyBy} is null where no policy sets a time. */
  JointChange asks(Handler party, JointQuestion question, Instant replyBy) {
    var asked =
        parties
            .known(party)
            .map(known -> known.askedAgain(party, question))
            .orElseGet(() -> JointParty.asked(party, question));
    return with(
            asked, change.noting(asked.code()).startsAbout(asked.about(), Complaint.JOINT_REPLY))
        .tellsAsked(asked, replyBy);
  }

  JointChange answered(JointParty party, String sealed, String by, Instant now) {
    return with(
        party.answered(sealed, by, now),
        change
            .noting(party.code())
            .meetsAbout(party.about(), Complaint.JOINT_REPLY)
            .announces(new ComplaintJointPartyAnswered(facts, party.about(), party.owner(), now)));
  }

  /** Its part is not needed any more. */
  JointChange withdraws(JointParty party, String note, Instant now) {
    var noted = change.noting(note == null ? party.code() : party.code() + ": " + note);
    return with(parties, noted).ends(party, End.REQUEST, now);
  }

  /** Who handles the complaint answers for all of it. */
  JointChange releasesHandler(Handler handler, Instant now) {
    return parties.waitedFor(handler).map(p -> releases(p, End.HANDLER, now)).orElse(this);
  }

  /** Nobody is left waiting for an answer that is of no use any more. */
  JointChange releasesAll(Instant now) {
    var all = this;
    for (var party : parties.waitedFor()) {
      all = all.releases(party, End.CLOSED, now);
    }
    return all;
  }

  /** Who is among those that go on in another complaint is not told that it is released. */
  JointChange handsOver(List<JointParty> going, String survivor, Instant now) {
    var all = this;
    for (var party : parties.waitedFor()) {
      all =
          going.stream().anyMatch(goes -> goes.id().equals(party.id()))
              ? all.with(
                  party.ended(End.MERGED, now),
                  all.change.telling("joint-hand-over", party.code() + ": " + survivor))
              : all.releases(party, End.MERGED, now);
    }
    return all;
  }

  /** They come with their clocks. */
  JointChange takesOver(List<JointParty> coming, MergeTimes known) {
    var all = this;
    for (var party : coming) {
      all =
          all.with(party, all.change.telling("joint-parties", party.code()))
              .tellsAsked(party, known.replyBy(party.about()));
    }
    return all;
  }

  private JointChange releases(JointParty party, End why, Instant now) {
    var ended = ends(party, why, now);
    return with(ended.parties, ended.change.telling("joint-withdrawal", party.code() + ": " + why));
  }

  private JointChange ends(JointParty party, End why, Instant now) {
    return with(
        party.ended(why, now),
        change
            .cancelsAbout(party.about(), Complaint.JOINT_REPLY)
            .announces(
                new ComplaintJointPartyWithdrawn(
                    facts, party.about(), party.owner(), Withdrawal.valueOf(why.name()))));
  }

  private JointChange tellsAsked(JointParty party, Instant replyBy) {
    return with(
        parties,
        change.announces(
            new ComplaintJointPartyAsked(facts, party.about(), party.owner(), replyBy)));
  }

  private JointChange with(JointParty changed, Change told) {
    return with(parties.with(changed), told);
  }

  private JointChange with(JointParties changed, Change told) {
    return new JointChange(changed, told, facts);
  }
}
