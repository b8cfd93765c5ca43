package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;

/**
 * All outcomes of the coins of a graph, each a world: in world w the i-th coin that is open is a yes where the i-th bit of w
 * is set. A set of worlds is an array of words, a bit a world.
 */
final class Worlds {

  private final Map<Element, long[]> yes = new LinkedHashMap<>();
  private final double[] probabilities;
  private int open;

  private Worlds(Map<Element, Double> grades) {
    List<Element> coins = new ArrayList<>();
    grades.forEach((coin, grade) -> {
      if (grade > 0 && grade < 1) {
        coins.add(coin);
      }
    });
    open = coins.size();
    probabilities = new double[1 << open];
    grades.keySet().forEach(coin -> yes.put(coin, new long[words()]));
    for (int world = 0; world < probabilities.length; world++) {
      probabilities[world] = 1;
      for (int i = 0; i < open; i++) {
        double grade = grades.get(coins.get(i));
        probabilities[world] *= (world >>> i & 1) == 1 ? grade : 1 - grade;
      }
    }
    grades.forEach((coin, grade) -> Arrays.fill(yes.get(coin), grade == 1 ? -1 : 0));
    for (int i = 0; i < open; i++) {
      for (int world = 0; world < probabilities.length; world++) {
        if ((world >>> i & 1) == 1) {
          yes.get(coins.get(i))[world / 64] |= 1L << world;
        }
      }
    }
  }

  /** All worlds in which coins of some grades may come out; of two to the number of those that are neither 0 nor 1. */
  static Worlds of(Map<Element, Double> grades) {
    return new Worlds(grades);
  }

  /** The one world in which the coins of a graph are as told. */
  static Worlds one(ClaimGraph graph, Predicate<Element> coin) {
    Map<Element, Double> grades = ClaimGraphs.grades(graph);
    grades.replaceAll((element, grade) -> coin.test(element) ? 1.0 : 0.0);
    return new Worlds(grades);
  }

  /** How many coins are open. */
  int open() {
    return open;
  }

  /** How many words a set of worlds takes. */
  int words() {
    return (probabilities.length + 63) / 64;
  }

  /** The worlds in which a coin is a yes. */
  long[] yes(Element coin) {
    return yes.get(coin);
  }

  /** The probability of a set of worlds: of each in it, added up. */
  double probability(long[] worlds) {
    double sum = 0;
    for (int word = 0; word < words(); word++) {
      for (long rest = worlds[word]; rest != 0; rest &= rest - 1) {
        int world = 64 * word + Long.numberOfTrailingZeros(rest);
        sum += world < probabilities.length ? probabilities[world] : 0;
      }
    }
    return sum;
  }
}
