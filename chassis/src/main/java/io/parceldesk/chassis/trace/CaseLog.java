package io.parceldesk.chassis.trace;

import io.opentelemetry.api.trace.Span;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Says in every line of the log, and in the trace, which case it is about. A case number is
 * nobody's personal data; an outlet's code or a waybill, which events may be about as well, is left
 * out.
 */
public final class CaseLog {
  static final String KEY = "caseNumber";
  static final String ATTRIBUTE = "parceldesk.case";
  private static final Pattern NUMBER = Pattern.compile("[A-Z]{3}-\\d{6}-\\d{5,}[0-9A-Z]");

  private CaseLog() {}

  /** Until the work is done; then it is as it was before. {@code null} is about no case. */
  public static <T> T about(String number, Supplier<T> work) {
    var before = MDC.get(KEY);
    begin(number);
    try {
      return work.get();
    } finally {
      restore(before);
    }
  }

  public static void about(String number, Runnable work) {
    about(
        number,
        () -> {
          work.run();
          return null;
        });
  }

  /** From now on: for whoever is within an {@link #about} or a request, which end it. */
  public static void begin(String number) {
    if (number != null && NUMBER.matcher(number).matches()) {
      MDC.put(KEY, number);
      Span.current().setAttribute(ATTRIBUTE, number);
    } else {
      MDC.remove(KEY);
    }
  }

  private static void restore(Object before) {
    if (before == null) {
      MDC.remove(KEY);
    } else {
      MDC.put(KEY, before);
    }
  }
}
