package io.parceldesk.chassis.view;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Views are records: whatever route answers with one, no free text in it shows a phone number. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class ViewWriter implements ServerMessageBodyWriter<Record> {
  private final ViewMapper views;

  ViewWriter(ViewMapper views) {
    this.views = views;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return Record.class.isAssignableFrom(type);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return Record.class.isAssignableFrom(type);
  }

  @Override
  public void writeResponse(Record view, Type generic, ServerRequestContext context)
      throws IOException {
    try (var out = context.getOrCreateOutputStream()) {
      out.write(views.bytes(view));
    }
  }

  @Override
  public void writeTo(
      Record view,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(views.bytes(view));
  }
}
