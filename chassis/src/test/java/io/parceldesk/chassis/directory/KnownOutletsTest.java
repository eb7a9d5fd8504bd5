package io.parceldesk.chassis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.contracts.DirectoryEvent.EscalationContact;
import io.parceldesk.contracts.DirectoryEvent.OutletChanged;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class KnownOutletsTest {
  @Inject KnownOutlets outlets;
  @Inject Transactions transactions;

  private final String outlet = "O-" + UUID.randomUUID();
  private final String above = "P-" + UUID.randomUUID();
  private final EscalationContact supervisor = new EscalationContact(1, "SUPERVISOR", "li.wei");
  private final EscalationContact head = new EscalationContact(2, "DEPARTMENT_HEAD", "he.jun");

  @Test
  void nameTheirOwnPeopleBeforeThoseAbove() {
    keep(above, null, true, supervisor, head);
    keep(outlet, above, true, new EscalationContact(1, "SUPERVISOR", "own.supervisor"));

    assertThat(outlets.peopleAt(outlet, 1))
        .extracting(EscalationContact::person)
        .containsExactly("own.supervisor");
    assertThat(outlets.peopleAt(outlet, 2)).containsExactly(head);
    assertThat(outlets.peopleAt(outlet, 3)).isEmpty();
    assertThat(outlets.peopleAt("no-such", 1)).isEmpty();
    assertThat(outlets.peopleAt(null, 1)).isEmpty();
  }

  @Test
  void nameNobodyOfAClosedOutletNorGoRoundInCircles() {
    keep(above, outlet, false, supervisor);
    keep(outlet, above, true);

    assertThat(outlets.peopleAt(outlet, 1)).as("those above are closed").isEmpty();
    assertThat(outlets.peopleAt(outlet, 2)).as("each is above the other").isEmpty();
  }

  @Test
  void forgetPeopleWhoLeft() {
    keep(outlet, null, true, supervisor);
    transactions.runNew(() -> change(outlet, null, true, 2));

    assertThat(outlets.peopleAt(outlet, 1)).isEmpty();
  }

  private void keep(String code, String parent, boolean active, EscalationContact... people) {
    transactions.runNew(() -> change(code, parent, active, 1, people));
  }

  private Void change(
      String code, String parent, boolean active, long seq, EscalationContact... people) {
    outlets.keep(
        new OutletChanged(
            code, "网点", "华南", parent, null, "Asia/Shanghai", null, List.of(people), active),
        seq);
    return null;
  }
}
