package io.parceldesk.sandbox.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.servers.Loopback;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** A running sandbox as seen from outside: its HTTP APIs, its topics and its inbox. */
final class Desk implements AutoCloseable {
  private final Ports ports;
  private final Narrator narrator;
  private final EventTap events;
  private final Set<JsonNode> told = new HashSet<>();

  Desk(Ports ports, Narrator narrator) {
    this.ports = ports;
    this.narrator = narrator;
    events =
        new EventTap(
            Loopback.HOST + ":" + ports.kafka(),
            List.of(Topics.INQUIRY, Topics.COMPLAINT, Topics.CLAIMS));
  }

  /** Whether a sandbox serves there. */
  static boolean isRunning(Ports ports) {
    try {
      return new DeskClient(null).get(ports.pageUrl() + "/jwks").status() == 200;
    } catch (java.io.UncheckedIOException e) {
      return false;
    }
  }

  DeskClient as(String role) {
    var answer = new DeskClient(null).get(ports.pageUrl() + "/token/" + role).expectSuccess();
    return new DeskClient(answer.path("access_token").asText());
  }

  String inquiries() {
    return ports.url(Service.INQUIRY) + "/api/v1/inquiries";
  }

  String complaints() {
    return ports.url(Service.COMPLAINT) + "/api/v1/complaints";
  }

  String complaintPolicies() {
    return ports.url(Service.COMPLAINT) + "/api/v1/deadline-policies";
  }

  String claims() {
    return ports.url(Service.CLAIMS) + "/api/v1/claims";
  }

  void awaitEvent(String type, String subject) {
    var event = events.await(type, subject);
    narrator.event(event.topic(), type, subject, EventTap.header(event, "ce_caseseq"));
  }

  void awaitSms(String what, String to, String containing) {
    narrator.sms(received(what, "/sms", to, sms -> sms.path("text").asText().contains(containing)));
  }

  void awaitMail(String what, String to, String containing) {
    narrator.mail(received(what, "/mail", to, mail -> mail.toString().contains(containing)));
  }

  /** A webhook that the receiver could verify. */
  void awaitWebhook(String what, String outlet, String type, String containing) {
    narrator.webhook(
        received(
            what,
            "/webhooks",
            outlet,
            webhook ->
                webhook.path("type").asText().equals(type)
                    && webhook.path("body").asText().contains(containing)
                    && webhook.path("signature").asText().equals("VALID")));
  }

  /** The newest first, as the inbox page shows them. */
  JsonNode inbox(String list) {
    return new DeskClient(null).get(ports.pageUrl() + list).expectSuccess();
  }

  String pageUrl() {
    return ports.pageUrl() + "/";
  }

  @Override
  public void close() {
    events.close();
  }

  private JsonNode received(String what, String list, String to, Predicate<JsonNode> wanted) {
    var query = "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    var found =
        Patience.await(what, () -> first(inbox(list + query), item -> isNews(item, wanted)));
    told.add(found);
    return found;
  }

  private boolean isNews(JsonNode item, Predicate<JsonNode> wanted) {
    return wanted.test(item) && !told.contains(item);
  }

  private static Optional<JsonNode> first(JsonNode items, Predicate<JsonNode> wanted) {
    return StreamSupport.stream(items.spliterator(), false).filter(wanted).findFirst();
  }
}
