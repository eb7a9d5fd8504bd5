package io.parceldesk.claims.filing;

import io.parceldesk.chassis.money.MoneyForm;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

/** What is filled into a form that is on file; what is not said stays as it was. */
record FilingForm(@Valid MoneyForm claimed, @Size(min = 1, max = 4000) String description) {}
