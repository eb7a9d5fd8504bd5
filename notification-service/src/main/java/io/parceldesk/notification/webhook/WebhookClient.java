package io.parceldesk.notification.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts to an address that was checked, under the host's name for TLS and the Host header. It
 * follows no redirect, waits no longer than is configured for all of the answer, however slowly it
 * comes, and reads no more than 16 kB of it.
 */
@ApplicationScoped
class WebhookClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int LONGEST_ANSWER = 16 * 1024;

  private final HttpClient http;
  private final Duration patience;

  WebhookClient(Vertx vertx, WebhookConfig config) {
    this.patience = config.answerWithin();
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAlive(false) // receivers are many and seldom; an old connection may be dead
                .setMaxPoolSize(64)
                .setVerifyHost(true));
  }

  /** What an endpoint answered; the body, or its beginning, is looked at for a challenge only. */
  record Answer(int status, String retryAfter, String date, String control, String body) {}

  Answer post(WebhookTarget target, Map<String, String> headers, String body)
      throws WebhookUnreachable {
    var answer = new CompletableFuture<Answer>();
    var request = http.request(options(target, headers)).toCompletionStage().toCompletableFuture();
    request.whenComplete(
        (opened, failure) -> {
          if (failure != null) {
            answer.completeExceptionally(failure);
          } else {
            send(opened, body, answer);
          }
        });
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      request.thenAccept(HttpClientRequest::reset);
      throw new WebhookUnreachable("no answer within " + patience.toSeconds() + " s", true);
    } catch (ExecutionException e) {
      throw new WebhookUnreachable(
          "the connection failed: " + e.getCause().getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WebhookUnreachable("the service is stopping");
    }
  }

  private static RequestOptions options(WebhookTarget target, Map<String, String> headers) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(target.address()))
            .setHost(target.url().getHost())
            .setPort(target.address().getPort())
            .setSsl(target.isTls())
            .setURI(target.pathAndQuery())
            .setFollowRedirects(false);
    headers.forEach(options::addHeader);
    return options;
  }

  private static void send(
      HttpClientRequest request, String body, CompletableFuture<Answer> answer) {
    // asked for before anything is sent: an answer must not end while nobody reads it yet
    request
        .response()
        .onSuccess(response -> read(response, answer))
        .onFailure(answer::completeExceptionally);
    request.end(body).onFailure(answer::completeExceptionally);
  }

  /** Read to its end, or to the limit, so that neither side hangs. */
  private static void read(HttpClientResponse response, CompletableFuture<Answer> answer) {
    var body = Buffer.buffer();
    response.exceptionHandler(answer::completeExceptionally);
    response.endHandler(end -> answer.complete(answer(response, body)));
    response.handler(
        chunk -> {
          body.appendBuffer(chunk, 0, Math.min(chunk.length(), LONGEST_ANSWER - body.length()));
          if (body.length() == LONGEST_ANSWER) {
            answer.complete(answer(response, body));
            response.request().reset();
          }
        });
  }

  private static Answer answer(HttpClientResponse response, Buffer body) {
    return new Answer(
        response.statusCode(),
        response.getHeader("retry-after"),
        response.getHeader("date"),
        response.getHeader("webhook-delivery"),
        body.toString());
  }
}
