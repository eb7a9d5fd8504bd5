package io.parceldesk.chassis.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One trace from the request to the message: the context travels as {@code traceparent} (W3C) in
 * outbox rows, Kafka headers and deliveries, and each step goes on where the one before it ended.
 */
public final class Traces {
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?<trace>[0-9a-f]{32})-(?<span>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})");

  private Traces() {}

  /** The running span, or null without one. */
  public static String current() {
    return of(Span.current());
  }

  /** As it travels, or null where nothing is traced. */
  public static String of(Span span) {
    var context = span.getSpanContext();
    return context.isValid()
        ? "00-%s-%s-%s"
            .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex())
        : null;
  }

  /** A trace of its own, for what nobody asked for. */
  public static <T> T begin(String name, Supplier<T> work) {
    return within(builder(name, SpanKind.INTERNAL).setNoParent().startSpan(), work);
  }

  /** The next step of the trace, or of one of its own where it has none. */
  public static <T> T goOn(String traceparent, String name, SpanKind kind, Supplier<T> work) {
    return within(builder(name, kind).setParent(parent(traceparent)).startSpan(), work);
  }

  /** A step that ends later; {@link #of(Span)} it is what follows. */
  public static Span start(String traceparent, String name, SpanKind kind) {
    return builder(name, kind).setParent(parent(traceparent)).startSpan();
  }

  /** Tells of a step that began at {@code startedAt} and ends now. */
  public static void tell(String traceparent, String name, SpanKind kind, Instant startedAt) {
    if (isRecorded(traceparent)) {
      builder(name, kind)
          .setParent(parent(traceparent))
          .setStartTimestamp(startedAt)
          .startSpan()
          .end();
    }
  }

  /** Whether anybody will see it. */
  public static boolean isRecorded(String traceparent) {
    return Span.fromContext(parent(traceparent)).getSpanContext().isSampled();
  }

  private static <T> T within(Span span, Supplier<T> work) {
    try (var scope = span.makeCurrent()) {
      return work.get();
    } finally {
      span.end();
    }
  }

  private static Context parent(String traceparent) {
    var parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    return parts.matches()
        ? Context.root()
            .with(
                Span.wrap(
                    SpanContext.createFromRemoteParent(
                        parts.group("trace"),
                        parts.group("span"),
                        TraceFlags.fromHex(parts.group("flags"), 0),
                        TraceState.getDefault())))
        : Context.root();
  }

  private static SpanBuilder builder(String name, SpanKind kind) {
    return GlobalOpenTelemetry.getTracer("parceldesk").spanBuilder(name).setSpanKind(kind);
  }
}
