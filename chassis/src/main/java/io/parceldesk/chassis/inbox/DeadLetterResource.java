package io.parceldesk.chassis.inbox;

import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What this service could not take in, and the command to try it again. */
@Path("/api/v1/dead-letters")
class DeadLetterResource {
  private static final int MOST = 200;

  private final DeadLetters letters;
  private final Transactions transactions;
  private final Instance<EventsConsumer<?>> consumers;

  DeadLetterResource(
      DeadLetters letters, Transactions transactions, @Any Instance<EventsConsumer<?>> consumers) {
    this.letters = letters;
    this.transactions = transactions;
    this.consumers = consumers;
  }

  @GET
  @Operation(summary = "The open dead letters, oldest first, at most 200")
  public Page<DeadLetter> list() {
    return new Page<>(letters.open(MOST), null);
  }

  @POST
  @Path("{id}/replay")
  @Operation(summary = "Takes a dead letter in again; it stays open when it is refused once more")
  public void replay(@PathParam("id") long id) {
    transactions.run(
        () -> {
          var letter = letters.exhume(id);
          replay(letter);
          return null;
        });
  }

  private void replay(DeadLetters.Exhumed letter) {
    try {
      consumers.stream()
          .filter(consumer -> consumer.reads(letter.channel()))
          .findFirst()
          .orElseThrow(() -> DomainException.notFound("Channel " + letter.channel()))
          .replay(letter.record());
    } catch (UnreadableEvent e) {
      throw new DomainException(422, "unreadable-event", "The record still cannot be read");
    }
  }
}
