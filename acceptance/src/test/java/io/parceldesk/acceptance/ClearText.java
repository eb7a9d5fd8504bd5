package io.parceldesk.acceptance;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks everywhere in the running platform for what only some people's data can be. */
final class ClearText {
  private static final List<String> TOPICS =
      List.of(
          Topics.INQUIRY,
          Topics.COMPLAINT,
          Topics.CLAIMS,
          Topics.OUTLET,
          Topics.DIRECTORY,
          Topics.PARCEL,
          Topics.NOTIFICATION,
          Topics.COURIER_PARCEL_SCANS);

  private final List<String> words;
  private final List<String> ownAddresses;

  ClearText(List<Somebody> people) {
    words =
        people.stream()
            .flatMap(somebody -> somebody.personalData().stream())
            .flatMap(word -> Stream.of(word, URLEncoder.encode(word, StandardCharsets.UTF_8)))
            .distinct()
            .toList();
    ownAddresses = people.stream().flatMap(who -> Stream.of(who.phone(), who.email())).toList();
  }

  /** What nobody's data holds, such as a number that somebody wrote into a sentence. */
  ClearText(String word) {
    words = List.of(word);
    ownAddresses = List.of();
  }

  boolean isIn(String text) {
    return words.stream().anyMatch(text::contains);
  }

  List<String> inTables() {
    return Arrays.stream(Service.values())
        .flatMap(
            service ->
                Databases.columnsWith(service, words).stream()
                    .map(column -> service.database() + ": " + column))
        .toList();
  }

  List<String> inTopics() {
    var found = new ArrayList<String>();
    for (var name : TOPICS) {
      try (var topic = new Topic(name)) {
        topic.all().stream()
            .filter(record -> isIn(record.key() + " " + record.value() + headers(record)))
            .forEach(record -> found.add(name + ": " + Topic.header(record, "ce_type")));
      }
    }
    return found;
  }

  private static String headers(org.apache.kafka.clients.consumer.ConsumerRecord<?, ?> record) {
    var all = new StringBuilder();
    record
        .headers()
        .forEach(
            header -> all.append(' ').append(new String(header.value(), StandardCharsets.UTF_8)));
    return all.toString();
  }

  List<String> inLogs() {
    try (var files = Files.list(logs())) {
      return files.filter(this::isInFile).map(Path::toString).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path logs() {
    return Path.of("target/sandbox/logs").toAbsolutePath();
  }

  private boolean isInFile(Path file) {
    try {
      return isIn(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> inMetrics() {
    return Arrays.stream(Service.values())
        .filter(
            service ->
                isIn(
                    RestAssured.get(RunningPlatform.get().ports().url(service) + "/q/metrics")
                        .asString()))
        .map(Service::directory)
        .toList();
  }

  /** By service and step, whatever of it: name, attributes, events, resource. */
  List<String> inTraces() {
    return Stream.concat(
            Collector.all().stream()
                .filter(span -> isIn(span.text()))
                .map(span -> span.service() + ": " + span.name()),
            Collector.resources().stream().filter(this::isIn))
        .toList();
  }

  /** Messages to others, and the texts of those to the people themselves. */
  List<String> inMessages() {
    return Stream.of("sms", "mail", "webhooks")
        .flatMap(
            kind -> Inbox.list(kind).<Map<String, Object>>getList("").stream().filter(this::tells))
        .map(String::valueOf)
        .toList();
  }

  private boolean tells(Map<String, Object> message) {
    return message.values().stream()
        .map(String::valueOf)
        .filter(value -> ownAddresses.stream().noneMatch(own -> isAddress(value, own)))
        .anyMatch(this::isIn);
  }

  private static boolean isAddress(String value, String own) {
    return value.replaceAll("[\\[\\]<>+]", "").replaceFirst("^86", "").equals(own);
  }
}
