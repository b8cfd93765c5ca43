package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A normal logic program without variables, and its well-founded model as the alternating fixpoint defines it (Van Gelder,
 * "The alternating fixpoint of logic programs with negation", 1989). Its rules are the same in every world, its facts are
 * not: 64 worlds are computed at once, one a bit of a word. Slow, and short enough to be seen right.
 */
public final class LogicProgram {

  private static final String NOT = "not ";

  private final Map<String, Integer> atoms = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  /** A head that is true if some atoms are and some are not. */
  record Rule(int head, int[] positive, int[] negative) {}

  /** What is true, and what is true or undefined: by word and atom, a bit a world. */
  public record Model(Map<String, Integer> atoms, long[][] certain, long[][] possible) {

    public Truth of(String atom) {
      return of(atom, 0);
    }

    public Truth of(String atom, int world) {
      if ((certain(atom)[world / 64] >>> world & 1) == 1) {
        return Truth.TRUE;
      }
      return (possible(atom)[world / 64] >>> world & 1) == 1 ? Truth.UNDEFINED : Truth.FALSE;
    }

    /** The worlds in which an atom is true. */
    long[] certain(String atom) {
      return worlds(certain, atom);
    }

    /** The worlds in which an atom is true or undefined. */
    long[] possible(String atom) {
      return worlds(possible, atom);
    }

    private long[] worlds(long[][] side, String atom) {
      Integer number = atoms.get(atom);
      return number == null
          ? new long[side.length]
          : Arrays.stream(side).mapToLong(word -> word[number]).toArray();
    }
  }

  /** The three values of a well-founded model. */
  public enum Truth {
    TRUE,
    UNDEFINED,
    FALSE
  }

  /** Adds a rule: the head is true if all of the body is, where a literal of the body may begin with {@code not}. */
  void rule(String head, List<String> body) {
    rules.add(new Rule(
        atom(head),
        body.stream()
            .filter(literal -> !literal.startsWith(NOT))
            .mapToInt(this::atom)
            .toArray(),
        body.stream()
            .filter(literal -> literal.startsWith(NOT))
            .mapToInt(literal -> atom(literal.substring(NOT.length())))
            .toArray()));
  }

  /** The number of an atom, which may be new. */
  int atom(String name) {
    return atoms.computeIfAbsent(name, unused -> atoms.size());
  }

  /** The rules, in the order in which they were added. */
  List<Rule> rules() {
    return rules;
  }

  /** The model in one world, without further facts. */
  public Model wellFoundedModel() {
    return wellFoundedModel(Map.of(), 1);
  }

  /** The model in 64 worlds a word, each with further facts, told by the worlds in which they are true. */
  public Model wellFoundedModel(Map<String, long[]> facts, int words) {
    long[][] certain = new long[words][];
    long[][] possible = new long[words][];
    facts.keySet().forEach(this::atom);
    for (int word = 0; word < words; word++) {
      long[] given = new long[atoms.size()];
      for (Map.Entry<String, long[]> fact : facts.entrySet()) {
        given[atom(fact.getKey())] = fact.getValue()[word];
      }
      long[] before;
      certain[word] = new long[atoms.size()];
      do {
        before = certain[word];
        possible[word] = leastModelOfReduct(given, before);
        certain[word] = leastModelOfReduct(given, possible[word]);
      } while (!Arrays.equals(before, certain[word]));
    }
    return new Model(atoms, certain, possible);
  }

  /** Γ: the least model of the rules that stay when every negation is read off an interpretation. */
  private long[] leastModelOfReduct(long[] given, long[] interpretation) {
    long[] model = given.clone();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Rule rule : rules) {
        long fires = -1;
        for (int atom : rule.positive) {
          fires &= model[atom];
        }
        for (int atom : rule.negative) {
          fires &= ~interpretation[atom];
        }
        grown |= (fires & ~model[rule.head]) != 0;
        model[rule.head] |= fires;
      }
    }
    return model;
  }
}
