package io.parceldesk.notification.sms;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;

/** The receipts as they came. Of the number only its fingerprint is kept. */
@ApplicationScoped
class SmsReceipts {
  private final Transactions transactions;
  private final Sql sql;
  private final BlindIndex index;
  private final ReceiptMatcher matcher;

  SmsReceipts(Transactions transactions, Sql sql, BlindIndex index, ReceiptMatcher matcher) {
    this.transactions = transactions;
    this.sql = sql;
    this.index = index;
    this.matcher = matcher;
  }

  void store(String gateway, Receipt receipt) {
    transactions.runNew(
        () ->
            sql.update(
                """
                insert into sms_receipt (gateway, message_id, recipient, reference, state, error)
                values (?, ?, ?, ?, ?, ?)
                """,
                gateway,
                MessageIds.stored(receipt.messageId()),
                index.phone(new Phone(e164(receipt.recipient()), null)),
                receipt.reference(),
                receipt.delivered() ? "DELIVERED" : "UNDELIVERED",
                receipt.error()));
    matcher.wake();
  }

  /** We give numbers without the plus sign; gateways repeat them with or without it. */
  static String e164(String number) {
    return number.startsWith("+") ? number : "+" + number;
  }
}
