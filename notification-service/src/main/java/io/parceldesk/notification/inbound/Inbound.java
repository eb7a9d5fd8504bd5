package io.parceldesk.notification.inbound;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.outbox.Outbox;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.contracts.OutletEvent;
import io.parceldesk.contracts.OutletEvent.OutletAcknowledged;
import io.parceldesk.contracts.OutletEvent.OutletReplied;
import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.inbound.InboundMessages.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Takes in what outlets say about cases and passes it on to whoever has the case. Whether the case
 * is theirs to answer is decided there.
 */
@ApplicationScoped
class Inbound {
  /** The positions on this topic are counted apart from those of the directory's events. */
  private static final String STREAM = "OUTLET_SAYINGS";

  private final Transactions transactions;
  private final InboundGate gate;
  private final InboundSchemas schemas;
  private final InboundMessages messages;
  private final Outbox outbox;
  private final Seal seal;

  Inbound(
      Transactions transactions,
      InboundGate gate,
      InboundSchemas schemas,
      InboundMessages messages,
      Outbox outbox,
      Seal seal) {
    this.transactions = transactions;
    this.gate = gate;
    this.schemas = schemas;
    this.messages = messages;
    this.outbox = outbox;
    this.seal = seal;
  }

  Receipt receive(String outlet, SignedMessage message) {
    gate.require(outlet, message);
    var saying = schemas.read(message.body());
    return transactions.run(
        () -> {
          var stream = streamOf(outlet);
          outbox.beginStream(stream, STREAM, outlet);
          return messages
              .receiptFor(outlet, message)
              .orElseGet(() -> take(stream, outlet, message, saying));
        });
  }

  private Receipt take(UUID stream, String outlet, SignedMessage message, Saying saying) {
    messages.requireRoom(outlet);
    var receipt = messages.remember(outlet, message, saying);
    outbox.append(stream, Topics.OUTLET, event(outlet, saying, receipt.receivedAt()));
    return receipt;
  }

  private OutletEvent event(String outlet, Saying saying, Instant at) {
    var number = saying.number();
    var inReplyTo = number.reference();
    return saying.type() == InboundType.ACKNOWLEDGEMENT
        ? new OutletAcknowledged(outlet, inReplyTo, at)
        : new OutletReplied(outlet, inReplyTo, saying.answer(), seal.seal(saying.statement()), at);
  }

  private static UUID streamOf(String outlet) {
    return UUID.nameUUIDFromBytes((STREAM + "/" + outlet).getBytes(StandardCharsets.UTF_8));
  }
}
