package io.parceldesk.notification;

import java.util.List;
import java.util.Set;

/** An outlet or department that messages are written to. */
public interface Addressee {
  String code();

  String nameIn(String locale);

  /** BCP 47. */
  String language();

  QuietTime quietTime();

  Set<ContactPoint> contactPoints();

  Set<Person> people();

  /** The addresses for a purpose, else the general ones. */
  default List<String> addresses(MessageChannel channel, Purpose purpose) {
    var own = addressesFor(channel, purpose);
    return own.isEmpty() ? addressesFor(channel, Purpose.GENERAL) : own;
  }

  private List<String> addressesFor(MessageChannel channel, Purpose purpose) {
    return contactPoints().stream()
        .filter(point -> point.channel() == channel && point.purpose() == purpose)
        .map(ContactPoint::address)
        .sorted()
        .toList();
  }

  default List<Person> peopleAt(int level) {
    return people().stream().filter(person -> person.level() == level).toList();
  }
}
