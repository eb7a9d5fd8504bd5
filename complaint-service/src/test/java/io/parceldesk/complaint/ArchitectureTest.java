package io.parceldesk.complaint;

import io.parceldesk.sandbox.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
  ArchitectureTest() {
    super("io.parceldesk.complaint");
  }
}
