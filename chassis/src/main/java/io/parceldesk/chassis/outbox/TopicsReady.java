package io.parceldesk.chassis.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.AdminClient;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once every topic that the service sends to or reads from has been seen. Services create no
 * topics; a broker that is away later does not matter, as events wait in the outbox.
 */
@Readiness
@ApplicationScoped
class TopicsReady implements HealthCheck {
  private static final long PATIENCE_MILLIS = 2_000;

  private final Map<String, Object> kafka;
  private final ServiceTopics topics;
  private volatile boolean seen;

  TopicsReady(@Identifier("default-kafka-broker") Map<String, Object> kafka, ServiceTopics topics) {
    this.kafka = kafka;
    this.topics = topics;
  }

  @Override
  public HealthCheckResponse call() {
    return seen ? HealthCheckResponse.up("topics") : look();
  }

  private synchronized HealthCheckResponse look() {
    var response = HealthCheckResponse.named("topics");
    try (var admin = AdminClient.create(new HashMap<>(kafka))) {
      var missing = new TreeSet<>(topics.all());
      missing.removeAll(existing(admin));
      seen = missing.isEmpty();
      return (seen
              ? response.up()
              : response.down().withData("missing", String.join(", ", missing)))
          .build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return response.down().build();
    } catch (ExecutionException | TimeoutException e) {
      return response.down().withData("broker", "does not answer").build();
    }
  }

  private static Set<String> existing(AdminClient admin)
      throws InterruptedException, ExecutionException, TimeoutException {
    return admin.listTopics().names().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
