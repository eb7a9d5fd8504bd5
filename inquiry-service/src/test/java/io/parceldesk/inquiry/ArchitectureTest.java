package io.parceldesk.inquiry;

import io.parceldesk.sandbox.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
  ArchitectureTest() {
    super("io.parceldesk.inquiry");
  }
}
