package io.parceldesk.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String MODEL = "io.parceldesk.notification";

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(MODEL);

  @Test
  void featuresLeaveEachOtherAlone() {
    slices().matching(MODEL + ".(*)..").should().notDependOnEachOther().check(SERVICE);
  }

  @Test
  void theModelKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAPackage(MODEL)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(MODEL + ".*..")
        .check(SERVICE);
  }

  @Test
  void theModelKnowsNothingOfHttpKafkaSmtpOrSmpp() {
    noClasses()
        .that()
        .resideInAPackage(MODEL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.ws.rs..",
            "org.jboss.resteasy..",
            "org.apache.kafka..",
            "org.eclipse.microprofile.reactive..",
            "io.vertx..",
            "io.quarkus.mailer..",
            "org.jsmpp..")
        .check(SERVICE);
  }

  @Test
  void onlyRepositoriesSpeakPanache() {
    classes()
        .that()
        .areAssignableTo(PanacheRepositoryBase.class)
        .should()
        .haveSimpleNameEndingWith("Repository")
        .andShould()
        .resideInAPackage(MODEL)
        .check(SERVICE);
    noClasses().should().beAssignableTo(PanacheEntityBase.class).check(SERVICE);
  }

  @Test
  void eachProtocolHasOneHome() {
    onlyIn("sms", "org.jsmpp..");
    onlyIn("mail", "io.quarkus.mailer..");
    onlyIn("webhook", "io.vertx.core.http..");
    onlyIn("routing", "org.apache.kafka..");
  }

  @Test
  void nobodyReadsTheClockButThroughAnArgument() {
    noClasses().should().callMethod(Instant.class, "now").check(SERVICE);
  }

  private static void onlyIn(String feature, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(MODEL + "." + feature)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(SERVICE);
  }
}
