package io.parceldesk.complaint;

import java.time.Instant;
import java.util.Map;

/**
 * What is known of the clocks of two complaints that are merged.
 *
 * @param answerBy when customers will have the answer: the earlier of both, or null
 * @param repliesBy when those who were asked have to answer, by what their clocks are about
 */
public record MergeTimes(Instant answerBy, Map<String, Instant> repliesBy) {
  Instant replyBy(String about) {
    return repliesBy.get(about);
  }
}
