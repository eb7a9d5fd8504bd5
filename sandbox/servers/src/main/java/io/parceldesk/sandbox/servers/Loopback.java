package io.parceldesk.sandbox.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** The loopback interface: free ports, and small HTTP servers. */
public final class Loopback {
  public static final String HOST = "127.0.0.1";

  /**
   * A port that nothing listens on at present. It lies below the ports that systems give to
   * outgoing connections, so that none of those takes it before the server that it is meant for.
   */
  public static int freePort() {
    for (var attempt = 1; ; attempt++) {
      var port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (var socket = new ServerSocket(port, 1, address())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        if (attempt == 100) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Says in one sentence that a port is taken, before a server fails in many. */
  public static void requireFree(int port, String what) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address(), port));
    } catch (BindException e) {
      throw new ServerUnavailable(
          "Port %d, which %s needs, is in use by another program.".formatted(port, what));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A started HTTP server without any path yet; port 0 picks a free one. */
  public static HttpServer http(int port) {
    try {
      var server = HttpServer.create(new InetSocketAddress(address(), port), 0);
      server.setExecutor(
          Executors.newCachedThreadPool(
              task -> {
                var thread = new Thread(task, "loopback-http");
                thread.setDaemon(true);
                return thread;
              }));
      server.start();
      return server;
    } catch (BindException e) {
      throw new ServerUnavailable("Port %d is in use by another program.".formatted(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers an exchange with a UTF-8 text. */
  public static void answer(HttpExchange exchange, int status, String contentType, String text)
      throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  static InetAddress address() {
    return InetAddress.getLoopbackAddress();
  }

  private Loopback() {}
}
