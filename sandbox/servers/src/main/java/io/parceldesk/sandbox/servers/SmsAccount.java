package io.parceldesk.sandbox.servers;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.session.SMPPServerSession;

/** A client of the SMSC: its sessions, how it is treated, and the receipts that wait for it. */
final class SmsAccount {
  final String systemId;
  final String password;
  volatile SmsBehaviour behaviour = SmsBehaviour.normal();

  private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
  private final Queue<SmsReceipt> waiting = new ArrayDeque<>();

  SmsAccount(String systemId, String password) {
    this.systemId = systemId;
    this.password = password;
  }

  void add(SMPPServerSession session) {
    sessions.add(session);
    SmsReceipt receipt;
    while ((receipt = next()) != null) {
      deliver(receipt);
    }
  }

  void remove(SMPPServerSession session) {
    sessions.remove(session);
  }

  boolean has(SMPPServerSession session) {
    return sessions.contains(session);
  }

  /** Over any session that takes it; kept for the next session when none does. */
  void deliver(SmsReceipt receipt) {
    for (var session : sessions) {
      if (receipt.sendOver(session)) {
        return;
      }
    }
    synchronized (waiting) {
      waiting.add(receipt);
    }
  }

  void disconnect() {
    sessions.forEach(SMPPServerSession::close);
  }

  private SmsReceipt next() {
    synchronized (waiting) {
      return sessions.isEmpty() ? null : waiting.poll();
    }
  }
}
