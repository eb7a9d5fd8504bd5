package io.parceldesk.inquiry.tracking;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.limit.Allowances;
import io.parceldesk.chassis.limit.Allowances.Allowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets customers ask and stops those who try numbers out. A guess is paid for before it is known to
 * be one, the same for every number, and given back when it was right.
 */
@ApplicationScoped
class TrackingGate {
  private final Allowances allowances;
  private final TrackingConfig config;
  private final BlindIndex index;

  TrackingGate(Allowances allowances, TrackingConfig config, BlindIndex index) {
    this.allowances = allowances;
    this.config = config;
    this.index = index;
  }

  /** Empty when the question may be asked, else how many seconds later it may be. */
  Optional<Long> admit(TrackingQuestion question) {
    for (var one : allOf(question).entrySet()) {
      var seconds = allowances.take(one.getKey(), one.getValue());
      if (seconds.isPresent()) {
        return seconds;
      }
    }
    return Optional.empty();
  }

  /** It was no guess. */
  void wasRight(TrackingQuestion question) {
    guesses(question).forEach(allowances::giveBack);
  }

  private Map<String, Allowance> allOf(TrackingQuestion question) {
    var all = new LinkedHashMap<String, Allowance>();
    var minute = Duration.ofMinutes(1);
    all.put(
        "tracking/client/" + question.client(), new Allowance(config.requestsAMinute(), minute));
    all.put(
        "tracking/waybill/" + asked(question),
        new Allowance(config.requestsAMinuteForAWaybill(), minute));
    all.putAll(guesses(question));
    return all;
  }

  private Map<String, Allowance> guesses(TrackingQuestion question) {
    var guesses = new LinkedHashMap<String, Allowance>();
    guesses.put(
        "tracking/misses/" + question.client(),
        new Allowance(config.missesAnHour(), Duration.ofHours(1)));
    if (question.phone4() != null) {
      guesses.put(
          "tracking/digits/" + asked(question),
          new Allowance(config.wrongDigitsADayForAWaybill(), Duration.ofDays(1)));
    }
    return guesses;
  }

  /** Anything may be typed where a waybill belongs, a phone number too. */
  private String asked(TrackingQuestion question) {
    return index.client(question.waybill());
  }
}
