package io.parceldesk.chassis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

class UntracedQueriesTest {
  private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");

  @Test
  void keepNoPhoneInASpan() {
    var span = span("phone=13800138000&name=x");

    assertThat(((ReadableSpan) span).getAttribute(QUERY)).isEqualTo("not kept");
  }

  @Test
  void addNothingWhereThereIsNoQuery() {
    assertThat(((ReadableSpan) span(null)).getAttribute(QUERY)).isNull();
  }

  private static Span span(String query) {
    var tracer =
        SdkTracerProvider.builder().addSpanProcessor(new UntracedQueries()).build().get("test");
    var builder = tracer.spanBuilder("GET /api/v1/complaints");
    return (query == null ? builder : builder.setAttribute(QUERY, query)).startSpan();
  }
}
