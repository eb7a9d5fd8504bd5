package io.parceldesk.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.parceldesk.sandbox.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ServiceArchitecture {
  private static final String MODEL = "io.parceldesk.notification";

  ArchitectureTest() {
    super(MODEL);
  }

  @Test
  void theModelKnowsNothingOfTheProtocols() {
    noClasses()
        .that()
        .resideInAPackage(MODEL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.jboss.resteasy..",
            "org.eclipse.microprofile.reactive..",
            "io.vertx..",
            "io.quarkus.mailer..",
            "org.jsmpp..")
        .check(service);
  }

  @Test
  void eachProtocolHasOneHome() {
    onlyIn("sms", "org.jsmpp..");
    onlyIn("mail", "io.quarkus.mailer..");
    onlyIn("webhook", "io.vertx.core.http..");
    onlyIn("routing", "org.apache.kafka..");
    onlyIn("directory", "com.fasterxml.jackson.dataformat.csv..");
  }

  private void onlyIn(String feature, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(MODEL + "." + feature)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(service);
  }
}
