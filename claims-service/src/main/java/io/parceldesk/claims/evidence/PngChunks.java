package io.parceldesk.claims.evidence;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Copies those chunks of a PNG file (ISO/IEC 15948) that make the picture; texts, times and Exif
 * stay behind, and what comes after the end.
 */
final class PngChunks {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final Set<String> COLOURS =
      Set.of("tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "hIST", "pHYs", "sPLT");
  private static final int CRC_BYTES = 4;

  private PngChunks() {}

  static void copy(DataInputStream in, OutputStream out) throws IOException {
    if (in.readLong() != SIGNATURE) {
      throw new BrokenPicture("No PNG signature");
    }
    out.write(ByteBuffer.allocate(8).putLong(SIGNATURE).array());
    var type = "";
    while (!type.equals("IEND")) {
      var length = in.readInt();
      var name = new byte[4];
      in.readFully(name);
      type = new String(name, StandardCharsets.US_ASCII);
      if (length < 0) {
        throw new BrokenPicture("A chunk without its length");
      }
      if (makesThePicture(type)) {
        out.write(ByteBuffer.allocate(8).putInt(length).put(name).array());
        copy(in, out, length + (long) CRC_BYTES);
      } else {
        copy(in, OutputStream.nullOutputStream(), length + (long) CRC_BYTES);
      }
    }
  }

  /** Critical chunks begin with a capital. */
  private static boolean makesThePicture(String type) {
    return Character.isUpperCase(type.charAt(0)) || COLOURS.contains(type);
  }

  private static void copy(DataInputStream in, OutputStream out, long bytes) throws IOException {
    var buffer = new byte[8192];
    for (var left = bytes; left > 0; ) {
      var part = (int) Math.min(left, buffer.length);
      in.readFully(buffer, 0, part);
      out.write(buffer, 0, part);
      left -= part;
    }
  }
}
