package io.parceldesk.notification.directory;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.parceldesk.contracts.DirectoryEvent.AgencyPeriod;
import io.parceldesk.contracts.DirectoryEvent.QuietHours;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.Purpose;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An outlet as a line of a table. {@code contactPoints} holds {@code SMS;ESCALATION;13800138000},
 * {@code people} holds {@code 1;SUPERVISOR;li.wei;李伟;13900139000;li@example.com}; several are
 * parted by a stroke.
 */
@JsonPropertyOrder({
  "code",
  "name",
  "englishName",
  "region",
  "parent",
  "agencyFrom",
  "agencyTo",
  "zone",
  "quietFrom",
  "quietTo",
  "languages",
  "contactPoints",
  "people",
  "active"
})
record OutletLine(
    String code,
    String name,
    String englishName,
    String region,
    String parent,
    LocalDate agencyFrom,
    LocalDate agencyTo,
    String zone,
    LocalTime quietFrom,
    LocalTime quietTo,
    String languages,
    String contactPoints,
    String people,
    Boolean active) {

  static OutletLine of(OutletView outlet) {
    return new OutletLine(
        outlet.code(),
        outlet.name(),
        outlet.englishName(),
        outlet.region(),
        outlet.parent(),
        outlet.agencyPeriod() == null ? null : outlet.agencyPeriod().from(),
        outlet.agencyPeriod() == null ? null : outlet.agencyPeriod().to(),
        outlet.zone(),
        outlet.quietHours().from(),
        outlet.quietHours().to(),
        String.join(" | ", outlet.languages()),
        joined(
            outlet.contactPoints(),
            point -> cell(point.channel(), point.purpose(), point.address())),
        joined(
            outlet.people(),
            one ->
                cell(one.level(), one.role(), one.person(), one.name(), one.phone(), one.email())),
        outlet.active());
  }

  /** Fails with {@link IllegalArgumentException} on a cell that has the wrong form. */
  OutletForm toForm() {
    return new OutletForm(
        code,
        name,
        englishName,
        region,
        parent,
        agencyFrom == null && agencyTo == null ? null : new AgencyPeriod(agencyFrom, agencyTo),
        zone,
        quietFrom == null && quietTo == null ? null : new QuietHours(quietFrom, quietTo),
        entries(languages).toList(),
        entries(contactPoints).map(OutletLine::point).toList(),
        entries(people).map(OutletLine::person).toList(),
        active);
  }

  private static ContactPointForm point(String cell) {
    var parts = parts(cell, 3, "contactPoints");
    return new ContactPointForm(
        constant(MessageChannel.class, parts[0], "contactPoints"),
        constant(Purpose.class, parts[1], "contactPoints"),
        parts[2]);
  }

  private static PersonForm person(String cell) {
    var parts = parts(cell, 6, "people");
    if (parts[0] == null || !parts[0].matches("[1-3]")) {
      throw new IllegalArgumentException("people: a level is 1, 2 or 3");
    }
    return new PersonForm(
        Integer.parseInt(parts[0]), parts[1], parts[2], parts[3], parts[4], parts[5]);
  }

  private static String[] parts(String cell, int count, String column) {
    var parts = cell.split(";", -1);
    if (parts.length != count) {
      throw new IllegalArgumentException(
          "%s: needs %d parts with semicolons between them".formatted(column, count));
    }
    return Arrays.stream(parts)
        .map(part -> part.isBlank() ? null : part.strip())
        .toArray(String[]::new);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word, String column) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    column + ": must be one of " + Arrays.toString(type.getEnumConstants())));
  }

  private static Stream<String> entries(String cell) {
    return cell == null
        ? Stream.empty()
        : Arrays.stream(cell.split("\\|")).map(String::strip).filter(entry -> !entry.isEmpty());
  }

  private static <T> String joined(List<T> all, Function<T, String> written) {
    return all.stream().map(written).collect(Collectors.joining(" | "));
  }

  private static String cell(Object... parts) {
    return Arrays.stream(parts)
        .map(part -> part == null ? "" : part.toString())
        .collect(Collectors.joining(";"));
  }
}
