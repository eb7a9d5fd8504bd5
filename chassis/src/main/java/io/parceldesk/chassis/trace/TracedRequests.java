package io.parceldesk.chassis.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps out of traces whatever a caller wrote into a request: query strings, by which customers are
 * searched, paths, which somebody may type a phone number into, the names of programs and hosts,
 * and where the caller is. The route's template tells what was asked (REG-10).
 */
@Singleton
class TracedRequests implements ExtendedSpanProcessor {
  private static final String NOT_KEPT = "not kept";

  /** What we say, not the caller. */
  private static final Set<String> KEPT =
      Set.of(
          "http.request.method", // one of those that HTTP knows
          "http.route",
          "url.scheme",
          "network.protocol.name",
          "network.protocol.version",
          "error.type",
          "code.function.name",
          "code.function",
          "code.namespace",
          CaseLog.ATTRIBUTE);

  @Override
  public void onEnding(ReadWriteSpan span) {
    if (span.getKind() == SpanKind.SERVER) {
      span.getAttributes()
          .forEach(
              (key, value) -> {
                if (key.getType() == AttributeType.STRING && !KEPT.contains(key.getKey())) {
                  span.setAttribute(AttributeKey.stringKey(key.getKey()), NOT_KEPT);
                }
              });
    }
  }

  @Override
  public boolean isOnEndingRequired() {
    return true;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    // some of it is known only when it ends
  }

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    // nothing can be changed any more
  }

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
