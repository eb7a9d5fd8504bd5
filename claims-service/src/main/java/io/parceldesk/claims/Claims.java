package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.ListFilter;
import io.parceldesk.chassis.cases.Obstacle;
import io.parceldesk.chassis.cases.PersonalColumns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The one way to file, read and change claims. */
@Singleton
public class Claims extends Cases<Claim> {
  private final EvidenceFiles files;
  private final PaymentOrders orders;

  Claims(ClaimRepository repository, CaseDesk desk, EvidenceFiles files, PaymentOrders orders) {
    super(CaseKind.CLAIM, "claim", "/claims", repository, desk);
    this.files = files;
    this.orders = orders;
  }

  @Override
  public Set<String> categories() {
    return names(Route.values());
  }

  @Override
  public PersonalColumns personal() {
    return new PersonalColumns(
        Set.of("contact", "description", "offer_reason"),
        Set.of("phone_index", "name_index", "payee", "payee_name_index"));
  }

  /** Money that is still on its way, from us or between outlets. */
  @Override
  public List<Obstacle> obstacles() {
    return List.of(
        new Obstacle(
            "PAYMENT_PENDING",
            "exists (select 1 from payment_order p where p.case_id = c.id and p.state <>"
                + " 'CONFIRMED')"),
        new Obstacle(
            "DISPUTE_OPEN",
            """
            exists (select 1 from dispute_parcel p join dispute d on d.id = p.dispute_id
                     where p.waybill = c.waybill and d.closed_at is null)
            """));
  }

  @Override
  protected void clearBesides(UUID id, Instant now) {
    files.deleteAll(id, now);
    orders.deleteAccount(id);
  }

  @Override
  public Set<ListFilter> filters() {
    return Set.of(ListFilter.CUSTOMER);
  }
}
