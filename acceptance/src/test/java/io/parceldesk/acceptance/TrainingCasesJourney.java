package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.Topics;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The training cases of ARB-12, from the report at the desk to the accounts of both outlets. */
class TrainingCasesJourney {
  private static final Dispute.Parties PARTIES = new Dispute.Parties("LLT-GZ-02", "LLT-HZ-01");
  private static final String RUN = String.valueOf(System.nanoTime() % 1_000_000);
  private static final AtomicInteger NEXT = new AtomicInteger();

  /** What the parcel is worth and what became of it; what the ruling moves; its last words. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4 未保价遗失      | LOSS   | value=3200.00                                                        | 1060.00 | 960.00 | 总部处理费：责任网点另付 6%（60.00 元），获赔网点扣 4%（40.00 元）
          6 电视机屏幕碎裂   | DAMAGE | value=2400.00 loss=1200.00 damage=BREAKAGE                            | 500.00  | 500.00 | 按损失比例计算遗失标准，最高 500.00 元
          8 派送延误        | DELAY  | value=900.00 daysLate=6 weightKg=1.000                                | 250.00  | 250.00 | 每票最高 250.00 元
          10 玻璃器皿破碎    | DAMAGE | value=600.00 loss=420.00 damage=BREAKAGE ecommerce=true priceProof=true | 420.00  | 420.00 | 网购商品破损，每票最高 500.00 元
          11 衣物被撕破      | DAMAGE | value=899.00 loss=500.00 damage=BREAKAGE ecommerce=true priceProof=true | 500.00  | 500.00 | 网购商品破损，每票最高 500.00 元
          13 内件部分遗失    | DAMAGE | value=1800.00 loss=700.00 damage=PART_MISSING                         | 700.00  | 700.00 | 灭失、损毁或内件部分遗失，每票最高 2000.00 元
          14 取件延误        | DELAY  | value=2000.00 daysLate=12 weightKg=1.010                              | 500.00  | 500.00 | 每票最高 500.00 元
          17 已签收但遗失    | LOSS   | value=268.00                                                         | 284.08  | 257.28 | 总部处理费：责任网点另付 6%（16.08 元），获赔网点扣 4%（10.72 元）
          """)
  void isRuledByItsTable(
      String name,
      String ground,
      String facts,
      BigDecimal liablePays,
      BigDecimal winnerNets,
      String lastWords) {
    var filer = Desk.atOutlet(PARTIES.filer());
    var report = Dispute.report(PARTIES, ground, name, List.of(parcel(facts)));
    var dispute = Dispute.opened("arbitrator", report).refused(PARTIES).verified(filer);

    var ruled =
        dispute.after(
            "arbitrator", "ruling", Dispute.ruling(Map.of(PARTIES.liable(), 100), "经查属实"));

    assertThat(ruled.getString("status")).isEqualTo("RULED");
    assertThat(ruled.getString("rulings[0].steps[-1].zh")).endsWith(lastWords);
    var number = dispute.number();
    assertThat(new OutletAccount(PARTIES.liable()).of(number)).isEqualTo(liablePays.negate());
    assertThat(new OutletAccount(PARTIES.filer()).of(number)).isEqualTo(winnerNets);
    try (var topic = new Topic(Topics.CLAIMS)) {
      assertThat(topic.awaitTypes(number, "penalty-issued"))
          .doesNotHaveDuplicates()
          .containsSubsequence(
              "announcement-published", "dispute-submitted", "dispute-ruled", "penalty-issued");
      var penalty = new JsonPath(topic.awaitEvent("penalty-issued", number).value());
      assertThat(penalty.getString("amount.amount")).isEqualTo(liablePays.toPlainString());
    }
  }

  private static Map<String, Object> parcel(String facts) {
    var parcel = new HashMap<String, Object>();
    parcel.put("waybill", "LLTA" + RUN + "%02d".formatted(NEXT.incrementAndGet()));
    Arrays.stream(facts.split(" "))
        .map(fact -> fact.split("="))
        .forEach(fact -> parcel.put(fact[0], value(fact[0], fact[1])));
    return parcel;
  }

  private static Object value(String name, String text) {
    return switch (name) {
      case "daysLate", "weightKg" -> new BigDecimal(text);
      case "ecommerce", "priceProof" -> Boolean.valueOf(text);
      default -> text;
    };
  }
}
