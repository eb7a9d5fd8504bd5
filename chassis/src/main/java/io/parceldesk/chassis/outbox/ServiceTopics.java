package io.parceldesk.chassis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * The topics of this service: those that it reads from, and those that {@code
 * parceldesk.outbox.topics} names.
 */
@ApplicationScoped
class ServiceTopics {
  private static final Pattern INCOMING =
      Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.topic");

  private final Set<String> all = new TreeSet<>();

  ServiceTopics(Config config, OutboxConfig outbox) {
    all.addAll(outbox.topics());
    StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> INCOMING.matcher(name).matches())
        .map(name -> config.getValue(name, String.class))
        .forEach(all::add);
  }

  Set<String> all() {
    return Set.copyOf(all);
  }
}
