package io.parceldesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventShapeTest {
  @ParameterizedTest
  @CsvSource({
    "complaint-escalated, trigger, REQUEST, true, one of its values",
    "complaint-escalated, trigger, WHIM, false, none of its values",
    "complaint-escalated, level, 3, true, within its bounds",
    "complaint-escalated, level, 4, false, out of its bounds",
    "complaint-escalated, deadline.nature, SERVICE, true, behind an alternative to null",
    "complaint-escalated, case.kind, COMPLAINT, true, the kind of its case",
    "complaint-escalated, case.kind, CLAIM, false, another kind than that of its case",
    "complaint-escalated, case, x, false, no single value",
    "complaint-escalated, colour, RED, false, no field",
    "complaint-closed, satisfied, true, true, a truth value",
    "complaint-closed, satisfied, perhaps, false, no truth value",
    "claim-returned, reasonCode, PROOF_OF_VALUE_MISSING, true, a code",
    "claim-returned, reasonCode, not a code, false, no code"
  })
  void knowsWhatAnEventCanSay(String event, String path, String value, boolean can, String why) {
    var objection = EventShape.of(event).orElseThrow().objection(path, value);

    assertThat(objection.isEmpty()).as(why).isEqualTo(can);
  }

  @Test
  void knowsNoEventThatNobodyAnnounces() {
    assertThat(EventShape.of("complaint-sung-about")).isEmpty();
    assertThat(EventShape.of("../schemas/common")).isEmpty();
  }
}
