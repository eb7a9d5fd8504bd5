package io.parceldesk.claims.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a newer release does to tariffs; each test undoes what it stored. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ShippedTariffsTest {
  private static final TariffId ID = TariffId.CUSTOMER_COMPENSATION;

  @Inject Tariffs tariffs;
  @Inject ShippedTariffs shipped;
  @Inject Sql sql;

  @Test
  void storesTheSameContentOnce() {
    var versions = tariffs.versions(ID).size();

    assertThat(undone(() -> shipped.add(ID, ShippedTariffs.read(ID)))).isZero();
    assertThat(tariffs.versions(ID)).hasSize(versions);
  }

  @Test
  void makesOtherContentTheNextVersionFromTomorrowOn() {
    var before = tariffs.validOn(ID, LocalDate.of(2026, 1, 1)).version();

    var after =
        undone(
            () -> {
              assertThat(shipped.add(ID, others())).isOne();
              var versions = tariffs.versions(ID);
              var added = versions.get(versions.size() - 1);
              var from = added.effectiveFrom();
              assertThat(tariffs.validOn(ID, from).version()).isEqualTo(added.version());
              return tariffs.validOn(ID, from.minusDays(1)).version();
            });

    assertThat(after).isEqualTo(before);
  }

  @Test
  void neverUndoesWhatAnAdminDecided() {
    var valid =
        undone(
            () -> {
              tariffs.add(adminsVersion());
              shipped.add(ID, others());
              return tariffs.validOn(ID, LocalDate.of(2090, 1, 1));
            });

    assertThat(valid.author()).isEqualTo("Li Na");
  }

  private TariffVersion adminsVersion() {
    var now = tariffs.now();
    var next = tariffs.versions(ID).size() + 1;
    return new TariffVersion(
        ID, next, ShippedTariffs.read(ID), now, LocalDate.of(2089, 1, 1), "Li Na", now);
  }

  /** Terms that no release has had. */
  private static CustomerTerms others() {
    var terms = (CustomerTerms) ShippedTariffs.read(ID);
    return new CustomerTerms(
        terms.waiveServiceFeeOn(),
        new CustomerTerms.Insured(true),
        terms.uninsured(),
        terms.refundFreightOnForceMajeureLoss());
  }

  private static <T> T undone(Supplier<T> work) {
    QuarkusTransaction.begin();
    try {
      return work.get();
    } finally {
      QuarkusTransaction.rollback();
    }
  }
}
