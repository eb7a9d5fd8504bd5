package io.parceldesk.chassis.paging;

import java.util.List;

/** One page of a list; {@code next} is the cursor of the page after it, or null at the end. */
public record Page<T>(List<T> items, String next) {}
