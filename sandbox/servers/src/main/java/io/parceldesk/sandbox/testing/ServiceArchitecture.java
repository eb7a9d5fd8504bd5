package io.parceldesk.sandbox.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The layering that every service keeps: a model in the root package, and in packages of its own
 * where it is large; features that never know each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the classes are read once, not for every rule
public abstract class ServiceArchitecture {
  private static final Class<?>[] ROWS = {ResultSet.class, SQLException.class};

  private final String root;
  private final DescribedPredicate<JavaClass> model;
  protected final JavaClasses service;

  /** {@code modelPackages} are the sub-packages that are part of the model, not features. */
  protected ServiceArchitecture(String rootPackage, String... modelPackages) {
    root = rootPackage;
    model =
        resideInAnyPackage(
            Stream.concat(
                    Stream.of(root), Arrays.stream(modelPackages).map(name -> root + "." + name))
                .toArray(String[]::new));
    service =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(rootPackage);
  }

  @Test
  protected void featuresDoNotKnowEachOther() {
    slices()
        .matching(root + ".(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(DescribedPredicate.alwaysTrue(), model)
        .check(service);
  }

  @Test
  protected void theModelKnowsNoFeatureAndNoTransport() {
    noClasses()
        .that(model)
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + ".*..")
                .and(not(model))
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
