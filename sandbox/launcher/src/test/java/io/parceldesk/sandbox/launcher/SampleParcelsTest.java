package io.parceldesk.sandbox.launcher;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.sandbox.launcher.SampleParcels.Fate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SampleParcelsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> parcels =
      SampleParcels.ndjson(TODAY).lines().map(SampleParcelsTest::parse).toList();

  @Test
  void areTwoHundredOfEveryFate() {
    var fates = IntStream.rangeClosed(1, 200).boxed().collect(groupingBy(Fate::of, counting()));

    assertThat(parcels)
        .hasSize(200)
        .extracting(p -> p.path("waybill").asText())
        .doesNotHaveDuplicates();
    assertThat(fates)
        .containsEntry(Fate.DELIVERED, 140L)
        .containsEntry(Fate.DELAYED, (long) SampleParcels.DELAYED)
        .containsEntry(Fate.STUCK, 20L)
        .containsEntry(Fate.LOST, 10L);
  }

  @Test
  void areTheSameEveryTime() {
    assertThat(SampleParcels.ndjson(TODAY)).isEqualTo(SampleParcels.ndjson(TODAY));
  }

  @Test
  void areSentFromOneOutletToAnother() {
    assertThat(parcels).noneMatch(p -> p.path("fromOutlet").equals(p.path("toOutlet")));
  }

  @Test
  void areOverdueUnlessTheyWereDelivered() {
    var now = Instant.parse("2026-11-22T16:00:00Z");
    for (var parcel : parcels) {
      var delivered = types(parcel).contains("DELIVERED");
      var overdue = !Instant.parse(parcel.path("promisedAt").asText()).isAfter(now);

      assertThat(delivered || overdue).as(parcel.path("waybill").asText()).isTrue();
    }
  }

  @Test
  void areNotSeenAfterDispatchWhereTheyAreLost() {
    for (var nth = 1; nth <= 10; nth++) {
      var waybill = SampleParcels.waybill(Fate.LOST, nth);

      assertThat(parcels)
          .filteredOn(parcel -> parcel.path("waybill").asText().equals(waybill))
          .singleElement()
          .satisfies(lost -> assertThat(types(lost)).containsExactly("ACCEPTED", "DEPARTED"));
    }
  }

  /** Two of its seven days before the limit the sender is asked; nobody is on the first day. */
  @Test
  void areNotNearTheirThoroughDelayLimitYet() {
    var lost = IntStream.rangeClosed(1, 10).mapToObj(n -> SampleParcels.waybill(Fate.LOST, n));
    var waybills = lost.toList();

    assertThat(parcels)
        .filteredOn(parcel -> !types(parcel).contains("DELIVERED"))
        .filteredOn(parcel -> !waybills.contains(parcel.path("waybill").asText()))
        .extracting(parcel -> Instant.parse(parcel.path("promisedAt").asText()))
        .allMatch(promised -> promised.isAfter(Instant.parse("2026-11-17T16:00:00Z")));
  }

  /**
   * After two days of silence the sender is asked; a newcomer's inbox shows a few such messages.
   */
  @Test
  void areSilentOnlyWhereTheyAreLost() {
    var twoDaysAgo = Instant.parse("2026-11-20T16:00:00Z");

    assertThat(parcels)
        .filteredOn(parcel -> !types(parcel).contains("DELIVERED"))
        .filteredOn(parcel -> newest(parcel).isBefore(twoDaysAgo))
        .hasSize(10);
  }

  private static Instant newest(JsonNode parcel) {
    return StreamSupport.stream(parcel.path("scans").spliterator(), false)
        .map(scan -> Instant.parse(scan.path("at").asText()))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private static List<String> types(JsonNode parcel) {
    return StreamSupport.stream(parcel.path("scans").spliterator(), false)
        .map(scan -> scan.path("type").asText())
        .toList();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
