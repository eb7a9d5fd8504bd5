package io.parceldesk.notification.sms;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.notification.RefusalReplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jsmpp.bean.DeliverSm;

/** What people answer. A refusal is honoured (REG-12); anything else is not kept. */
@ApplicationScoped
class Replies {
  private static final Logger LOG = Logger.getLogger(Replies.class);
  private static final byte UCS2 = 8;
  private static final Set<String> REFUSALS = Set.of("R", "T", "TD", "N", "STOP", "退订", "拒收");

  private final Event<RefusalReplied> refusals;

  Replies(Event<RefusalReplied> refusals) {
    this.refusals = refusals;
  }

  /** Fails where the refusal could not be stored, so that the gateway brings it again. */
  void take(String gateway, DeliverSm pdu) {
    var charset = pdu.getDataCoding() == UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    var words = new String(pdu.getShortMessage(), charset).strip().toUpperCase(Locale.ROOT);
    if (REFUSALS.contains(words)) {
      refusals.fire(new RefusalReplied(new Phone(SmsReceipts.e164(pdu.getSourceAddr()), null)));
    } else {
      LOG.infof("SMS gateway %s brought a reply that is no refusal; it is not kept", gateway);
    }
  }
}
