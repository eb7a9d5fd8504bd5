package io.parceldesk.notification.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.notification.FeedEvent;
import io.parceldesk.notification.WebhookId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pull feed, for whoever cannot receive webhooks or has missed some. */
@Path("/api/v1/events")
@Tag(name = "Pull feed")
class FeedResource {
  private final Feed feed;
  private final ObjectMapper json;

  FeedResource(Feed feed, ObjectMapper json) {
    this.feed = feed;
    this.json = json;
  }

  /**
   * @param next given with every answer, also when there was nothing new: go on with it
   * @param more whether it is worth asking again at once
   */
  @Schema(name = "FeedPart")
  record FeedPart(List<Item> items, String next, boolean more) {}

  /** What a webhook's body says, with the {@code webhook-id} that it has or would have had. */
  @Schema(name = "FeedItem")
  record Item(String id, String type, String timestamp, Map<String, Object> data) {}

  private record Body(String type, String timestamp, Map<String, Object> data) {}

  @GET
  @Operation(
      summary = "What the outlet's webhooks carry, in an order that never changes",
      description =
          """
          Begin without a cursor, then ask again and again with after set to the last answer's \
          next. No event ever appears behind a cursor that was given. Events are kept for 28 days; \
          a cursor that has fallen out of them is answered with 410 cursor-too-old.\
          """)
  public FeedPart read(
      @Parameter(description = "next of the last answer") @QueryParam("after") FeedCursor after,
      @Parameter(description = "Types of GET /webhook-types, parted by commas") @QueryParam("types")
          String types,
      @Parameter(description = "For callers that are no outlet") @QueryParam("outlet")
          String outlet,
      @QueryParam("limit") Limit limit) {
    var rows = (limit == null ? Limit.DEFAULT : limit).rows();
    var part = feed.read(outlet, after, listed(types), rows);
    return new FeedPart(
        part.events().stream().map(this::item).toList(), part.next().text(), part.more());
  }

  private static List<String> listed(String types) {
    return types == null || types.isBlank()
        ? List.of()
        : Arrays.stream(types.split(",")).map(String::strip).toList();
  }

  private Item item(FeedEvent event) {
    try {
      var body = json.readValue(event.body(), Body.class);
      return new Item(
          WebhookId.of(event.eventSource(), event.eventId()),
          body.type(),
          body.timestamp(),
          body.data());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
