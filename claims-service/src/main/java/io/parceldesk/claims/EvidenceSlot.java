package io.parceldesk.claims;

/** What a file is to prove: the typed places of a claim's and a dispute's checklist (ARB-01). */
public enum EvidenceSlot {
  WAYBILL_IMAGE,
  DAMAGE_PHOTO,
  CLAIM_LETTER,
  ID_COPY(true),
  SEAL,
  TRADE_SCREENSHOT,
  INVOICE,
  DELIVERY_NOTE,
  MARKER_COPY,
  RECIPIENT_CONFIRMATION,
  BENEFICIARY_DESIGNATION,
  PROMINENT_NOTICE, // of a limit in the contract (REG-05)
  BANK_ACCOUNT(true),
  OTHER;

  private final boolean sensitive;

  EvidenceSlot() {
    this(false);
  }

  EvidenceSlot(boolean sensitive) {
    this.sensitive = sensitive;
  }

  /**
   * Features of an identity paper and financial accounts: separate consent, shown only with a
   * reason, deleted early (REG-10, REG-11).
   */
  public boolean isSensitive() {
    return sensitive;
  }
}
