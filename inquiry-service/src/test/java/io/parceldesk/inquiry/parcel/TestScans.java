package io.parceldesk.inquiry.parcel;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.servers.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends scans as the courier's systems do: plain JSON, no CloudEvents headers. */
final class TestScans {
  record Scan(String waybill, String json) {}

  private TestScans() {}

  static void send(List<Scan> scans) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers", TestServers.broker().bootstrapServers(), "linger.ms", 5),
            new StringSerializer(),
            new ByteArraySerializer())) {
      scans.forEach(
          scan ->
              producer.send(
                  new ProducerRecord<>(
                      Topics.COURIER_PARCEL_SCANS,
                      scan.waybill(),
                      scan.json().getBytes(StandardCharsets.UTF_8))));
      producer.flush();
    }
  }
}
