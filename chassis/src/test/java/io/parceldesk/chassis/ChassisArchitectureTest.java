package io.parceldesk.chassis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for the chassis as for every service. */
class ChassisArchitectureTest {
  private static final JavaClasses CHASSIS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.parceldesk.chassis");

  /**
   * Conformance 23: a replica whose clock is wrong fires no rung twice and loses none, because
   * nothing here knows what its clock says. System.nanoTime measures spans only.
   */
  @Test
  void nobodyAsksTheMachineForTheTime() {
    for (var type :
        List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
      noClasses().should().callMethod(type, "now").check(CHASSIS);
    }
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CHASSIS);
    noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(CHASSIS);
  }
}
