package io.parceldesk.sandbox.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The layering that every service keeps: a model in the root package, features that never know each
 * other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the classes are read once, not for every rule
public abstract class ServiceArchitecture {
  private static final Class<?>[] ROWS = {ResultSet.class, SQLException.class};

  private final String root;
  protected final JavaClasses service;

  protected ServiceArchitecture(String rootPackage) {
    root = rootPackage;
    service =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(rootPackage);
  }

  @Test
  protected void featuresDoNotKnowEachOther() {
    slices().matching(root + ".(*)..").should().notDependOnEachOther().check(service);
  }

  @Test
  protected void theModelKnowsNoFeatureAndNoTransport() {
    noClasses()
        .that(resideInAPackage(root))
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + ".*..")
                .or(resideInAPackage("jakarta.ws.rs.."))
                .or(resideInAPackage("org.apache.kafka..")))
        .check(service);
  }

  @Test
  protected void onlyRepositoriesUsePanache() {
    noClasses()
        .that(not(simpleNameEndingWith("Repository")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.quarkus.hibernate.orm.panache..")
        .check(service);
  }

  /** The chassis hands out rows of results; connections and statements are its own. */
  @Test
  protected void onlyTheChassisTouchesKafkaAndJdbc() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.apache.kafka.clients.producer..")
                .or(resideInAPackage("javax.sql.."))
                .or(resideInAPackage("java.sql..").and(not(belongToAnyOf(ROWS)))))
        .check(service);
  }

  @Test
  protected void nobodyAsksTheMachineForTheTime() {
    noClasses().should().callMethod(Instant.class, "now").check(service);
  }

  @Test
  protected void dependenciesComeThroughConstructors() {
    fields().should().notBeAnnotatedWith("jakarta.inject.Inject").check(service);
  }

  @Test
  protected void resourcesAreCalledSo() {
    classes()
        .that()
        .areAnnotatedWith("jakarta.ws.rs.Path")
        .should()
        .haveSimpleNameEndingWith("Resource")
        .check(service);
  }
}
