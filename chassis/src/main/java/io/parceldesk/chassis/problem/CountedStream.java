package io.parceldesk.chassis.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with {@link BodyTooLarge} once more was read than allowed. */
final class CountedStream extends FilterInputStream {
  private final long limit;
  private final Runnable whenExceeded;
  private long read;

  CountedStream(InputStream in, long limit, Runnable whenExceeded) {
    super(in);
    this.limit = limit;
    this.whenExceeded = whenExceeded;
  }

  @Override
  public int read() throws IOException {
    var next = in.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    var got = in.read(into, offset, length);
    count(Math.max(got, 0));
    return got;
  }

  private void count(int bytes) throws BodyTooLarge {
    read += bytes;
    if (read > limit) {
      whenExceeded.run();
      throw new BodyTooLarge();
    }
  }
}
