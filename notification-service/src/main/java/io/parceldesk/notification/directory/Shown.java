package io.parceldesk.notification.directory;

import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.notification.ContactPoint;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.Person;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Contact points and people as they are shown, in a steady order. */
final class Shown {
  private Shown() {}

  static List<ContactPointForm> points(Collection<ContactPoint> points, boolean clear) {
    return points.stream()
        .sorted(
            Comparator.comparing(ContactPoint::channel)
                .thenComparing(ContactPoint::purpose)
                .thenComparing(ContactPoint::address))
        .map(
            point ->
                new ContactPointForm(
                    point.channel(),
                    point.purpose(),
                    clear ? point.address() : masked(point.channel(), point.address())))
        .toList();
  }

  static List<PersonForm> people(Collection<Person> people, boolean clear) {
    return people.stream()
        .sorted(Comparator.comparing(Person::level).thenComparing(Person::staffId))
        .map(
            person ->
                new PersonForm(
                    person.level(),
                    person.role(),
                    person.staffId(),
                    clear ? person.name() : Masks.name(person.name()),
                    clear ? person.phone() : Masks.phone(person.phone()),
                    clear ? person.email() : Masks.email(person.email())))
        .toList();
  }

  private static String masked(MessageChannel channel, String address) {
    return channel == MessageChannel.SMS ? Masks.phone(address) : Masks.email(address);
  }
}
