package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.launcher.Service;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A desk that asks again with the same key when the line breaks, until there is an answer, and
 * remembers what it asked for.
 */
final class PersistentDesk {
  private record Request(String role, String path, String key, Object body) {
    Response send() {
      return Desk.as(role)
          .header("Idempotency-Key", key)
          .body(body)
          .post(RunningPlatform.url(Service.CLAIMS) + path);
    }
  }

  private record Answered(Request request, Response answer) {}

  private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();

  /** Carried out, or refused because of what others did: 200, 201, 409 or 422. */
  Response post(String role, String path, Object body) {
    var request = new Request(role, path, UUID.randomUUID().toString(), body);
    var answer = persistently(request::send);
    assertThat(answer.statusCode()).as(path + answer.asString()).isIn(200, 201, 409, 422);
    answered.add(new Answered(request, answer));
    return answer;
  }

  /** For what is asked without a key, as it may as well be done twice. */
  static Response persistently(Callable<Response> request) {
    return await()
        .atMost(Desk.PATIENCE.multipliedBy(3))
        .pollDelay(Duration.ZERO)
        .pollInSameThread()
        .ignoreExceptions() // nobody listens while the service is down
        .until(request, response -> !isPassing(response));
  }

  // 409: the same request of before the kill is still being carried out, as far as is known
  private static boolean isPassing(Response response) {
    return response.statusCode() == 503
        || (response.statusCode() == 409
            && "request-still-running".equals(response.<String>path("code")));
  }

  /** Whoever asks once more gets the answer of the first time, whatever happened since. */
  void assertSameAnswersAgain() {
    for (var each : answered) {
      if (each.answer.statusCode() < 300) {
        var again = each.request.send();
        assertThat(again.statusCode()).isEqualTo(each.answer.statusCode());
        assertThat(again.header("ETag")).isEqualTo(each.answer.header("ETag"));
        assertThat(again.jsonPath().<Object>get()).isEqualTo(each.answer.jsonPath().get());
      }
    }
  }
}
