package io.parceldesk.deploy.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;

/** Complaints that were registered while nobody listened, each by another customer. */
final class Backlog {
  private static final String TOPIC = "parceldesk.complaint";
  private static final String EVENT = "complaint-registered";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] key;
  private final ObjectNode sample;

  /**
   * @param key seals the contacts, under the id k1
   */
  Backlog(byte[] key) throws IOException {
    this.key = key;
    try (var file = Backlog.class.getResourceAsStream("/samples/" + EVENT + ".v1.json")) {
      sample = (ObjectNode) JSON.readTree(file);
    }
  }

  void send(String brokers, int events) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ProducerConfig.LINGER_MS_CONFIG, 20);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (var i = 0; i < events; i++) {
        producer.send(record(i));
      }
    }
  }

  private ProducerRecord<String, byte[]> record(int i) {
    var number = "CMP-261125-%06d".formatted(i); // notification-service takes it as it is
    var data = sample.deepCopy();
    ((ObjectNode) data.get("case")).put("number", number);
    data.put("contact", seal(contact(i)));
    return new ProducerRecord<>(
        TOPIC, null, number, data.toString().getBytes(StandardCharsets.UTF_8), headers(number));
  }

  private static List<Header> headers(String number) {
    return Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_source",
            "/complaint-service",
            "ce_type",
            "io.parceldesk." + EVENT + ".v1",
            "ce_subject",
            number,
            "ce_time",
            Instant.now().toString(),
            "ce_dataschema",
            "urn:parceldesk:schema:" + EVENT + ":v1",
            "ce_partitionkey",
            number,
            "ce_caseseq",
            "1",
            "content-type",
            "application/json")
        .entrySet()
        .stream()
        .<Header>map(
            header ->
                new RecordHeader(
                    header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static JsonNode contact(int i) {
    var contact = JSON.createObjectNode();
    contact.put("role", "SENDER");
    contact.put("name", "王小明");
    contact.putObject("phone").put("e164", "+86138%08d".formatted(i)).putNull("extension");
    contact.putNull("email");
    contact.put("locale", "zh-CN");
    contact.put("zone", "Asia/Shanghai");
    contact.put("tier", "ORDINARY");
    return contact;
  }

  private String seal(JsonNode contact) {
    try {
      var jwe = new JsonWebEncryption();
      jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
      jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
      jwe.setKeyIdHeaderValue("k1");
      jwe.setKey(new AesKey(key));
      jwe.setPayload(contact.toString());
      return jwe.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
