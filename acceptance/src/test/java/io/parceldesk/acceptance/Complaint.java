package io.parceldesk.acceptance;

import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;

/** A complaint as the journeys register it. */
record Complaint(String number, String phone) {
  static Builder about(String category) {
    return new Builder(category);
  }

  String path() {
    return "/complaints/" + number;
  }

  /** Somebody does the next step, and the view shows what came of it. */
  JsonPath step(String role, String noun, Map<String, Object> form) {
    return Desk.post(role, Service.COMPLAINT, path() + "/" + noun, form);
  }

  JsonPath view() {
    return Desk.get("agent", Service.COMPLAINT, path()).jsonPath();
  }

  /** The state of the newest clock of the kind, or null. */
  String clock(String kind) {
    return view().getString("deadlines.find { it.kind == '" + kind + "' }.state");
  }

  /** What is said when registering; what is left out does not matter to the journey. */
  static final class Builder {
    private final Map<String, Object> form = new HashMap<>();
    private final String phone = Desk.newPhone();

    private Builder(String category) {
      form.put("category", category);
      form.put("channel", "PHONE");
      form.put("description", "破损");
      form.put("demand", "赔偿");
      by("李先生", "zh-CN");
    }

    Builder by(String name, String locale) {
      form.put("complainant", Desk.person("RECIPIENT", name, phone, locale));
      return this;
    }

    Builder against(String outlet) {
      form.put("against", Map.of("outlet", outlet));
      return this;
    }

    Builder on(String waybill) {
      form.put("waybill", waybill);
      return this;
    }

    Builder saying(String description, String demand) {
      form.put("description", description);
      form.put("demand", demand);
      return this;
    }

    Builder againstPerson(String department, String person) {
      form.put("against", Map.of("department", department, "person", person));
      return this;
    }

    /** Although another complaint about the parcel is open. */
    Builder again() {
      form.put("evenIfDuplicate", true);
      return this;
    }

    Builder urgentLetter() {
      form.put("channel", "LETTER");
      form.put("urgent", true);
      return this;
    }

    /** Waits for the outlet to be known, which its event has to make it first. */
    Complaint register() {
      Response answer =
          await()
              .atMost(Desk.PATIENCE)
              .until(
                  () ->
                      Desk.as("agent")
                          .body(form)
                          .post(RunningPlatform.url(Service.COMPLAINT) + "/complaints"),
                  response -> response.statusCode() != 422);
      answer.then().statusCode(201);
      return new Complaint(answer.jsonPath().getString("number"), phone);
    }
  }
}
