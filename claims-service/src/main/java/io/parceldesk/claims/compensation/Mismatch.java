package io.parceldesk.claims.compensation;

/** How contents differ from the waybill (CLM-12): other goods, or another quantity or weight. */
public enum Mismatch {
  NAME,
  QUANTITY
}
