package io.parceldesk.chassis.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.limit.Allowances.Allowance;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps anybody who may see personal data from harvesting it: so many reveals an hour for each
 * caller, of whatever kind, and each of them counts (PRV-03, REG-10).
 */
@ApplicationScoped
public class RevealLimit {
  /** What the keys of its allowances begin with. */
  static final String KEY = "reveal/";

  private static final Logger LOG = Logger.getLogger(RevealLimit.class);

  private final Allowances allowances;
  private final CurrentCaller caller;
  private final Allowance anHour;
  private final Counter shown;
  private final Counter refused;

  RevealLimit(
      Allowances allowances,
      CurrentCaller caller,
      MeterRegistry metrics,
      @ConfigProperty(name = "parceldesk.reveals-an-hour") int anHour) {
    this.allowances = allowances;
    this.caller = caller;
    this.anHour = new Allowance(anHour, Duration.ofHours(1));
    this.shown = metrics.counter("parceldesk.reveals", "outcome", "shown");
    this.refused = metrics.counter("parceldesk.reveals", "outcome", "refused");
  }

  /** Before anything is opened; 429 when the caller has seen enough for now. */
  public void take() {
    var who = caller.get().name();
    var wait = allowances.take(KEY + who, anHour);
    if (wait.isPresent()) {
      refused.increment();
      LOG.warnf("%s wanted personal data shown more often than the hour's allowance", who);
      throw new DomainException(
              429, "too-many-reveals", "You had personal data shown too often; wait a while")
          .with(Problem.RETRY_AFTER, wait.get());
    }
    shown.increment();
  }
}
