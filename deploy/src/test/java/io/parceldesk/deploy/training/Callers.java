package io.parceldesk.deploy.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** People who register complaints, each about a parcel of his own. */
final class Callers {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI complaints;
  private final String token;

  Callers(URI service, String token) {
    this.complaints = service.resolve("/api/v1/complaints");
    this.token = token;
  }

  /** The answer to one complaint; anything but 201 is a failure. */
  String register(String waybill) {
    var phone = "138%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    var body =
        """
        {"channel": "PHONE", "category": "DELAY", "waybill": "%s",
         "complainant": {"role": "RECIPIENT", "name": "王小明", "phone": "%s"},
         "description": "The parcel is three days late", "demand": "an apology"}
        """;
    var request =
        HttpRequest.newBuilder(complaints)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.formatted(waybill, phone)))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 201) {
        throw new IllegalStateException(response.statusCode() + ": " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Complaints a second that so many callers get in when each calls again at once. */
  double atOnce(int callers, Duration time) {
    var end = System.nanoTime() + time.toNanos();
    var counts =
        inParallel(
            callers,
            () -> {
              var count = 0L;
              for (; System.nanoTime() < end; count++) {
                register(newWaybill());
              }
              return LongStream.of(count);
            });
    return counts.sum() * 1.0e9 / time.toNanos();
  }

  /**
   * Milliseconds that each complaint took, sorted, when so many a second come whatever happens;
   * measured from when it should have come.
   */
  double[] atRate(double rate, int callers, Duration time) {
    var begin = System.nanoTime();
    var next = new AtomicLong();
    var total = (long) (rate * time.toSeconds());
    return inParallel(
            callers,
            () -> {
              var took = LongStream.builder();
              for (var i = next.getAndIncrement(); i < total; i = next.getAndIncrement()) {
                var due = begin + (long) (i * 1.0e9 / rate);
                while (System.nanoTime() < due) {
                  LockSupport.parkNanos(due - System.nanoTime());
                }
                register(newWaybill());
                took.add(System.nanoTime() - due);
              }
              return took.build();
            })
        .sorted()
        .mapToDouble(nanos -> nanos / 1.0e6)
        .toArray();
  }

  static String newWaybill() {
    return "LLT" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);
  }

  private static LongStream inParallel(int callers, Callable<LongStream> work) {
    var threads = Executors.newFixedThreadPool(callers);
    try {
      List<Callable<LongStream>> all = IntStream.range(0, callers).mapToObj(i -> work).toList();
      var results = LongStream.empty();
      for (var result : threads.invokeAll(all)) {
        results = LongStream.concat(results, result.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
      awaitEnd(threads);
    }
  }

  private static void awaitEnd(java.util.concurrent.ExecutorService threads) {
    try {
      threads.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
