package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Where an outlet's own system is told what happens, and the secret that it verifies it with. */
record OutletEndpoint(String outlet, String secret) {
  private static final Map<String, OutletEndpoint> REGISTERED = new ConcurrentHashMap<>();

  /** The outlet's only one, whichever journey registers it first. */
  static OutletEndpoint registered(String outlet) {
    return REGISTERED.computeIfAbsent(outlet, OutletEndpoint::register);
  }

  private static OutletEndpoint register(String outlet) {
    var url = RunningPlatform.get().ports().pageUrl() + "/receiver/" + outlet;
    var endpoint =
        Desk.post(
            "admin",
            Service.NOTIFICATION,
            "/webhook-endpoints",
            Map.of("outlet", outlet, "url", url.replace("localhost", "127.0.0.1")));
    return new OutletEndpoint(outlet, endpoint.getString("secret"));
  }

  /** The body of the first webhook of the type that holds the words; its signature verifies. */
  JsonPath awaitSigned(String type, String words) {
    var webhook = Inbox.awaitWebhook(outlet, type, words);
    assertThatCode(() -> verify(webhook)).doesNotThrowAnyException();
    return new JsonPath((String) webhook.get("body"));
  }

  @SuppressWarnings("unchecked")
  private void verify(Map<String, Object> webhook) throws Exception {
    var headers =
        ((Map<String, String>) webhook.get("headers"))
            .entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    new Webhook(secret)
        .verify((String) webhook.get("body"), HttpHeaders.of(headers, (name, value) -> true));
  }
}
