package io.parceldesk.claims.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads how a camera was held from an Exif segment (TIFF 6.0), and writes one that says no more.
 */
final class ExifOrientation {
  private static final byte[] HEADER = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int TIFF = HEADER.length;
  private static final int ENTRY_BYTES = 12;
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final short UPRIGHT = 1;

  private ExifOrientation() {}

  static boolean isExif(byte[] segment) {
    return segment.length >= TIFF + 8 && Arrays.equals(segment, 0, TIFF, HEADER, 0, TIFF);
  }

  /** An Exif segment with the orientation of the given one. */
  static byte[] only(byte[] segment) {
    return ByteBuffer.allocate(TIFF + 8 + 2 + ENTRY_BYTES + 4)
        .put(HEADER)
        .put("MM".getBytes(StandardCharsets.US_ASCII))
        .putShort((short) 42)
        .putInt(8) // the only directory
        .putShort((short) 1) // has one entry
        .putShort((short) ORIENTATION)
        .putShort((short) SHORT)
        .putInt(1)
        .putShort(of(segment))
        .putShort((short) 0)
        .putInt(0) // no further directory
        .array();
  }

  private static short of(byte[] segment) {
    var exif = ByteBuffer.wrap(segment);
    exif.order(segment[TIFF] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    var directory = TIFF + Integer.toUnsignedLong(exif.getInt(TIFF + 4));
    if (directory + 2 > segment.length) {
      return UPRIGHT;
    }
    var entries = exif.getShort((int) directory) & 0xFFFF;
    var first = (int) directory + 2;
    for (var at = first; at + ENTRY_BYTES <= segment.length; at += ENTRY_BYTES) {
      if (at < first + entries * ENTRY_BYTES && (exif.getShort(at) & 0xFFFF) == ORIENTATION) {
        return orientation(exif.getShort(at + 8));
      }
    }
    return UPRIGHT;
  }

  private static short orientation(short value) {
    return value >= 1 && value <= 8 ? value : UPRIGHT;
  }
}
