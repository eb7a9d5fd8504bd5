package io.parceldesk.claims.account;

import io.parceldesk.contracts.Money;

/**
 * An account and what it comes to.
 *
 * @param owner an outlet's code, HEADQUARTERS or CUSTOMERS
 */
record AccountView(String owner, Money balance) {}
