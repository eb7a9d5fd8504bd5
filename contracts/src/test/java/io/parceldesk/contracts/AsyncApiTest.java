package io.parceldesk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** asyncapi.yaml lists what the sealed interfaces list, topic by topic. */
class AsyncApiTest {
  private final JsonNode api = Contract.asyncApi();

  @Test
  void everyEventHasItsMessageAndNoneIsLeftOver() {
    assertThat(names(api.at("/components/messages"))).isEqualTo(Contract.names());
  }

  @ParameterizedTest
  @MethodSource("io.parceldesk.contracts.Contract#all")
  void aMessageNamesItsTypeAndSchema(Contract contract) {
    var message = api.at("/components/messages/" + contract.name());

    assertThat(message.path("name").asText()).isEqualTo("io.parceldesk." + contract.name() + ".v1");
    assertThat(message.path("summary").asText())
        .isEqualTo(contract.schema().path("description").asText());
    assertThat(message.at("/payload/$ref").asText())
        .isEqualTo("schemas/" + contract.name() + ".v1.json");
    assertThat(message.at("/traits/0/$ref").asText())
        .isEqualTo("#/components/messageTraits/cloudEvent");
  }

  @Test
  void everyTopicCarriesTheMessagesOfItsInterface() {
    var expected = new TreeMap<String, TreeSet<String>>();
    expected.put(Topics.COURIER_PARCEL_SCANS, new TreeSet<>());
    for (var contract : Contract.all()) {
      contract
          .topics()
          .forEach(t -> expected.computeIfAbsent(t, k -> new TreeSet<>()).add(contract.name()));
    }

    assertThat(messagesByTopic()).isEqualTo(expected);
  }

  @Test
  void everyTopicHasTwelvePartitions() {
    assertThat(api.path("channels"))
        .allSatisfy(
            channel -> {
              assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(12);
              assertThat(channel.at("/bindings/kafka/topic")).isEqualTo(channel.get("address"));
            });
  }

  @Test
  void everyTopicIsSentToOrReceivedFrom() {
    var used =
        stream(api.path("operations"))
            .map(operation -> operation.at("/channel/$ref").asText().replace("#/channels/", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(used).isEqualTo(names(api.path("channels")));
  }

  private Map<String, TreeSet<String>> messagesByTopic() {
    return stream(api.path("channels"))
        .collect(
            Collectors.toMap(
                channel -> channel.path("address").asText(),
                channel -> names(channel.path("messages"))));
  }

  private static Stream<JsonNode> stream(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  private static TreeSet<String> names(JsonNode node) {
    var names = new TreeSet<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
