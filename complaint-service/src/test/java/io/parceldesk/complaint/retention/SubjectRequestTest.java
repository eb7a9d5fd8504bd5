package io.parceldesk.complaint.retention;

import static io.parceldesk.complaint.Desk.act;
import static io.parceldesk.complaint.Desk.as;
import static io.parceldesk.complaint.Desk.view;
import static io.parceldesk.complaint.retention.OldCases.closed;
import static io.parceldesk.complaint.retention.OldCases.closedAgo;
import static io.parceldesk.complaint.retention.OldCases.phone;
import static io.parceldesk.complaint.retention.OldCases.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.retention.RetentionJob;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person learns what is held, and has it erased as far as the law lets us (REG-10). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SubjectRequestTest {
  private static final String REQUESTS = "/api/v1/subject-requests";

  @Inject RetentionJob retention;
  @Inject BlindIndex index;
  @Inject Sql sql;

  @Test
  void exportsWhatIsHeldOnThePersonAndNobodyElse() {
    var phone = phone();
    var one = register(phone);
    var other = closed(phone);
    var somebodyElses = register(phone());

    for (var whom :
        new String[] {
          "\"phone\": \"+86 %s\"".formatted(phone),
          "\"email\": \"U%s@example.com\"".formatted(phone)
        }) {
      var export =
          request("EXPORT", whom)
              .statusCode(201)
              .header("Cache-Control", "no-store")
              .body("items.name", containsInAnyOrder(one, other))
              .body("items.outcome", contains("TOLD", "TOLD"))
              .body("complete", is(true))
              .body("data.what", contains("COMPLAINT", "COMPLAINT"))
              .body("data.data.number", not(hasItem(somebodyElses)))
              .body("data[0].data.contact.name", is("王小明"))
              .body("data[0].data.contact.phone.e164", is("+86" + phone))
              .body("data[0].data.description", is("陶瓷摔坏了"))
              .body("data[1].data.explanation", is("a misunderstanding"))
              .extract();
      as("auditor")
          .get(REQUESTS + "/" + export.<String>path("id"))
          .then()
          .body("subject", notNullValue())
          .body("finishedAt", notNullValue())
          .body("data", nullValue())
          .body("items.name", containsInAnyOrder(one, other));
    }
  }

  @Test
  void erasesWhatIsClosedAndSaysWhyTheRestIsKept() {
    var phone = phone();
    var old = closedAgo(sql, closed(phone), "1 year 2 days");
    var young = closedAgo(sql, closed(phone), "360 days");
    var open = register(phone);
    var held = closedAgo(sql, closed(phone), "2 years");
    act(held, "legal-hold", "{\"reason\": \"court\"}").statusCode(200);
    var until =
        LocalDate.now(ZoneId.of("Asia/Shanghai"))
            .minusDays(360)
            .plusYears(1)
            .plusDays(1)
            .toString();

    String id =
        request("ERASURE", "\"phone\": \"" + phone + "\"")
            .statusCode(201)
            .body("subject", is(phone.substring(0, 3) + "******" + phone.substring(9)))
            .body(item(old, "outcome"), is("ERASED"))
            .body(item(young, "obstacle"), is("PERIOD_RUNS"))
            .body(item(young, "until"), is(until))
            .body(item(open, "obstacle"), is("OPEN"))
            .body(item(held, "obstacle"), is("LEGAL_HOLD"))
            .body("items.size()", is(4))
            .extract()
            .path("id");

    view(old).body("anonymisedAt", notNullValue()).body("complainant", nullValue());
    OldCases.timeline(old).body("items.note", hasItem("REG-10 " + id));
    for (var kept : new String[] {young, open, held}) {
      view(kept).body("anonymisedAt", nullValue()).body("complainant.name", is("王**"));
    }
    request("EXPORT", "\"phone\": \"" + phone + "\"").body("items.name", not(hasItem(old)));
    as("admin").get(REQUESTS).then().body("items.id", hasItem(id));
    assertNothingClear(phone);
  }

  /** Whatever the tables of requests and holds have. */
  private void assertNothingClear(String phone) {
    var rows =
        sql.list(
            """
            select to_jsonb(r)::text from subject_request r
            union all select to_jsonb(i)::text from subject_request_item i
            union all select to_jsonb(h)::text from legal_hold h
            union all select to_jsonb(s)::text from case_subject s
            """,
            row -> row.getString(1));
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(phone));
  }

  @Test
  void holdsEverythingOfAPersonUntilThatIsReleased() {
    var phone = phone();
    var number = closedAgo(sql, closed(phone), "3 years 2 days");
    var body = "{\"phone\": \"%s\", \"reason\": \"court\"}".formatted(phone);
    String hold =
        as("supervisor")
            .body(body)
            .post("/api/v1/legal-holds")
            .then()
            .statusCode(201)
            .body("subject", is(phone.substring(0, 3) + "******" + phone.substring(9)))
            .extract()
            .path("id");
    as("supervisor").body(body).post("/api/v1/legal-holds").then().statusCode(409);

    retention.run();
    request("ERASURE", "\"phone\": \"" + phone + "\"")
        .body("items.obstacle", contains("LEGAL_HOLD"));
    view(number).body("anonymisedAt", nullValue());
    as("admin").get("/api/v1/legal-holds").then().body("items.id", hasItem(hold));

    release(hold).statusCode(200).body("releasedBy", is("supervisor"));
    release(hold).statusCode(409).body("code", is("not-held"));
    release(UUID.randomUUID().toString()).statusCode(404);
    retention.run();
    view(number).body("anonymisedAt", notNullValue());
  }

  private static ValidatableResponse release(String hold) {
    return as("supervisor")
        .body("{\"reason\": \"settled\"}")
        .post("/api/v1/legal-holds/" + hold + "/release")
        .then();
  }

  @Test
  void goesOnWithAnErasureThatWasCutOff() {
    var phone = phone();
    var number = closedAgo(sql, closed(phone), "2 years");
    var id =
        sql.first(
                """
                insert into subject_request
                  (kind, subject, subject_masked, reason, requested_by, requested_at)
                values ('ERASURE', ?, '139******00', 'by letter', 'admin', now() - interval '6 minutes')
                returning id
                """,
                row -> row.getObject(1, UUID.class),
                index.phone(Phone.fromString(phone)))
            .orElseThrow();

    retention.goOnErasing();

    view(number).body("anonymisedAt", notNullValue());
    as("admin")
        .get(REQUESTS + "/" + id)
        .then()
        .body("finishedAt", notNullValue())
        .body("items.outcome", contains("ERASED"));
  }

  @Test
  void findsCasesOfBeforeTheIndexToo() {
    var phone = phone();
    var number = register(phone);
    sql.update(
        """
        with old as (select id, uuidv7(interval '-2 days') as older from complaint where number = ?),
          forgotten as (delete from case_subject where case_id in (select id from old)),
          stream as (insert into case_stream (case_id, kind, number, seq)
            select older, 'COMPLAINT', number || 'OLD', 0 from old, complaint c where c.id = old.id)
        insert into complaint select (jsonb_populate_record(c, jsonb_build_object(
            'id', old.older, 'number', c.number || 'OLD'))).* from complaint c join old on old.id = c.id
        """,
        number);
    sql.update("update case_subject_progress set key_mark = 'of another key'");
    sql.update("delete from case_subject_progress where kind = 'APPEAL'");

    request("EXPORT", "\"phone\": \"" + phone + "\"").body("items.name", hasItem(number + "OLD"));

    sql.update(
        "delete from case_subject s using complaint c where c.id = s.case_id and c.number = ?",
        number + "OLD");
    sql.update("delete from complaint where number = ?", number + "OLD");
  }

  @Test
  void keepsWhoIsHeldUnderANewKey() {
    var phone = phone();
    var number = closedAgo(sql, closed(phone), "3 years 2 days");
    String hold =
        as("admin")
            .body("{\"phone\": \"%s\", \"reason\": \"court\"}".formatted(phone))
            .post("/api/v1/legal-holds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    sql.update(
        "update legal_hold set subjects = array['by an earlier key'] where id = ?::uuid", hold);

    retention.run();

    view(number).body("anonymisedAt", nullValue());
    assertThat(
            sql.first(
                    "select cardinality(subjects) from legal_hold where id = ?::uuid",
                    row -> row.getInt(1),
                    hold)
                .orElseThrow())
        .isEqualTo(2);
  }

  @Test
  void isRefusedWhereItIsNotClearWhoOrMayNot() {
    var phone = phone();
    request("EXPORT", "\"phone\": \"%s\", \"email\": \"a@example.com\"".formatted(phone))
        .statusCode(400)
        .body("errors.pointer", contains("/phone"));
    as("admin")
        .body("{\"kind\": \"EXPORT\", \"reason\": \"x\"}")
        .post(REQUESTS)
        .then()
        .statusCode(400);
    request("EXPORT", "\"phone\": \"nobody\"")
        .statusCode(400)
        .body("errors.pointer", contains("/phone"));
    as("admin")
        .body(
            "{\"kind\": \"ERASURE\", \"phone\": \"%s\", \"reason\": \"asks as 0086 %s\"}"
                .formatted(phone, phone))
        .post(REQUESTS)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/reason"));
    request("FORGET", "\"phone\": \"" + phone + "\"").statusCode(400);
    as("supervisor").body("{}").post(REQUESTS).then().statusCode(403);
    request("EXPORT", "\"phone\": \"" + phone + "\"").statusCode(201).body("items", empty());
  }

  private static String item(String number, String member) {
    return "items.find { it.name == '" + number + "' }." + member;
  }

  private static ValidatableResponse request(String kind, String whom) {
    return as("admin")
        .body("{\"kind\": \"%s\", %s, \"reason\": \"by letter of today\"}".formatted(kind, whom))
        .post(REQUESTS)
        .then();
  }
}
