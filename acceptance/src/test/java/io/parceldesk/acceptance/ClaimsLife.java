package io.parceldesk.acceptance;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A case of claims-service, led by chance; some of its steps are taken by two at once. */
abstract class ClaimsLife {
  /** One parcel, the chance that decides, and who answers second. */
  record Lot(String waybill, Random random, Executor seconds) {
    boolean oneIn(int times) {
      return random.nextInt(times) == 0;
    }
  }

  final PersistentDesk desk;
  final Lot lot;
  String number;

  /** What the answers so far mean for the case's events, in order. */
  final List<String> events = new ArrayList<>();

  ClaimsLife(PersistentDesk desk, Lot lot) {
    this.desk = desk;
    this.lot = lot;
  }

  abstract void live();

  abstract String path();

  /** Whether it was carried out. */
  boolean does(String role, String action, Map<String, ?> body, String... told) {
    return isDone(send(role, action, body), told);
  }

  Response send(String role, String action, Map<String, ?> body) {
    return desk.post(role, path() + "/" + action, body);
  }

  boolean isDone(Response answer, String... told) {
    if (answer.statusCode() >= 300) {
      return false;
    }
    events.addAll(List.of(told));
    return true;
  }

  /** Two do the same at once; whether it was carried out, which is at most once. */
  boolean twice(Supplier<Response> step, String... told) {
    var second = CompletableFuture.supplyAsync(step, lot.seconds());
    var first = isDone(step.get(), told);
    return isDone(second.join(), told) || first;
  }
}
