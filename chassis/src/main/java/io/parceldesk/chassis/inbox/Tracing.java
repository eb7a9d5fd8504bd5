package io.parceldesk.chassis.inbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.parceldesk.chassis.trace.CaseLog;
import io.parceldesk.chassis.trace.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Continues the traces that events carry, and says in the log which case they are about. */
final class Tracing {
  private Tracing() {}

  static void in(EventMeta meta, Runnable work) {
    Traces.goOn(
        meta.traceparent(),
        name(meta),
        SpanKind.CONSUMER,
        () -> {
          CaseLog.about(meta.subject(), work);
          return null;
        });
  }

  /** Many at once: no thread can be in all their traces, so each event carries its own on. */
  static <E> void together(
      List<ReceivedEvent<E>> events, Consumer<List<ReceivedEvent<E>>> useCase) {
    var spans = new ArrayList<Span>();
    try {
      useCase.accept(events.stream().map(event -> goingOn(event, spans)).toList());
    } finally {
      spans.forEach(Span::end);
    }
  }

  private static <E> ReceivedEvent<E> goingOn(ReceivedEvent<E> received, List<Span> spans) {
    var meta = received.meta();
    if (!Traces.isRecorded(meta.traceparent())) {
      return received;
    }
    var span = Traces.start(meta.traceparent(), name(meta), SpanKind.CONSUMER);
    spans.add(span);
    return new ReceivedEvent<>(received.event(), meta.carrying(Traces.of(span)));
  }

  private static String name(EventMeta meta) {
    return "receive " + (meta.type() == null ? meta.source() : meta.type());
  }
}
