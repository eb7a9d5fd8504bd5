package io.parceldesk.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.chassis.view.ViewMapper;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/** Carries out {@link Idempotent}. Requests without the header pass. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class IdempotencyInterceptor {
  private static final String HEADER = "Idempotency-Key";

  private final Transactions transactions;
  private final StoredAnswers answers;
  private final CurrentCaller caller;
  private final ObjectMapper json;
  private final ViewMapper views;
  private final HttpHeaders headers;
  private final UriInfo uri;

  IdempotencyInterceptor(
      Transactions transactions,
      StoredAnswers answers,
      CurrentCaller caller,
      ObjectMapper json,
      ViewMapper views,
      HttpHeaders headers,
      UriInfo uri) {
    this.transactions = transactions;
    this.answers = answers;
    this.caller = caller;
    this.json = json;
    this.views = views;
    this.headers = headers;
    this.uri = uri;
  }

  @AroundInvoke
  Object once(InvocationContext call) throws Exception {
    var key = headers.getHeaderString(HEADER);
    if (key == null || !RestResponse.class.equals(call.getMethod().getReturnType())) {
      return call.proceed();
    }
    if (key.isBlank() || key.length() > 200) {
      throw new DomainException(
          400, "bad-idempotency-key", "Idempotency-Key must have 1 to 200 characters");
    }
    return transactions.run(() -> answerOnce(call, caller.get().name(), key));
  }

  private RestResponse<?> answerOnce(InvocationContext call, String who, String key) {
    var hash = hashOf(call);
    if (!answers.reserve(who, key)) {
      throw new DomainException(
          409, "request-still-running", "A request with this Idempotency-Key is still running");
    }
    var stored = answers.find(who, key);
    if (stored.isEmpty()) {
      return answerAndStore(call, who, key, hash);
    }
    if (!Arrays.equals(stored.get().requestHash(), hash)) {
      throw new DomainException(
          422, "idempotency-key-reused", "This Idempotency-Key was used for another request");
    }
    return stored.get().replay();
  }

  private RestResponse<?> answerAndStore(
      InvocationContext call, String who, String key, byte[] hash) {
    var response = (RestResponse<?>) proceed(call);
    answers.store(
        who,
        key,
        new StoredAnswer(
            hash,
            response.getStatus(),
            response.getHeaderString(HttpHeaders.LOCATION),
            response.getHeaderString(HttpHeaders.ETAG),
            view(response.getEntity())));
    return response;
  }

  /** As it is shown, for it is shown again. */
  private String view(Object entity) {
    try {
      return views.text(entity);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object proceed(InvocationContext call) {
    try {
      return call.proceed();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The request is the same when path and arguments are, however its JSON was laid out. */
  private byte[] hashOf(InvocationContext call) {
    var arguments =
        Arrays.stream(call.getParameters()).filter(Objects::nonNull).map(this::write).toList();
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((uri.getPath() + arguments).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
