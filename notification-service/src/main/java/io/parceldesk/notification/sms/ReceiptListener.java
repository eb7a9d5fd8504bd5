package io.parceldesk.notification.sms;

import org.jboss.logging.Logger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.InvalidDeliveryReceiptException;

/** Takes what a gateway sends: receipts and replies are acknowledged once they are stored. */
final class ReceiptListener implements MessageReceiverListener {
  private static final Logger LOG = Logger.getLogger(ReceiptListener.class);

  private final String gateway;
  private final SmsReceipts receipts;
  private final Replies replies;

  ReceiptListener(String gateway, SmsReceipts receipts, Replies replies) {
    this.gateway = gateway;
    this.receipts = receipts;
    this.replies = replies;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
    try {
      if (pdu.isSmscDeliveryReceipt()) {
        Receipt.of(pdu).ifPresent(receipt -> receipts.store(gateway, receipt));
      } else {
        replies.take(gateway, pdu);
      }
    } catch (InvalidDeliveryReceiptException e) {
      LOG.warnf("SMS gateway %s brought a receipt that cannot be read", gateway);
    } catch (RuntimeException e) {
      LOG.warnf(
          e, "What SMS gateway %s brought could not be stored; it has to come again", gateway);
      throw new ProcessRequestException("temporary failure", SMPPConstant.STAT_ESME_RX_T_APPN, e);
    }
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("no data_sm here", SMPPConstant.STAT_ESME_RINVCMDID);
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alert) {
    // tells that a phone is reachable again; receipts tell more
  }
}
