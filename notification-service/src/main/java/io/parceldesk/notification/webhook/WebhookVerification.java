package io.parceldesk.notification.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.WebhookEndpoint;
import io.parceldesk.notification.WebhookEndpointRepository;
import io.parceldesk.notification.WebhookId;
import io.parceldesk.notification.webhook.WebhookClient.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks an endpoint to prove that it wants to be one: it gets a signed webhook of type {@code
 * webhook.verification} and has to repeat the challenge in it. Nobody can thus have us write to
 * somebody else's address.
 */
@ApplicationScoped
class WebhookVerification {
  static final String TYPE = "webhook.verification";
  private static final int TOKEN_BYTES = 24;

  private final Transactions transactions;
  private final WebhookEndpointRepository endpoints;
  private final EndpointKeys keys;
  private final EndpointAccess access;
  private final EndpointLanes lanes;
  private final AddressGuard guard;
  private final WebhookClient client;
  private final ObjectMapper json;
  private final Clock clock = Clock.systemUTC();

  WebhookVerification(
      Transactions transactions,
      WebhookEndpointRepository endpoints,
      EndpointKeys keys,
      EndpointAccess access,
      EndpointLanes lanes,
      AddressGuard guard,
      WebhookClient client,
      ObjectMapper json) {
    this.transactions = transactions;
    this.endpoints = endpoints;
    this.keys = keys;
    this.access = access;
    this.lanes = lanes;
    this.guard = guard;
    this.client = client;
    this.json = json;
  }

  /** Once more, by hand: 422 when the endpoint does not repeat the challenge. */
  WebhookEndpoint verify(UUID id) {
    transactions.run(
        () -> {
          access.own(id).require(WebhookEndpoint.VERIFICATION);
          return null;
        });
    var endpoint = tryOnce(id);
    if (endpoint.verificationError() != null) {
      throw refused(endpoint.verificationError());
    }
    return endpoint;
  }

  /** The endpoint with what came of it. No transaction is open while it is asked. */
  WebhookEndpoint tryOnce(UUID id) {
    var url = transactions.run(() -> endpoints.require(id).url());
    var error = challenge(id, url);
    return transactions.run(
        () -> {
          var endpoint = endpoints.requireForChange(id);
          if (endpoint.url().equals(url)) {
            error.ifPresentOrElse(endpoint::notVerified, () -> endpoint.verified(access.now()));
            endpoints.flush();
            lanes.forgive(endpoint.lane());
          }
          return endpoint;
        });
  }

  /** Before an endpoint moves there. */
  void require(UUID id, String url) {
    challenge(id, url)
        .ifPresent(
            error -> {
              throw refused(error);
            });
  }

  private static DomainException refused(String error) {
    return new DomainException(
        422, "not-verified", "The endpoint did not repeat the challenge: " + error);
  }

  /** What went wrong, if anything. */
  private Optional<String> challenge(UUID id, String url) {
    var token = token();
    var now = clock.instant();
    var body = json.createObjectNode().put("type", TYPE).put("timestamp", now.toString());
    body.putObject("data").put("challenge", token).put("endpoint", id.toString());
    var text = body.toString();
    try {
      var secrets = transactions.run(() -> keys.of(id));
      var headers =
          SignedHeaders.of(WebhookId.of(TYPE, token), now.getEpochSecond(), text, secrets);
      return judged(client.post(guard.resolve(url), headers, text), token);
    } catch (WebhookUnreachable e) {
      return Optional.of(e.getMessage());
    }
  }

  private Optional<String> judged(Answer answer, String token) {
    if (answer.status() < 200 || answer.status() >= 300) {
      return Optional.of("it answered " + answer.status());
    }
    return repeats(answer.body(), token)
        ? Optional.empty()
        : Optional.of("its answer is neither {\"challenge\": \"…\"} nor the challenge alone");
  }

  private boolean repeats(String body, String token) {
    if (body.strip().equals(token)) {
      return true;
    }
    try {
      var echoed = json.readTree(body);
      return echoed != null && echoed.path("challenge").asText().equals(token);
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static String token() {
    var bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
