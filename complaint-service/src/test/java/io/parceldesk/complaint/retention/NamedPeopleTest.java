package io.parceldesk.complaint.retention;

import static io.parceldesk.complaint.Desk.act;
import static io.parceldesk.complaint.Desk.as;
import static io.parceldesk.complaint.Desk.bodyOf;
import static io.parceldesk.complaint.Desk.view;
import static io.parceldesk.complaint.retention.OldCases.closedAgo;
import static io.parceldesk.complaint.retention.OldCases.phone;
import static io.parceldesk.complaint.retention.OldCases.register;
import static io.parceldesk.complaint.retention.OldCases.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Who is named in somebody else's complaint has the rights of a customer, in their part of it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class NamedPeopleTest {
  private final String joint = phone();
  private final String customer = phone();

  @Inject Sql sql;

  @Test
  void hearWhatIsHeldOnThemAndNothingOfTheCustomer() {
    var merged = register(joint);
    var survivor = mergedInto(register(customer), merged);

    request("EXPORT", joint)
        .body("items.name", containsInAnyOrder(merged, survivor))
        .body(of(merged, "roles"), contains("CUSTOMER"))
        .body(of(merged, "description"), is("陶瓷摔坏了"))
        .body(of(survivor, "roles"), contains("JOINT_COMPLAINANT"))
        .body(of(survivor, "named[0].role"), is("JOINT_COMPLAINANT"))
        .body(of(survivor, "named[0].data.phone.e164"), is("+86" + joint))
        .body(of(survivor, "status"), is("RECEIVED"))
        .body(of(survivor, "contact"), nullValue())
        .body(of(survivor, "description"), nullValue());
    request("EXPORT", customer)
        .body("items.name", contains(survivor))
        .body(of(survivor, "roles"), contains("CUSTOMER"))
        .body(of(survivor, "named"), empty());
  }

  @Test
  void areErasedAloneOnceNothingKeepsThem() {
    var merged = register(joint);
    var survivor = mergedInto(register(customer), merged);
    closedAgo(sql, merged, "2 years");

    request("ERASURE", joint)
        .body(item(survivor, "obstacle"), is("OPEN"))
        .body(item(merged, "obstacle"), is("MERGED"));

    for (var action : new String[] {"acknowledgement", "assessment", "call-back", "closure"}) {
      act(survivor, action, bodyOf(action)).statusCode(200);
    }
    closedAgo(sql, survivor, "2 years");
    act(survivor, "legal-hold", "{\"reason\": \"court\"}").statusCode(200);
    request("ERASURE", joint)
        .body(item(survivor, "obstacle"), is("LEGAL_HOLD"))
        .body(item(merged, "obstacle"), is("MERGED"));
    act(survivor, "legal-hold-release", "{\"reason\": \"over\"}").statusCode(200);

    String id =
        request("ERASURE", joint)
            .body(item(survivor, "outcome"), is("ERASED"))
            .body(item(merged, "outcome"), is("ERASED"))
            .extract()
            .path("id");

    view(merged).body("anonymisedAt", notNullValue());
    view(survivor).body("anonymisedAt", nullValue()).body("complainant.name", is("王**"));
    assertThat(duplicatesOf(survivor)).isEqualTo("[]");
    timeline(survivor).body("items.note", hasItem("REG-10 " + id + " JOINT_COMPLAINANT"));
    request("EXPORT", joint).body("items", empty());
    request("EXPORT", customer).body("items.name", contains(survivor));
  }

  /** A hold on a person keeps the case that only names them. */
  @Test
  void areHeldWithTheCaseThatNamesThem() {
    var merged = register(joint);
    var survivor = mergedInto(register(customer), merged);
    for (var action : new String[] {"acknowledgement", "assessment", "call-back", "closure"}) {
      act(survivor, action, bodyOf(action)).statusCode(200);
    }
    closedAgo(sql, survivor, "2 years");
    as("admin")
        .body("{\"phone\": \"%s\", \"reason\": \"court\"}".formatted(joint))
        .post("/api/v1/legal-holds")
        .then()
        .statusCode(201);

    request("ERASURE", customer).body(item(survivor, "obstacle"), is("LEGAL_HOLD"));
  }

  /** Cases of before the index of names. */
  @Test
  void areFoundInCasesOfBeforeToo() {
    var survivor = mergedInto(register(customer), register(joint));
    sql.update(
        "delete from case_subject where role <> 'CUSTOMER' and case_id = ?::uuid", id(survivor));
    request("EXPORT", joint).body("items.size()", is(1));

    act(survivor, "acknowledgement", "{}").statusCode(200);

    request("EXPORT", joint).body("items.name", hasItem(survivor));
  }

  private String mergedInto(String survivor, String merged) {
    act(merged, "merge", "{\"into\": \"%s\", \"evenIfOtherWaybill\": true}".formatted(survivor))
        .statusCode(200);
    return survivor;
  }

  private String duplicatesOf(String number) {
    return sql.first(
            "select duplicates::text from complaint where number = ?",
            row -> row.getString(1),
            number)
        .orElseThrow();
  }

  private String id(String number) {
    return sql.first(
            "select id::text from complaint where number = ?", row -> row.getString(1), number)
        .orElseThrow();
  }

  private static String of(String number, String member) {
    return "data.find { it.data.number == '" + number + "' }.data." + member;
  }

  private static String item(String number, String member) {
    return "items.find { it.name == '" + number + "' }." + member;
  }

  private static ValidatableResponse request(String kind, String phone) {
    return as("admin")
        .body(
            "{\"kind\": \"%s\", \"phone\": \"%s\", \"reason\": \"by letter\"}"
                .formatted(kind, phone))
        .post("/api/v1/subject-requests")
        .then()
        .statusCode(201);
  }
}
