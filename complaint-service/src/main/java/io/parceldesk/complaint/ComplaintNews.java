package io.parceldesk.complaint;

import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ComplaintEvent;
import io.parceldesk.contracts.ComplaintEvent.ComplaintAnswered;
import io.parceldesk.contracts.ComplaintEvent.ComplaintAssigned;
import io.parceldesk.contracts.ComplaintEvent.ComplaintClosed;
import io.parceldesk.contracts.ComplaintEvent.ComplaintEscalated;
import io.parceldesk.contracts.ComplaintEvent.ComplaintMerged;
import io.parceldesk.contracts.ComplaintEvent.ComplaintReferredToClaims;
import io.parceldesk.contracts.ComplaintEvent.ComplaintReopened;
import io.parceldesk.contracts.ComplaintEvent.Duplicate;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import java.time.Instant;
import java.util.List;

/**
 * What is told of a complaint as it stands.
 *
 * @param contact whom it is told, sealed
 * @param duplicates whose customers hear of it too
 */
record ComplaintNews(CaseFacts facts, Owner owner, String contact, List<Duplicate> duplicates) {

  ComplaintEvent assigned() {
    return new ComplaintAssigned(facts, owner);
  }

  /** A misunderstanding that was cleared up is an answer without a remedy. */
  ComplaintEvent explained(Instant toldAt) {
    return new ComplaintAnswered(facts, false, null, toldAt, contact, duplicates);
  }

  ComplaintEvent carriedOut(Plan plan, Instant toldAt) {
    return new ComplaintAnswered(facts, true, plan.remedy().name(), toldAt, contact, duplicates);
  }

  ComplaintEvent escalated(Raise why) {
    return new ComplaintEscalated(
        facts,
        why.level(),
        why.trigger(),
        why.reasonCode(),
        why.by(),
        why.deadline(),
        owner,
        null,
        contact,
        duplicates);
  }

  /** {@code satisfied} is null where the customer was not asked. */
  ComplaintEvent closed(Boolean satisfied) {
    return new ComplaintClosed(facts, satisfied, contact, duplicates);
  }

  ComplaintEvent reopened() {
    return new ComplaintReopened(facts, contact, duplicates);
  }

  ComplaintEvent merged(CaseRef into, Instant answerBy) {
    return new ComplaintMerged(facts, into, answerBy, contact);
  }

  ComplaintEvent referredToClaims(String ground, String route, Money claimed) {
    return new ComplaintReferredToClaims(facts, ground, route, claimed, contact);
  }
}
