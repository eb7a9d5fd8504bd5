package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.problem.DomainException;
import java.util.regex.Pattern;

/**
 * Whose calendar: {@code company}, {@code region:NAME} or {@code outlet:CODE}. What a calendar
 * leaves open the one above it says: the region's for an outlet, the company's for a region.
 */
record CalendarId(String text) {
  static final CalendarId COMPANY = new CalendarId("company");

  private static final Pattern FORM =
      Pattern.compile("company|region:[^\\p{Cntrl}]{1,50}|outlet:[A-Z0-9][A-Z0-9-]{1,31}");

  /** As the path of a request has it; 400 {@code bad-calendar-id}. */
  static CalendarId parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new DomainException(
          400, "bad-calendar-id", "A calendar is company, region:NAME or outlet:CODE");
    }
    return new CalendarId(text);
  }

  static CalendarId ofRegion(String name) {
    return new CalendarId("region:" + name);
  }

  /** The company's for what belongs to no outlet. */
  static CalendarId ofOutlet(String code) {
    return code == null ? COMPANY : new CalendarId("outlet:" + code);
  }

  boolean isOutlets() {
    return text.startsWith("outlet:");
  }

  boolean isRegions() {
    return text.startsWith("region:");
  }

  /** The region's name or the outlet's code. */
  String name() {
    return text.substring(text.indexOf(':') + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
