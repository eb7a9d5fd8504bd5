package io.parceldesk.chassis.contact;

import io.parceldesk.chassis.problem.DomainException;
import org.jose4j.lang.JoseException;

/**
 * What is sealed cannot be opened here: its key is missing, or a byte was changed. Trying again
 * does not help until the key is back; an event with such a contact is buried until then.
 */
public class BrokenSeal extends DomainException {
  private BrokenSeal(String code, String detail) {
    super(503, code, detail);
  }

  static BrokenSeal withoutKey(String id) {
    return new BrokenSeal(
        "key-missing",
        "It was sealed with key %s, which this service does not have; nothing is lost"
            .formatted(id));
  }

  static BrokenSeal damaged(JoseException cause) {
    var broken = new BrokenSeal("seal-broken", "What is sealed cannot be opened");
    broken.initCause(cause);
    return broken;
  }

  /** Without the cause, which quotes what was sealed. */
  static BrokenSeal ofAnotherKind() {
    return new BrokenSeal("seal-broken", "What is sealed is nothing that this service knows");
  }
}
