package io.parceldesk.claims.evidence;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Copies those segments of a JPEG file (ITU-T T.81) that make the picture: tables, frames, scans,
 * JFIF, colour profile. Of Exif only the orientation stays, without which the photo would lie on
 * its side. What comes after the end of the picture stays behind.
 */
final class JpegSegments {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int APP15 = 0xEF;
  private static final int COMMENT = 0xFE;

  private final DataInputStream in;
  private final OutputStream out;

  private JpegSegments(DataInputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  static void copy(DataInputStream in, OutputStream out) throws IOException {
    new JpegSegments(in, out).copy();
  }

  private void copy() throws IOException {
    if (in.readUnsignedByte() != 0xFF || in.readUnsignedByte() != SOI) {
      throw new BrokenPicture("No start of image");
    }
    writeMarker(SOI);
    var marker = nextMarker();
    while (marker != EOI) {
      copySegment(marker);
      marker = marker == SOS ? copyScan() : nextMarker();
    }
    writeMarker(EOI);
  }

  private int nextMarker() throws IOException {
    if (in.readUnsignedByte() != 0xFF) {
      throw new BrokenPicture("No marker where one must be");
    }
    return afterFill();
  }

  private int afterFill() throws IOException {
    int marker;
    do {
      marker = in.readUnsignedByte();
    } while (marker == 0xFF);
    return marker;
  }

  private void copySegment(int marker) throws IOException {
    var length = in.readUnsignedShort();
    if (length < 2) {
      throw new BrokenPicture("A segment without its length");
    }
    var content = new byte[length - 2];
    in.readFully(content);
    if (makesThePicture(marker, content)) {
      write(marker, content);
    } else if (marker == APP1 && ExifOrientation.isExif(content)) {
      write(APP1, ExifOrientation.only(content));
    }
  }

  private static boolean makesThePicture(int marker, byte[] content) {
    return switch (marker) {
      case APP0 -> startsWith(content, "JFIF\0"); // its extension holds a thumbnail
      case APP2 -> startsWith(content, "ICC_PROFILE\0"); // others point to more pictures
      case APP14 -> startsWith(content, "Adobe"); // how colours are coded
      case COMMENT -> false;
      default -> marker < APP0 || marker > APP15;
    };
  }

  /** Entropy-coded data up to the next marker; zeros are stuffed, restarts belong to it. */
  private int copyScan() throws IOException {
    while (true) {
      var value = in.readUnsignedByte();
      if (value != 0xFF) {
        out.write(value);
        continue;
      }
      var marker = afterFill();
      if (marker != 0 && (marker < 0xD0 || marker > 0xD7)) {
        return marker;
      }
      writeMarker(marker);
    }
  }

  private void write(int marker, byte[] content) throws IOException {
    writeMarker(marker);
    out.write((content.length + 2) >> 8);
    out.write(content.length + 2);
    out.write(content);
  }

  private void writeMarker(int marker) throws IOException {
    out.write(0xFF);
    out.write(marker);
  }

  private static boolean startsWith(byte[] content, String text) {
    var start = text.getBytes(StandardCharsets.US_ASCII);
    return content.length >= start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }
}
