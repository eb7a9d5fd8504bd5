package io.parceldesk.chassis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracedRequestsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "url.path",
        "url.query",
        "user_agent.original",
        "client.address",
        "server.address",
        "http.request.method_original",
        "whatever.a.release.adds"
      })
  void keepNothingThatACallerWrote(String attribute) {
    var span = span(SpanKind.SERVER);
    span.setAttribute(attribute, "13800138000");
    span.end();

    assertThat(of(span, attribute)).isEqualTo("not kept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http.route", "http.request.method", "error.type", "parceldesk.case"})
  void keepWhatTheServiceSays(String attribute) {
    var span = span(SpanKind.SERVER);
    span.setAttribute(attribute, "as it was");
    span.end();

    assertThat(of(span, attribute)).isEqualTo("as it was");
  }

  @Test
  void addNothingAndLeaveOtherStepsAlone() {
    var request = span(SpanKind.SERVER);
    request.end();
    var step = span(SpanKind.INTERNAL);
    step.setAttribute("messaging.destination.name", "parceldesk.claims");
    step.end();

    assertThat(of(request, "url.query")).isNull();
    assertThat(of(step, "messaging.destination.name")).isEqualTo("parceldesk.claims");
  }

  private static String of(Span span, String attribute) {
    return ((ReadableSpan) span).getAttribute(AttributeKey.stringKey(attribute));
  }

  /** Beside another processor, as in a service. */
  private static Span span(SpanKind kind) {
    return SdkTracerProvider.builder()
        .addSpanProcessor(new TracedRequests())
        .addSpanProcessor(new TracedRequests())
        .build()
        .get("test")
        .spanBuilder("GET /api/v1/complaints")
        .setSpanKind(kind)
        .startSpan();
  }
}
