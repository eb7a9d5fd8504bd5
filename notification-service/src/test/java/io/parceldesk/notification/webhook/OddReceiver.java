package io.parceldesk.notification.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A receiver that repeats the challenge and then behaves as receivers should not: it is slow, lets
 * its answer drip, says too much or repeats another challenge.
 */
final class OddReceiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger under = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  /** What it does with a request that is no challenge. */
  @FunctionalInterface
  interface Manner {
    void answer(HttpExchange exchange, OddReceiver receiver) throws Exception;
  }

  static OddReceiver that(Manner manner) {
    return new OddReceiver(true, manner);
  }

  /** Repeats no challenge either. */
  static OddReceiver thatAlso(Manner manner) {
    return new OddReceiver(false, manner);
  }

  private OddReceiver(boolean repeats, Manner manner) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, repeats, manner));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** Until the test is over, or so long. */
  void dawdle(long millis) throws InterruptedException {
    closed.await(millis, TimeUnit.MILLISECONDS);
  }

  static void say(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange, boolean repeats, Manner manner) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (repeats && body.contains(WebhookVerification.TYPE)) {
      say(exchange, 200, body.replaceFirst(".*\"challenge\":\"([^\"]+)\".*", "$1"));
      return;
    }
    mostAtOnce.accumulateAndGet(under.incrementAndGet(), Math::max);
    try {
      manner.answer(exchange, this);
    } catch (Exception e) {
      throw new IOException(e); // the client has hung up
    } finally {
      under.decrementAndGet();
    }
  }
}
