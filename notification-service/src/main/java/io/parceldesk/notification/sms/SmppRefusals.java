package io.parceldesk.notification.sms;

import io.parceldesk.notification.Breaker;
import io.parceldesk.notification.Outcome;
import io.parceldesk.notification.Outcome.SmsPart;
import io.parceldesk.notification.RetrySchedule;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jsmpp.SMPPConstant;

/** What a gateway means by the status it refuses a message with (SMPP 3.4, 5.1.3). */
final class SmppRefusals {
  private static final RetrySchedule LATER =
      RetrySchedule.of("PT2S", "PT10S", "PT1M", "PT5M", "PT15M", "PT30M");

  /** What no repetition will mend: the address or the message is wrong. */
  private static final Set<Integer> FOR_GOOD =
      Set.of(
          SMPPConstant.STAT_ESME_RINVMSGLEN,
          SMPPConstant.STAT_ESME_RINVSRCADR,
          SMPPConstant.STAT_ESME_RINVDSTADR,
          SMPPConstant.STAT_ESME_RINVDSTTON,
          SMPPConstant.STAT_ESME_RINVDSTNPI,
          SMPPConstant.STAT_ESME_RINVESMCLASS,
          SMPPConstant.STAT_ESME_RINVDCS,
          SMPPConstant.STAT_ESME_RX_P_APPN,
          SMPPConstant.STAT_ESME_RX_R_APPN);

  private final Breaker breaker;

  SmppRefusals(Breaker breaker) {
    this.breaker = breaker;
  }

  Outcome outcome(int status, int attempt, List<SmsPart> sent) {
    if (status == SMPPConstant.STAT_ESME_RTHROTTLED) {
      breaker.throttled();
      return new Outcome.Postponed(sent);
    }
    var error = "submit_sm refused with status 0x%02X".formatted(status);
    if (FOR_GOOD.contains(status)) {
      breaker.succeeded(); // the gateway is well, the message is not
      return new Outcome.Refused(status, error, sent);
    }
    breaker.failed();
    return LATER
        .after(attempt, ThreadLocalRandom.current())
        .<Outcome>map(pause -> new Outcome.TryAgain(status, error, pause, sent))
        .orElseGet(() -> new Outcome.Refused(status, error, sent));
  }
}
