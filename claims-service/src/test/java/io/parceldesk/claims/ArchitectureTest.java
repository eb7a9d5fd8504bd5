package io.parceldesk.claims;

import io.parceldesk.sandbox.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
  ArchitectureTest() {
    super("io.parceldesk.claims", "compensation");
  }
}
