package io.parceldesk.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Receives traces as an OpenTelemetry collector does: OTLP over HTTP, protobuf. */
final class Collector {
  private static final List<Span> SPANS = new CopyOnWriteArrayList<>();
  private static HttpServer server;

  /** One step of a trace, at one service. */
  record Span(String trace, String service, String name, String attributes) {}

  static synchronized String url() {
    if (server == null) {
      server = started();
    }
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  static List<Span> ofTrace(String id) {
    return SPANS.stream().filter(span -> span.trace().equals(id)).toList();
  }

  static List<Span> all() {
    return SPANS;
  }

  private static HttpServer started() {
    try {
      var started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.createContext("/v1/traces", Collector::receive);
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void receive(HttpExchange exchange) throws IOException {
    var zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (var body =
        zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
      read(new Protobuf(body.readAllBytes()));
    }
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** ExportTraceServiceRequest of opentelemetry-proto. */
  private static void read(Protobuf request) {
    for (var resourceSpans : request.messages(1)) {
      var service =
          resourceSpans.messages(1).stream()
              .flatMap(resource -> resource.messages(1).stream())
              .filter(attribute -> attribute.text(1).equals("service.name"))
              .map(attribute -> attribute.messages(2).get(0).text(1))
              .findFirst()
              .orElse("");
      for (var scope : resourceSpans.messages(2)) {
        scope.messages(2).forEach(span -> SPANS.add(span(service, span)));
      }
    }
  }

  private static Span span(String service, Protobuf span) {
    var attributes =
        span.bytes(9).stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList();
    return new Span(
        HexFormat.of().formatHex(span.bytes(1).get(0)),
        service,
        span.text(5),
        String.join(" ", attributes));
  }

  private Collector() {}
}
