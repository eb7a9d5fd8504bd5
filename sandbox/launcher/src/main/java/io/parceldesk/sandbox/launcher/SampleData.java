package io.parceldesk.sandbox.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parceldesk.sandbox.servers.Loopback;
import io.parceldesk.sandbox.servers.WebhookReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * Outlets and parcels of the fictitious company 路路通, told to the services as anybody would tell
 * them. What has been told once is not told again, however often the sandbox starts.
 */
public final class SampleData {
  /** The outlet whose webhooks the sandbox's own receiver verifies. */
  static final String FIRST_OUTLET = "LLT-GZ-01";

  private static final String IN_AGENCY_PERIOD = "LLT-BJ-02";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Platform platform;
  private final String notification;
  private final UnaryOperator<String> tokens;
  private final DeskClient admin;
  private final LocalDate today = LocalDate.now(ZONE);

  /** Returns once the services know all of it. */
  public static void load(Platform platform) {
    load(platform, role -> platform.tokens().token(role, null, "sandbox"));
  }

  /** The same with the tokens that another provider gives to the roles. */
  public static void load(Platform platform, UnaryOperator<String> tokens) {
    new SampleData(platform, tokens).load();
  }

  private SampleData(Platform platform, UnaryOperator<String> tokens) {
    this.platform = platform;
    this.tokens = tokens;
    notification = platform.ports().url(Service.NOTIFICATION) + "/api/v1";
    admin = new DeskClient(tokens.apply("admin"));
  }

  private void load() {
    var told = platform.folder().resolve("sample-data");
    if (!Files.exists(told)) {
      platform.say("Loading sample outlets and parcels …");
      for (var outlet : outlets()) {
        tell(outlet);
      }
      for (var department : read("departments.json")) {
        tellDepartment((ObjectNode) department);
      }
      tellParcels();
    }
    var secret = platform.folder().secret("webhook-secret", this::registerWebhook);
    platform.webhooks().trust(FIRST_OUTLET, secret);
    mark(told);
  }

  private void tell(JsonNode outlet) {
    var code = outlet.path("code").asText();
    if (admin.get(notification + "/outlets/" + code).status() == 404) {
      admin.post(notification + "/outlets", outlet).expectSuccess();
    }
  }

  /** Those that complaints go to by default. */
  private void tellDepartment(ObjectNode department) {
    var address = notification + "/departments/" + department.remove("code").asText();
    if (admin.get(address).status() == 404) {
      admin.put(address, department).expectSuccess();
    }
  }

  private void tellParcels() {
    var desk = new DeskClient(tokens.apply("service"));
    var report =
        desk.post(
                platform.ports().url(Service.INQUIRY) + "/api/v1/parcels",
                "application/x-ndjson",
                SampleParcels.ndjson(today))
            .expectSuccess();
    if (!report.path("wrong").isEmpty()) {
      throw new DeskClient.UnexpectedAnswer("The sample parcels were refused: " + report);
    }
  }

  private String registerWebhook() {
    var endpoint = JSON.createObjectNode();
    endpoint.put("outlet", FIRST_OUTLET);
    endpoint.put(
        "url",
        "http://%s:%d%s%s"
            .formatted(Loopback.HOST, platform.ports().page(), WebhookReceiver.PATH, FIRST_OUTLET));
    endpoint.put("description", "the sandbox's own receiver");
    var registered = admin.post(notification + "/webhook-endpoints", endpoint).expectSuccess();
    requireVerified(registered);
    return registered.path("secret").asText();
  }

  /** The receiver repeats every challenge, but on a busy machine perhaps not the first in time. */
  private void requireVerified(JsonNode endpoint) {
    if (!endpoint.path("status").asText().equals("ACTIVE")) {
      var path = "/webhook-endpoints/" + endpoint.path("id").asText() + "/verification";
      admin.post(notification + path, JSON.createObjectNode()).expectSuccess();
    }
  }

  private JsonNode outlets() {
    var outlets = read("outlets.json");
    for (var outlet : outlets) {
      if (outlet.path("code").asText().equals(IN_AGENCY_PERIOD)) {
        ((ObjectNode) outlet)
            .putObject("agencyPeriod")
            .put("from", today.minusMonths(2).toString())
            .put("to", today.plusMonths(4).toString());
      }
    }
    return outlets;
  }

  private static JsonNode read(String file) {
    try (var input = SampleData.class.getResourceAsStream(file)) {
      return JSON.readTree(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void mark(java.nio.file.Path told) {
    try {
      Files.writeString(told, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
