package io.parceldesk.notification.sms;

import java.util.Locale;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;

/**
 * What a gateway reports of a message's fate.
 *
 * @param recipient the number it was sent to, as the gateway writes it
 * @param reference the {@code user_message_reference} that we gave, where the gateway repeats it
 * @param error the gateway's code, or null
 */
record Receipt(
    String messageId, String recipient, Integer reference, boolean delivered, String error) {

  /** Empty for a state that is not final. */
  static Optional<Receipt> of(DeliverSm pdu) throws InvalidDeliveryReceiptException {
    var text = pdu.getShortMessageAsDeliveryReceipt();
    return verdict(text.getFinalStatus())
        .map(
            delivered ->
                new Receipt(
                    messageId(pdu, text.getId()),
                    pdu.getSourceAddr(),
                    reference(pdu),
                    delivered,
                    text.getFinalStatus() + " " + text.getError()));
  }

  private static Optional<Boolean> verdict(DeliveryReceiptState state) {
    if (state == null) {
      return Optional.empty();
    }
    return switch (state) {
      case DELIVRD -> Optional.of(true);
      case EXPIRED, DELETED, UNDELIV, REJECTD -> Optional.of(false);
      case ENROUTE, ACCEPTD, UNKNOWN -> Optional.empty();
    };
  }

  private static String messageId(DeliverSm pdu, String inText) {
    OptionalParameter.Receipted_message_id own =
        pdu.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    return (own == null ? inText : own.getValueAsString()).strip().toLowerCase(Locale.ROOT);
  }

  private static Integer reference(DeliverSm pdu) {
    OptionalParameter.User_message_reference reference =
        pdu.getOptionalParameter(OptionalParameter.User_message_reference.class);
    return reference == null ? null : reference.getValue() & 0xffff;
  }
}
