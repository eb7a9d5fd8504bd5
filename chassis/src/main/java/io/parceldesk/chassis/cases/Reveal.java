package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.limit.RevealLimit;
import io.parceldesk.chassis.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opens a customer's contact for somebody who says why; the timeline remembers it (PRV-01, REG-10),
 * and nobody may do it too often.
 */
@ApplicationScoped
class Reveal {
  private final Seal seal;
  private final RevealLimit limit;
  private final WrittenTexts texts;

  Reveal(Seal seal, RevealLimit limit, WrittenTexts texts) {
    this.seal = seal;
    this.limit = limit;
    this.texts = texts;
  }

  <C extends Case> Revealed of(Cases<C> cases, CaseNumber number, String reason) {
    var asked = cases.file(number).subject(); // refuses who may not see the case
    asked.requireNotAnonymised();
    var sealed = asked.contact();
    if (sealed == null) {
      throw DomainException.notFound("A contact of case " + number);
    }
    limit.take();
    cases.noteHere(
        number,
        (subject, now) -> Change.within("contact-reveal", subject.statusName()).noting(reason));
    return Revealed.of(seal.open(sealed, Contact.class), texts.hidden(cases, asked.id()));
  }
}
