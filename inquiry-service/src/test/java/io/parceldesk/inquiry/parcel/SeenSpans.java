package io.parceldesk.inquiry.parcel;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The traces of the tests, as they would be exported. */
@Singleton
public class SeenSpans implements SpanProcessor {
  private final List<String> spans = new CopyOnWriteArrayList<>();

  List<String> all() {
    return spans;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    // seen at its end
  }

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    spans.add(span.getName() + " " + span.getAttributes());
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
