package io.parceldesk.contracts;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/events.md tells people what the schemas tell machines. */
class EventCatalogueTest {
  @Test
  void isUpToDate() throws IOException {
    Written.assertUpToDate(Path.of("../docs/events.md"), new EventCatalogue().page());
  }
}
