package io.parceldesk.chassis.inbox;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;

/** Continues the trace that an event carries. */
final class Tracing {
  private static final TextMapGetter<EventMeta> TRACEPARENT =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(EventMeta meta) {
          return List.of("traceparent");
        }

        @Override
        public String get(EventMeta meta, String key) {
          return "traceparent".equals(key) ? meta.traceparent() : null;
        }
      };

  private Tracing() {}

  static void in(EventMeta meta, Runnable work) {
    var parent =
        W3CTraceContextPropagator.getInstance().extract(Context.current(), meta, TRACEPARENT);
    var span =
        GlobalOpenTelemetry.getTracer("parceldesk.inbox")
            .spanBuilder("receive " + meta.type())
            .setParent(parent)
            .setSpanKind(SpanKind.CONSUMER)
            .startSpan();
    try (var scope = span.makeCurrent()) {
      work.run();
    } finally {
      span.end();
    }
  }
}
