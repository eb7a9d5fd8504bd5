package io.parceldesk.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPInputStream;

/** Receives traces as an OpenTelemetry collector does: OTLP over HTTP, protobuf. */
final class Collector {
  private static final List<Span> SPANS = new CopyOnWriteArrayList<>();
  private static final Set<String> RESOURCES = ConcurrentHashMap.newKeySet();
  private static HttpServer server;

  /**
   * One step of a trace, at one service.
   *
   * @param text all that was sent of it: name, attributes, events with exceptions, links, status
   */
  record Span(String trace, String service, String name, String text) {}

  static synchronized String url() {
    if (server == null) {
      server = started();
    }
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The id of a trace that nobody else has. */
  static String newTrace() {
    var id = new byte[16];
    ThreadLocalRandom.current().nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  static List<Span> ofTrace(String id) {
    return SPANS.stream().filter(span -> span.trace().equals(id)).toList();
  }

  static List<Span> all() {
    return List.copyOf(SPANS);
  }

  /** What the services say of themselves, as it was sent. */
  static Set<String> resources() {
    return Set.copyOf(RESOURCES);
  }

  static void forget(String trace) {
    SPANS.removeIf(span -> span.trace().equals(trace));
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
      resourceSpans.messages(1).forEach(resource -> RESOURCES.add(resource.allText()));
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
    return new Span(
        HexFormat.of().formatHex(span.bytes(1).get(0)), service, span.text(5), span.allText());
  }

  private Collector() {}
}
