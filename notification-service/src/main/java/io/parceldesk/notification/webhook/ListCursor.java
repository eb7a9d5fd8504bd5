package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Where a page of a list that shows the newest first begins. */
record ListCursor(Instant key, UUID id) {
  private static final ListCursor START =
      new ListCursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

  /** Null for the first page. */
  static ListCursor after(Cursor cursor) {
    return cursor == null ? START : new ListCursor(cursor.key(), cursor.id());
  }

  static <T> Page<T> page(List<T> items, int rows, Function<T, Cursor> cursorOf) {
    return new Page<>(
        items, items.size() < rows ? null : cursorOf.apply(items.get(rows - 1)).text());
  }
}
