package io.parceldesk.sandbox.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.parceldesk.sandbox.servers.Loopback;
import io.parceldesk.sandbox.servers.Mail;
import io.parceldesk.sandbox.servers.Sms;
import io.parceldesk.sandbox.servers.TokenIssuer;
import io.parceldesk.sandbox.servers.Webhook;
import io.parceldesk.sandbox.servers.WebhookReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * The sandbox's own web server: the inbox page, what it shows as JSON arrays (newest first), tokens
 * and their keys, and the receiver of webhooks.
 */
final class SandboxPage implements AutoCloseable {
  static final List<String> ROLES =
      List.of(
          "agent", "supervisor", "adjuster", "arbitrator", "outlet", "auditor", "admin", "service");
  private static final Set<String> OWN_NAMES = Set.of("localhost", Loopback.HOST, "[::1]");
  private static final String TOKEN = "/token/";
  private static final String JSON = "application/json; charset=utf-8";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final HttpServer server;

  static SandboxPage start(Platform platform) {
    Loopback.requireFree(platform.ports().page(), "the inbox page");
    return new SandboxPage(platform);
  }

  private SandboxPage(Platform platform) {
    server = Loopback.http(platform.ports().page());
    serve("/", SandboxPage::page);
    serve("/sms", list(platform.sms()::messages, SandboxPage::isTo));
    serve("/mail", list(platform.mail()::mails, SandboxPage::isTo));
    serve("/webhooks", list(platform.webhooks()::webhooks, SandboxPage::isTo));
    serve("/.well-known/openid-configuration", json(platform.tokens()::discovery));
    serve("/jwks", json(platform.tokens()::jwks));
    serve(TOKEN, exchange -> token(exchange, platform.tokens()));
    serve(WebhookReceiver.PATH, platform.webhooks());
  }

  private static HttpHandler json(Supplier<String> document) {
    return exchange -> Loopback.answer(exchange, 200, JSON, document.get());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(String path, HttpHandler handler) {
    server.createContext(path, exchange -> guarded(exchange, handler));
  }

  /**
   * Only under this machine's own names, lest a foreign page reach it through a name of its own.
   */
  private static void guarded(HttpExchange exchange, HttpHandler handler) throws IOException {
    var host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !OWN_NAMES.contains(host.replaceFirst(":\\d+$", ""))) {
      problem(exchange, 421, "wrong-host", "The sandbox answers to localhost only.");
      return;
    }
    handler.handle(exchange);
  }

  private static void page(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/")) {
      problem(exchange, 404, "not-found", "There is no such page in the sandbox.");
      return;
    }
    // all of it is in one file; the frames that show mails may run and load nothing
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
                + " connect-src 'self'; img-src data:; frame-src 'self'");
    Loopback.answer(exchange, 200, "text/html; charset=utf-8", resource("inbox.html"));
  }

  private static <T> HttpHandler list(Supplier<List<T>> items, BiPredicate<T, String> isTo) {
    return exchange -> {
      var query = Query.of(exchange.getRequestURI());
      var to = query.get("to");
      var limit = query.number("limit", Integer.MAX_VALUE);
      var newestFirst = new ArrayList<>(items.get());
      Collections.reverse(newestFirst);
      var shown =
          newestFirst.stream().filter(item -> to == null || isTo.test(item, to)).limit(limit);
      Loopback.answer(exchange, 200, JSON, MAPPER.writeValueAsString(shown.toList()));
    };
  }

  // 13800138000 finds 8613800138000, however either is written
  private static boolean isTo(Sms sms, String to) {
    var digits = to.replaceAll("\\D", "");
    return !digits.isEmpty() && sms.destination().replaceAll("\\D", "").endsWith(digits);
  }

  private static boolean isTo(Mail mail, String to) {
    return mail.to().equalsIgnoreCase(to);
  }

  private static boolean isTo(Webhook webhook, String to) {
    return webhook.outlet().equalsIgnoreCase(to);
  }

  private static void token(HttpExchange exchange, TokenIssuer tokens) throws IOException {
    var role = exchange.getRequestURI().getPath().substring(TOKEN.length());
    var query = Query.of(exchange.getRequestURI());
    if (!ROLES.contains(role)) {
      problem(exchange, 404, "unknown-role", "The roles are " + String.join(", ", ROLES) + ".");
    } else if (role.equals("outlet") && query.get("outlet") == null) {
      problem(exchange, 400, "outlet-missing", "Say which outlet: /token/outlet?outlet=LLT-GZ-01");
    } else {
      var answer =
          Map.of(
              "access_token", tokens.token(role, query.get("outlet"), query.get("name")),
              "token_type", "Bearer",
              "expires_in", TokenIssuer.LIFETIME.toSeconds());
      Loopback.answer(exchange, 200, JSON, MAPPER.writeValueAsString(answer));
    }
  }

  private static void problem(HttpExchange exchange, int status, String code, String detail)
      throws IOException {
    var problem =
        Map.of(
            "type", "urn:parceldesk:problem:" + code,
            "status", status,
            "code", code,
            "detail", detail);
    Loopback.answer(
        exchange, status, "application/problem+json", MAPPER.writeValueAsString(problem));
  }

  private static String resource(String name) {
    try (var input = SandboxPage.class.getResourceAsStream(name)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
