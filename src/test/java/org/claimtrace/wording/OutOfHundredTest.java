package org.claimtrace.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimtrace.wording.OutOfHundred.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutOfHundredTest {

  @ParameterizedTest(name = "{0} is {1} {2}: {3}")
  @CsvSource({
    "0, AT, 0, 0%",
    "0.0000001, LESS, 1, <1%",
    "0.001, LESS, 1, <1%",
    "0.0049, LESS, 1, <1%",
    "0.005, AT, 1, 1%",
    "0.049, JUST_UNDER, 5, <5%",
    "0.05, AT, 5, 5%",
    "0.051, JUST_OVER, 5, >5%",
    "0.33, AT, 33, 33%",
    "0.3333, AT, 33, 33%",
    "0.4999999, JUST_UNDER, 50, <50%",
    "0.5, AT, 50, 50%",
    "0.5000000001, AT, 50, 50%",
    "0.504, JUST_OVER, 50, >50%",
    "0.506, AT, 51, 51%",
    "0.9499, JUST_UNDER, 95, <95%",
    "0.9949, AT, 99, 99%",
    "0.995, MORE, 99, >99%",
    "0.9999999, MORE, 99, >99%",
    "1, AT, 100, 100%"
  })
  void roundsWithoutMisleading(double probability, Side side, int number, String percent) {
    OutOfHundred rounded = OutOfHundred.of(probability);
    assertThat(rounded).isEqualTo(new OutOfHundred(side, number));
    assertThat(rounded.percent()).isEqualTo(percent);
  }

  @ParameterizedTest(name = "{0} is {1} to one decimal")
  @CsvSource({
    "0, 0%",
    "0.0000001, <0.1%",
    "0.0004, <0.1%",
    "0.0005, 0.1%",
    "0.0499, <5%",
    "0.049, 4.9%",
    "0.05, 5%",
    "0.0501, >5%",
    "0.0506, 5.1%",
    "0.625, 62.5%",
    "0.4996, <50%",
    "0.5, 50%",
    "0.5000000001, 50%",
    "0.5004, >50%",
    "0.8, 80%",
    "0.80004, 80%",
    "0.9996, >99.9%",
    "1, 100%"
  })
  void roundsToTenthsWithoutLying(double probability, String percent) {
    assertThat(OutOfHundred.percentToTenths(probability)).isEqualTo(percent);
  }

  /** Returns every ten-thousandth, and the numbers just beside it. */
  private static DoubleStream probabilities() {
    return IntStream.rangeClosed(0, 10_000)
        .mapToDouble(each -> each / 10_000.0)
        .flatMap(each -> DoubleStream.of(each - 1e-7, each, each + 1e-7))
        .filter(each -> each >= 0 && each <= 1);
  }

  private static boolean saysMore(OutOfHundred said, int than) {
    return said.number() > than
        || (said.number() == than && (said.side() == Side.JUST_OVER || said.side() == Side.MORE));
  }

  private static boolean saysLess(OutOfHundred said, int than) {
    return said.number() < than
        || (said.number() == than && (said.side() == Side.JUST_UNDER || said.side() == Side.LESS));
  }

  @Test
  void shows0Or100OnlyForNoneOrAll() {
    probabilities().forEach(each -> {
      assertThat(OutOfHundred.of(each).equals(new OutOfHundred(Side.AT, 0))).isEqualTo(each == 0);
      assertThat(OutOfHundred.of(each).equals(new OutOfHundred(Side.AT, 100))).isEqualTo(each == 1);
    });
  }

  @Test
  void staysOnItsSideOfEveryThresholdOfAStandard() {
    for (int threshold : new int[] {5, 25, 50, 75, 95}) {
      probabilities().forEach(each -> {
        OutOfHundred said = OutOfHundred.of(each);
        assertThat(saysMore(said, threshold)).as("%s", each).isEqualTo(each > threshold / 100.0);
        assertThat(saysLess(said, threshold)).as("%s", each).isEqualTo(each < threshold / 100.0);
      });
    }
  }

  /** Returns chances that sum to 1, of two to four labels. */
  private static Stream<List<Double>> parts() {
    Random random = new Random(7);
    return Stream.concat(
        Stream.of(List.of(.835, .165), List.of(.505, .495), List.of(.0055, .9945)),
        Stream.generate(() -> {
              int size = 2 + random.nextInt(3);
              List<Double> weights = new ArrayList<>();
              for (int i = 0; i < size; i++) {
                // Halves of a hundredth are what rounding is hard for.
                weights.add(
                    random.nextBoolean() ? random.nextDouble() : random.nextInt(200) / 200.0);
              }
              double sum = weights.stream().mapToDouble(each -> each).sum();
              return weights.stream().map(each -> each / sum).toList();
            })
            .limit(20_000));
  }

  @Test
  void roundsPartsToNoMoreThanTheWhole() {
    parts().forEach(parts -> {
      List<OutOfHundred> said = OutOfHundred.ofParts(parts);
      assertThat(said.stream()
              .filter(each -> each.side() != Side.LESS)
              .mapToInt(OutOfHundred::number)
              .sum())
          .as("%s", parts)
          .isLessThanOrEqualTo(100);
      for (int i = 0; i < parts.size(); i++) {
        double part = parts.get(i);
        assertThat(Math.abs(said.get(i).number() - part * 100)).isLessThan(1 + 1e-9);
        assertThat(said.get(i).equals(new OutOfHundred(Side.AT, 0))).isEqualTo(part <= 1e-9);
        for (int threshold : new int[] {5, 25, 50, 75, 95}) {
          assertThat(saysMore(said.get(i), threshold))
              .as("%s", part)
              .isEqualTo(part > threshold / 100.0 + 1e-9);
        }
      }
      if (parts.stream().mapToInt(each -> OutOfHundred.of(each).number()).sum() <= 100) {
        assertThat(said).isEqualTo(parts.stream().map(OutOfHundred::of).toList());
      }
    });
  }

  @Test
  void roundsThePartDownThatExceedsItsWholeNumberLeast() {
    assertThat(OutOfHundred.ofParts(List.of(.8358, .1642)))
        .containsExactly(new OutOfHundred(Side.AT, 84), new OutOfHundred(Side.AT, 16));
    assertThat(OutOfHundred.ofParts(List.of(.835, .165)))
        .containsExactly(new OutOfHundred(Side.AT, 83), new OutOfHundred(Side.AT, 17));
    assertThat(OutOfHundred.ofParts(List.of(.505, .495)))
        .containsExactly(
            new OutOfHundred(Side.JUST_OVER, 50), new OutOfHundred(Side.JUST_UNDER, 50));
  }

  @Test
  void isOffByAtMostOneHalf() {
    probabilities().forEach(each -> {
      OutOfHundred said = OutOfHundred.of(each);
      double most = said.side() == Side.LESS || said.side() == Side.MORE ? 1 : .5;
      assertThat(Math.abs(said.number() - each * 100)).isLessThanOrEqualTo(most + 1e-9);
    });
  }
}
