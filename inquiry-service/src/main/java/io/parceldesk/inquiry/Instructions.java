package io.parceldesk.inquiry;

import io.parceldesk.chassis.contact.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Seals what a sender decided, so that the model never holds the new recipient in clear. */
@ApplicationScoped
public class Instructions {
  private final Seal seal;

  Instructions(Seal seal) {
    this.seal = seal;
  }

  public Instruction of(Decision decision, String by, Instant now) {
    return new Instruction(
        decision.kind(),
        seal.seal(decision.newContact()),
        decision.codAmount(),
        decision.freight(),
        by,
        now);
  }
}
