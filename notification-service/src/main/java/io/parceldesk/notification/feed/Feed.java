package io.parceldesk.notification.feed;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.FeedEvent;
import io.parceldesk.notification.FeedRepository;
import io.parceldesk.notification.FeedRepository.Stretch;
import io.parceldesk.notification.OutletRepository;
import io.parceldesk.notification.WebhookType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Outlets fetch what their webhooks carry, at their own pace. */
@ApplicationScoped
class Feed {
  private final Transactions transactions;
  private final FeedRepository feeds;
  private final OutletRepository outlets;
  private final CurrentCaller caller;

  Feed(
      Transactions transactions,
      FeedRepository feeds,
      OutletRepository outlets,
      CurrentCaller caller) {
    this.transactions = transactions;
    this.feeds = feeds;
    this.outlets = outlets;
    this.caller = caller;
  }

  /** Events with the cursor behind them; {@code more} when the next part may be read at once. */
  record Part(List<FeedEvent> events, FeedCursor next, boolean more) {}

  /** From the oldest event that is kept where there is no cursor. */
  Part read(String asked, FeedCursor after, List<String> types, int rows) {
    var outlet = outlet(asked);
    requireKnown(types);
    if (after != null && !after.outlet().equals(outlet)) {
      throw FeedCursor.bad();
    }
    var position = after == null ? 0 : after.position();
    var stretch =
        transactions.run(
            () -> {
              outlets.require(outlet);
              return feeds.read(outlet, position, types, rows);
            });
    if (after != null) {
      requireKept(position, stretch);
    }
    return part(outlet, stretch, rows);
  }

  private String outlet(String asked) {
    var asking = caller.get();
    if (asked != null) {
      asking.requireAccessTo(asked);
      return asked;
    }
    if (asking.outlet() == null) {
      throw new DomainException(400, "outlet-required", "Say whose feed: ?outlet=LLT-…");
    }
    return asking.outlet();
  }

  private static void requireKnown(List<String> types) {
    if (!WebhookType.catalogue().containsAll(types)) {
      throw new DomainException(
          400, "unknown-type", "types must be types of GET /webhook-types, parted by commas");
    }
  }

  private static void requireKept(long position, Stretch stretch) {
    if (position > stretch.last()) {
      throw FeedCursor.bad();
    }
    if (position < stretch.first() - 1) {
      throw new DomainException(
          410,
          "cursor-too-old",
          "Events behind the cursor are no longer kept; begin again without a cursor");
    }
  }

  /** A part that is not full ends where the feed ends, whatever types lie between. */
  private static Part part(String outlet, Stretch stretch, int rows) {
    var events = stretch.events();
    var full = events.size() == rows;
    var end = full ? events.get(rows - 1).position() : stretch.last();
    return new Part(events, new FeedCursor(outlet, end), full);
  }
}
