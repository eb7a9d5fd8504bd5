package io.parceldesk.inquiry.parcel;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** How carriers make the check digits of their waybill numbers, as far as it is public (C1). */
enum CheckDigit {
  /** UPU S10: the ninth digit; weights 8 6 4 2 3 5 9 7, modulo 11. */
  S10 {
    @Override
    boolean isRight(String number) {
      var rest = 11 - weighted(number, 2, 8, i -> "86423597".charAt(i) - '0') % 11;
      return digit(number, 10) == (rest == 10 ? 0 : rest == 11 ? 5 : rest);
    }
  },
  /** After 1Z; letters count as (code - 63) modulo 10, every other place twice. */
  UPS {
    @Override
    boolean isRight(String number) {
      var sum = weighted(number, 2, 15, i -> 1 + i % 2);
      return Character.isDigit(number.charAt(17)) && digit(number, 17) == (10 - sum % 10) % 10;
    }
  },
  /** Weights 3 1 7 over eleven digits, modulo 11, modulo 10. */
  FEDEX_EXPRESS {
    @Override
    boolean isRight(String number) {
      return digit(number, 11) == weighted(number, 0, 11, i -> "317".charAt(i % 3) - '0') % 11 % 10;
    }
  },
  /** As of GS1: from the right, every other digit three times. */
  MOD10 {
    @Override
    boolean isRight(String number) {
      var last = number.length() - 1;
      var sum = weighted(number, 0, last, i -> (last - i) % 2 == 1 ? 3 : 1);
      return digit(number, last) == (10 - sum % 10) % 10;
    }
  },
  /** What the digits before the last leave over when divided by seven. */
  MOD7 {
    @Override
    boolean isRight(String number) {
      var last = number.length() - 1;
      return digit(number, last) == Long.parseLong(number.substring(0, last)) % 7;
    }
  };

  /** Of a number that has the carrier's pattern. */
  abstract boolean isRight(String number);

  private static int weighted(String number, int from, int count, IntUnaryOperator weight) {
    return IntStream.range(0, count).map(i -> digit(number, from + i) * weight.applyAsInt(i)).sum();
  }

  private static int digit(String number, int at) {
    var c = number.charAt(at);
    return Character.isDigit(c) ? c - '0' : (c - 63) % 10;
  }
}
