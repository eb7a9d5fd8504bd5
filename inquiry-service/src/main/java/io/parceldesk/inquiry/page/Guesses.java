package io.parceldesk.inquiry.page;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.limit.Allowances;
import io.parceldesk.chassis.limit.Allowances.Allowance;
import io.parceldesk.chassis.limit.Client;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Codes by the client that tries them, of which only a fingerprint is kept. Ten in ten minutes are
 * a mistyping; with more, the client waits, even with a right one. A guess is paid for before it is
 * known to be one, and given back when it was right.
 */
@ApplicationScoped
class Guesses {
  private static final Allowance TRIES = new Allowance(10, Duration.ofMinutes(10));

  private final Allowances allowances;
  private final BlindIndex index;

  Guesses(Allowances allowances, BlindIndex index) {
    this.allowances = allowances;
    this.index = index;
  }

  /** 429 to whoever has tried too many. */
  void payFor(String address) {
    var wait = allowances.take(keyOf(address), TRIES);
    if (wait.isPresent()) {
      throw new DomainException(429, "too-many-codes", "Too many codes were tried; wait a while")
          .with(Problem.RETRY_AFTER, wait.get());
    }
  }

  void wasRight(String address) {
    allowances.giveBack(keyOf(address), TRIES);
  }

  private String keyOf(String address) {
    return "page/codes/" + index.client(Client.of(address));
  }
}
