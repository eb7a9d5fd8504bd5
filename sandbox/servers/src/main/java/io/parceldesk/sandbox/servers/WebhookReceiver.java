package io.parceldesk.sandbox.servers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an outlet would run to receive webhooks, at {@code /receiver/{outlet}}. It answers 200
 * unless told otherwise, echoes an ownership challenge, verifies signatures of secrets it knows,
 * and keeps every request for whoever wants to look.
 */
public final class WebhookReceiver implements HttpHandler, AutoCloseable {
  public static final String PATH = "/receiver/";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Answer OK = new Answer(200, Map.of());

  private final Clock clock = Clock.systemUTC();
  private final Received<Webhook> webhooks = new Received<>();
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private HttpServer server;

  /** What an endpoint answers. */
  public record Answer(int status, Map<String, String> headers) {}

  /** A receiver on a port of its own; 0 picks a free one. */
  public static WebhookReceiver start(int port) {
    var receiver = new WebhookReceiver();
    receiver.server = Loopback.http(port);
    receiver.server.createContext(PATH, receiver);
    return receiver;
  }

  /** Where the outlet's webhooks go. */
  public String url(String outlet) {
    return "http://" + Loopback.HOST + ":" + server.getAddress().getPort() + PATH + outlet;
  }

  /** Lets it verify what comes for the outlet. */
  public void trust(String outlet, String secret) {
    secrets.put(outlet, secret);
  }

  /** What the outlet's endpoint answers from now on. */
  public void answer(String outlet, int status, Map<String, String> headers) {
    answers.put(outlet, new Answer(status, headers));
  }

  /** Every request, oldest first; challenges among them. */
  public List<Webhook> webhooks() {
    return webhooks.all();
  }

  /** Those to one outlet, but for challenges. */
  public List<Webhook> webhooksTo(String outlet) {
    return webhooks().stream()
        .filter(webhook -> webhook.outlet().equals(outlet) && !webhook.isChallenge())
        .toList();
  }

  /** The challenges to one outlet. */
  public List<Webhook> challengesTo(String outlet) {
    return webhooks().stream()
        .filter(webhook -> webhook.outlet().equals(outlet) && webhook.isChallenge())
        .toList();
  }

  /** Forgets requests and answers; secrets stay. */
  public void clear() {
    webhooks.clear();
    answers.clear();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var outlet = exchange.getRequestURI().getPath().substring(PATH.length());
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var answer = answers.getOrDefault(outlet, OK);
    var json = parse(body);
    webhooks.add(received(exchange, outlet, body, json, answer));
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    var challenge = json.findPath("challenge");
    Loopback.answer(
        exchange,
        answer.status(),
        "application/json",
        challenge.isTextual()
            ? JSON.createObjectNode().set("challenge", challenge).toString()
            : "");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private Webhook received(
      HttpExchange exchange, String outlet, String body, JsonNode json, Answer answer) {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new Webhook(
        outlet,
        headers.get("webhook-id"),
        json.path("type").asText(null),
        body,
        headers,
        verify(outlet, headers, body),
        answer.status(),
        clock.instant());
  }

  private Webhook.Signature verify(String outlet, Map<String, String> headers, String body) {
    var secret = secrets.get(outlet);
    if (secret == null) {
      return Webhook.Signature.UNKNOWN;
    }
    var verifies =
        WebhookSignature.verifies(
            secret,
            headers.get("webhook-id"),
            headers.get("webhook-timestamp"),
            body,
            headers.get("webhook-signature"),
            clock.instant());
    return verifies ? Webhook.Signature.VALID : Webhook.Signature.INVALID;
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // kept all the same: it is what came
    }
  }
}
