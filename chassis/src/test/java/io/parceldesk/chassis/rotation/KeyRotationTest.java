package io.parceldesk.chassis.rotation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.contact.OtherKey;
import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
@TestProfile(KeyRotationTest.WithAnOldKey.class)
class KeyRotationTest {
  private static final OtherKey OLD = OtherKey.of("k0");
  private static final OtherKey LOST = OtherKey.of("k9");

  /** The service knows the old key beside its current one. */
  public static class WithAnOldKey implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "parceldesk.contact.keys.k0", OLD.sealing(),
          "parceldesk.contact.index-keys.k0", OLD.index());
    }
  }

  @Inject KeyRotation rotation;
  @Inject Seal seal;
  @Inject BlindIndex index;
  @Inject Sql sql;
  @Inject Transactions transactions;
  @Inject ObjectMapper json;

  @BeforeEach
  void nobodySealsWithAnotherKey() {
    update("delete from sealing_key");
    update("delete from key_rotation");
    update("delete from sample_sealed");
  }

  @Test
  void sealsAllAnewAndTouchesNothingElse() {
    var people = people(450);
    people.values().forEach(this::insertOld);

    rotation.turn();

    var rows = rows();
    assertThat(rows).hasSameSizeAs(people.keySet());
    assertThat(rows)
        .allSatisfy(
            row -> {
              var person = seal.open(row.contact(), Contact.class);
              assertThat(row.contact()).startsWith(seal.currentHead());
              assertThat(person).isEqualTo(people.get(person.phone().e164()));
              assertThat(row.phoneIndex()).isEqualTo(index.phone(person.phone()));
              assertThat(row.nameIndex()).isEqualTo(index.name(person.name()));
              assertThat(row.parties()).contains(seal.currentHead()).contains("\"PRIMARY\"");
              assertThat(row.version()).isEqualTo(7);
            });
    progress()
        .body("currentKey", is("k1"))
        .body("otherKeys", hasItem("k0"))
        .body("state", is("DONE"))
        .body("rowsLeft", is(0))
        .body("tables.find { it.table == 'sample_sealed' }.resealed", is(450));
  }

  @Test
  void findsRowsUnderEitherKey() {
    var person = person(1);

    assertThat(index.anyPhone(person.phone()).all())
        .startsWith(index.phone(person.phone()))
        .contains(OLD.blindIndex().phone(person.phone()));
    assertThat(index.anyName(person.name()).in("name_index")).isEqualTo("name_index = any(?)");
  }

  @Test
  void waitsUntilNobodySealsWithTheOldKeyAnyMore() {
    insertOld(person(1));
    update("insert into sealing_key (key_id) values ('k0')");

    rotation.turn();

    assertThat(rows().get(0).contact()).doesNotStartWith(seal.currentHead());
    progress().body("state", is("WAITING")).body("since", nullValue());

    update("update sealing_key set seen_at = now() - interval '2 minutes'");
    rotation.turn();

    assertThat(rows().get(0).contact()).startsWith(seal.currentHead());
    progress().body("state", is("DONE"));
  }

  @Test
  void leavesWhatItHasNoKeyForAndSaysSo() {
    insertOld(person(1));
    var lost = LOST.seal(json).seal(person(2));
    update("insert into sample_sealed (contact) values (?)", lost);

    rotation.turn();

    assertThat(rows()).extracting(Row::contact).contains(lost);
    assertThat(rows()).filteredOn(row -> row.contact().startsWith(seal.currentHead())).hasSize(1);
    assertThat(seal.show(lost, Contact.class, Contact::masked, MaskedContact.UNREADABLE).name())
        .isEqualTo("******");
    progress().body("state", is("KEY_MISSING")).body("unreadable", is(1));

    update("delete from sample_sealed where contact = ?", lost); // stands for the key's return
    as("admin").post("/api/v1/key-rotation").then().statusCode(200).body("state", is("RUNNING"));
    rotation.turn();
    progress().body("state", is("DONE")).body("unreadable", is(0));
  }

  @Test
  void findsEverybodyByPhoneAllTheWhile() {
    var people = people(200);
    people.values().forEach(this::insertOld);
    var turns = CompletableFuture.runAsync(rotation::turn);

    do {
      assertThat(people.values()).allSatisfy(person -> assertThat(found(person)).isEqualTo(1));
    } while (!turns.isDone());

    turns.join();
    assertThat(people.values()).allSatisfy(person -> assertThat(found(person)).isEqualTo(1));
    progress().body("state", is("DONE"));
  }

  private int found(Contact person) {
    var wanted = index.anyPhone(person.phone());
    return transactions.runNew(
        () ->
            sql.list(
                    "select id from sample_sealed where " + wanted.in("phone_index"),
                    row -> row.getString("id"),
                    wanted.value())
                .size());
  }

  @Test
  void losesNoWriteThatComesMeanwhile() throws Exception {
    var people = people(300);
    people.values().forEach(this::insertOld);
    var ids = rows().stream().map(Row::id).toList();
    var written = new HashMap<UUID, Contact>();
    var writer =
        CompletableFuture.runAsync(
            () -> {
              for (var i = 0; i < 300; i++) {
                var changed = person(10_000 + i);
                written.put(ids.get(i), changed);
                update(
                    "update sample_sealed set contact = ?, phone_index = ? where id = ?",
                    OLD.seal(json).seal(changed),
                    OLD.blindIndex().phone(changed.phone()),
                    ids.get(i));
              }
            });
    var replica = CompletableFuture.runAsync(rotation::turn);
    rotation.turn();
    CompletableFuture.allOf(writer, replica).join();
    as("admin").post("/api/v1/key-rotation").then().statusCode(200);
    rotation.turn();

    assertThat(rows())
        .hasSize(300)
        .allSatisfy(
            row -> {
              assertThat(row.contact()).startsWith(seal.currentHead());
              var person = seal.open(row.contact(), Contact.class);
              assertThat(person).isEqualTo(written.get(row.id()));
              assertThat(row.phoneIndex()).isEqualTo(index.phone(person.phone()));
            });
  }

  @Test
  void comesBackToARowThatSomebodyHolds() throws Exception {
    insertOld(person(1));
    var held = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var holder =
        CompletableFuture.runAsync(
            () ->
                transactions.runNew(
                    () -> {
                      sql.update("update sample_sealed set version = 8");
                      held.countDown();
                      awaited(release);
                      return null;
                    }));
    held.await();

    rotation.turn();
    progress().body("state", is("RUNNING"));
    release.countDown();
    holder.join();
    rotation.turn();

    assertThat(rows().get(0).contact()).startsWith(seal.currentHead());
    assertThat(rows().get(0).version()).isEqualTo(8);
  }

  @Test
  void keepsTheBytesAroundWhatIsSealedInADeadLetter() {
    var sealed = OLD.seal(json).seal(person(1));
    var before = new byte[] {0, (byte) 0xff, '"'};
    var after = new byte[] {'"', (byte) 0x80, '\\'};
    var id =
        transactions.runNew(
            () ->
                sql.first(
                        """
                        insert into dead_letter
                          (channel, topic, partition_number, record_offset, headers, payload, reason)
                        values ('rotation', ?, 0, 1, '{}', ?, 'poison') returning id
                        """,
                        row -> row.getLong("id"),
                        UUID.randomUUID().toString(),
                        bytes(before, sealed, after))
                    .orElseThrow());

    rotation.turn();

    var payload =
        transactions.runNew(
            () ->
                sql.first(
                        "delete from dead_letter where id = ? returning payload",
                        row -> row.getBytes("payload"),
                        id)
                    .orElseThrow());
    var text = new String(payload, StandardCharsets.ISO_8859_1);
    var fresh = text.substring(before.length, text.length() - after.length);
    assertThat(payload).isEqualTo(bytes(before, fresh, after));
    assertThat(fresh).startsWith(seal.currentHead());
    assertThat(seal.open(fresh, Contact.class)).isEqualTo(person(1));
  }

  @Test
  void saysNothingToWhoMayNotKnow() {
    as("agent").get("/api/v1/key-rotation").then().statusCode(403);
    as("auditor").post("/api/v1/key-rotation").then().statusCode(403);
  }

  private record Row(
      UUID id, long version, String contact, String phoneIndex, String nameIndex, String parties) {}

  private List<Row> rows() {
    return transactions.runNew(
        () ->
            sql.list(
                "select * from sample_sealed order by id",
                row ->
                    new Row(
                        SqlValue.uuid(row, "id"),
                        row.getLong("version"),
                        row.getString("contact"),
                        row.getString("phone_index"),
                        row.getString("name_index"),
                        row.getString("parties"))));
  }

  private void insertOld(Contact person) {
    var sealed = OLD.seal(json).seal(person);
    update(
        """
        insert into sample_sealed (contact, phone_index, name_index, parties)
        values (?, ?, ?, ?::jsonb)
        """,
        sealed,
        OLD.blindIndex().phone(person.phone()),
        OLD.blindIndex().name(person.name()),
        "[{\"kind\": \"PRIMARY\", \"contact\": \"%s\"}, {\"contact\": \"%s\"}]"
            .formatted(sealed, OLD.seal(json).seal(person(5))));
  }

  private static Map<String, Contact> people(int count) {
    var people = new HashMap<String, Contact>();
    IntStream.range(0, count)
        .mapToObj(KeyRotationTest::person)
        .forEach(person -> people.put(person.phone().e164(), person));
    return people;
  }

  private static Contact person(int i) {
    return new Contact(
        Contact.Role.SENDER,
        "王小明",
        new Phone("+86139%08d".formatted(i), null),
        null,
        null,
        null,
        null);
  }

  private static byte[] bytes(byte[] before, String sealed, byte[] after) {
    var all = new ArrayList<Byte>();
    for (var part : List.of(before, sealed.getBytes(StandardCharsets.US_ASCII), after)) {
      for (var one : part) {
        all.add(one);
      }
    }
    var bytes = new byte[all.size()];
    IntStream.range(0, bytes.length).forEach(i -> bytes[i] = all.get(i));
    return bytes;
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int update(String statement, Object... parameters) {
    return transactions.runNew(() -> sql.update(statement, parameters));
  }

  private static ValidatableResponse progress() {
    return as("admin").get("/api/v1/key-rotation").then().statusCode(200);
  }

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(TestServers.token(role));
  }
}
