package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.problem.DomainException;
import java.util.regex.Pattern;

/** A year that a calendar can have data for: 2000 to 2100. */
final class YearNumber {
  private static final Pattern FORM = Pattern.compile("20\\d\\d|2100");

  private YearNumber() {}

  /** As the path of a request has it; 400 {@code bad-year}. */
  static int parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new DomainException(400, "bad-year", "A calendar has years from 2000 to 2100");
    }
    return Integer.parseInt(text);
  }
}
