package io.parceldesk.notification.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.notification.Happening;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What a webhook tells: {@code {"type", "timestamp", "data"}}. Of the event only what is named here
 * leaves the house, so that a field added to an event is not told before somebody has decided so.
 */
@ApplicationScoped
class WebhookBody {
  private static final List<String> OF_THE_CASE =
      List.of("number", "kind", "status", "priority", "openedAt", "outlet", "department");
  private static final List<String> OF_THE_EVENT =
      List.of(
          "subject",
          "category",
          "stars",
          "causeClass",
          "instruction",
          "outcome",
          "origin",
          "complaint",
          "level",
          "trigger",
          "reasonCode",
          "deadline",
          "founded",
          "remedy",
          "customerToldAt",
          "answeredAt",
          "satisfied",
          "ground",
          "route",
          "claimed",
          "offered",
          "agreed",
          "paid",
          "payBy",
          "offerBy",
          "answerBy",
          "collectBy",
          "objectionBy",
          "rule",
          "amount",
          "award",
          "returns",
          "filingOutlet",
          "responsibleOutlet");

  private final ObjectMapper json;

  WebhookBody(ObjectMapper json) {
    this.json = json;
  }

  String of(Happening happening) {
    var body = json.createObjectNode();
    body.put("type", happening.type().replace('-', '.'));
    body.put("timestamp", happening.meta().time().toString());
    body.set("data", data(happening));
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode data(Happening happening) {
    var event = happening.data();
    var facts = picked(event.path("case"), OF_THE_CASE);
    facts.put("waybill", Masks.waybill(happening.facts().waybill()));
    var data = json.createObjectNode();
    data.set("case", facts);
    data.setAll(picked(event, OF_THE_EVENT));
    if (event.hasNonNull("owner")) {
      data.set("owner", picked(event.get("owner"), List.of("outlet", "department")));
    }
    return data;
  }

  private ObjectNode picked(JsonNode from, List<String> names) {
    var picked = json.createObjectNode();
    for (var name : names) {
      if (from.hasNonNull(name)) {
        picked.set(name, from.get(name));
      }
    }
    return picked;
  }
}
