package io.parceldesk.sandbox.servers;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;

/** An SMSC's ear for {@code submit_sm}; every other request is answered as an unknown command. */
interface SubmitOnly extends ServerMessageReceiverListener {
  @Override
  default SubmitMultiResult onAcceptSubmitMulti(SubmitMulti request, SMPPServerSession session)
      throws ProcessRequestException {
    throw unknownCommand();
  }

  @Override
  default QuerySmResult onAcceptQuerySm(QuerySm request, SMPPServerSession session)
      throws ProcessRequestException {
    throw unknownCommand();
  }

  @Override
  default void onAcceptReplaceSm(ReplaceSm request, SMPPServerSession session)
      throws ProcessRequestException {
    throw unknownCommand();
  }

  @Override
  default void onAcceptCancelSm(CancelSm request, SMPPServerSession session)
      throws ProcessRequestException {
    throw unknownCommand();
  }

  @Override
  default BroadcastSmResult onAcceptBroadcastSm(BroadcastSm request, SMPPServerSession session)
      throws ProcessRequestException {
    throw unknownCommand();
  }

  @Override
  default void onAcceptCancelBroadcastSm(CancelBroadcastSm request, SMPPServerSession session)
      throws ProcessRequestException {
    throw unknownCommand();
  }

  @Override
  default QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm request, SMPPServerSession session) throws ProcessRequestException {
    throw unknownCommand();
  }

  @Override
  default DataSmResult onAcceptDataSm(DataSm request, Session session)
      throws ProcessRequestException {
    throw unknownCommand();
  }

  private static ProcessRequestException unknownCommand() {
    return new ProcessRequestException("not offered", SMPPConstant.STAT_ESME_RINVCMDID);
  }
}
