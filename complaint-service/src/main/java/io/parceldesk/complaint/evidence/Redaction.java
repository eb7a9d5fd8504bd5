package io.parceldesk.complaint.evidence;

import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.timeline.TimelineEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hides in free texts what REG-09 wants hidden: the names of those who are known to the case, and
 * whatever looks like a phone number, an e-mail address or an identity card. The paper leaves the
 * house.
 */
final class Redaction {
  private static final Pattern PHONE =
      Pattern.compile("(?<!\\d)(?:\\+?86[- ]?)?(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8})(?!\\d)");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
  private static final Pattern IDENTITY_CARD = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)");

  private final List<String> names;

  /** {@code others} may hold null for somebody who is not named. */
  Redaction(Contact party, Stream<String> others) {
    names =
        Stream.concat(Stream.ofNullable(party.name()), others)
            .filter(Objects::nonNull)
            .filter(name -> name.codePointCount(0, name.length()) > 1)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  String of(String text) {
    if (text == null) {
      return null;
    }
    var hidden = EMAIL.matcher(text).replaceAll(found -> Masks.email(found.group()));
    hidden = IDENTITY_CARD.matcher(hidden).replaceAll(found -> "*".repeat(18));
    hidden = PHONE.matcher(hidden).replaceAll(Redaction::phone);
    for (var name : names) {
      hidden = hidden.replace(name, Masks.name(name));
    }
    return hidden;
  }

  TimelineEntry of(TimelineEntry entry) {
    return new TimelineEntry(
        entry.at(),
        entry.actor(),
        entry.action(),
        entry.fromStatus(),
        entry.toStatus(),
        of(entry.note()));
  }

  private static String phone(MatchResult found) {
    return Masks.phone(found.group(1).replace("-", ""));
  }
}
