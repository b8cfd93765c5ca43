package org.claimtrace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;

/**
 * Families of graphs that differ only in their ids: a chain of claims, each with a source of its own and a step from the claim
 * before.
 */
final class NameFamilies {

  private static final List<String> PEOPLE =
      List.of("anna", "boris", "chen", "dolores", "emre", "fatima", "george");

  private NameFamilies() {}

  private static ClaimGraph named(int size, IntFunction<String> names) {
    Sketch sketch = new Sketch();
    for (int i = 0; i < size; i++) {
      String id = names.apply(i);
      sketch.source(id, "Source " + i);
      Claim.Builder claim = sketch.claim(id, "Claim " + i).evidence(Evidence.builder(id));
      if (i > 0) {
        claim.inference(Inference.builder(names.apply(i - 1)));
      }
    }
    return sketch.graph(names.apply(size - 1));
  }

  /** Ids of some two hundred characters that differ in their last few. */
  static ClaimGraph nearlyAlike(int size) {
    String same = "what-is-said-of-the-same-thing-over-and-over-".repeat(5);
    return named(size, i -> same + i);
  }

  /** Ids all of which have one hash code. */
  static ClaimGraph oneHashCode(int size) {
    int pairs = Math.max(1, 32 - Integer.numberOfLeadingZeros(size - 1));
    return named(size, i -> {
      StringBuilder id = new StringBuilder();
      for (int bit = pairs - 1; bit >= 0; bit--) {
        id.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      return id.toString();
    });
  }

  /** Ids of three Chinese characters. */
  static ClaimGraph chinese(int size) {
    return named(
        size,
        i -> new String(
            new int[] {0x4E00 + i % 100, 0x5000 + i / 100 % 100, 0x6000 + i / 10_000}, 0, 3));
  }

  /** Ids of the same seven names in every order. */
  static ClaimGraph permutations(int size) {
    return named(size, NameFamilies::permutation);
  }

  private static String permutation(int number) {
    List<String> left = new ArrayList<>(PEOPLE);
    StringBuilder id = new StringBuilder();
    int rest = number;
    while (!left.isEmpty()) {
      id.append(left.remove(rest % left.size())).append('-');
      rest /= left.size() + 1;
    }
    return id.append(rest).toString();
  }

  /** Ids as programs number them: a few letters and three numbers. */
  static ClaimGraph counted(int size) {
    return named(size, i -> "observation-x%03dy%03dz%03d".formatted(i / 100, i / 10 % 10, i % 10));
  }
}
