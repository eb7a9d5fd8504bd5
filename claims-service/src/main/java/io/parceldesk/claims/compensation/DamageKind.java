package io.parceldesk.claims.compensation;

/** What became of damaged goods (AMB-07). */
public enum DamageKind {
  /** 破损: the goods remain, worth less. */
  BREAKAGE,
  /** 损毁. */
  DESTROYED,
  /** 内件部分遗失. */
  PART_MISSING,
  /** 灭失: the packing arrived without its contents. */
  LOST_CONTENT
}
