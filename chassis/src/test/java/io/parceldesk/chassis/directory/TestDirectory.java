package io.parceldesk.chassis.directory;

import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.contracts.DirectoryEvent.OutletChanged;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Tells of outlets as the directory's events do. */
@Singleton
public class TestDirectory {
  private final KnownOutlets outlets;
  private final Transactions transactions;
  private final AtomicLong caseSeq = new AtomicLong();

  TestDirectory(KnownOutlets outlets, Transactions transactions) {
    this.outlets = outlets;
    this.transactions = transactions;
  }

  public void tell(String code, String region) {
    var outlet =
        new OutletChanged(
            code, "An outlet", region, null, null, "Asia/Shanghai", null, List.of(), true);
    transactions.runNew(
        () -> {
          outlets.keep(outlet, caseSeq.incrementAndGet());
          return null;
        });
  }
}
