package io.parceldesk.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parceldesk.chassis.contact.Masks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What outlets are told of an event. Only what is named here leaves the house, so that a field
 * added to an event is not told before somebody has decided so.
 */
@ApplicationScoped
public class WebhookData {
  static final String CASE = "case";
  static final String WAYBILL = "waybill";
  static final String WAYBILLS = "waybills";
  static final String OWNER = "owner";
  static final List<String> OF_THE_CASE =
      List.of("number", "kind", "status", "priority", "openedAt", "outlet", "department");
  static final List<String> OF_THE_OWNER = List.of("outlet", "department");
  static final List<String> OF_THE_EVENT =
      List.of(
          "subject",
          "category",
          "stars",
          "causeClass",
          "occasion",
          "instruction",
          "outcome",
          "origin",
          "complaint",
          "level",
          "trigger",
          "reasonCode",
          "deadline",
          "party",
          "replyBy",
          "withdrawal",
          "survivor",
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
          "final",
          "parcels",
          WAYBILLS,
          "rule",
          "amount",
          "award",
          "returns",
          "missing",
          "answer",
          "filingOpen",
          "offeredBy",
          "settledBy",
          "objectedBy",
          "way",
          "owed",
          "paidBack",
          "deliveredAt",
          "filingOutlet",
          "responsibleOutlet");

  private final ObjectMapper json;

  WebhookData(ObjectMapper json) {
    this.json = json;
  }

  /** From the event's own data; what is null there is left out. */
  public ObjectNode of(JsonNode event) {
    var facts = picked(event.path(CASE), OF_THE_CASE);
    facts.put(WAYBILL, Masks.waybill(event.at("/case/waybill").asText(null)));
    var data = json.createObjectNode();
    data.set(CASE, facts);
    data.setAll(picked(event, OF_THE_EVENT));
    if (data.get(WAYBILLS) instanceof ArrayNode several) {
      var masked = data.putArray(WAYBILLS);
      several.forEach(waybill -> masked.add(Masks.waybill(waybill.asText())));
    }
    if (event.hasNonNull(OWNER)) {
      data.set(OWNER, picked(event.get(OWNER), OF_THE_OWNER));
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
