package io.parceldesk.claims.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Takes out of a picture what does not belong to what one sees: where it was taken, with which
 * phone, by whom (REG-10). The picture itself is copied byte by byte, not compressed again.
 */
final class Pictures {
  private static final int BUFFER_BYTES = 64 * 1024;

  private Pictures() {}

  /** Streams; memory holds a segment of 64 KB at most. A PDF is copied as it is. */
  static void copyWithoutMetadata(FileType type, InputStream in, OutputStream out)
      throws IOException {
    var from = new DataInputStream(new BufferedInputStream(in, BUFFER_BYTES));
    var to = new BufferedOutputStream(out, BUFFER_BYTES);
    try {
      switch (type) {
        case JPEG -> JpegSegments.copy(from, to);
        case PNG -> PngChunks.copy(from, to);
        case PDF -> from.transferTo(to);
      }
    } catch (EOFException e) {
      throw new BrokenPicture("The picture is cut off");
    }
    to.flush();
  }
}
