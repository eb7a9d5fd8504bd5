package io.parceldesk.sandbox.servers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a server has received, oldest first; beyond 100,000 the oldest are forgotten. */
final class Received<T> {
  private static final int CAPACITY = 100_000;

  private final Deque<T> items = new ArrayDeque<>();

  synchronized void add(T item) {
    if (items.size() == CAPACITY) {
      items.removeFirst();
    }
    items.addLast(item);
  }

  synchronized List<T> all() {
    return List.copyOf(items);
  }

  synchronized void clear() {
    items.clear();
  }
}
