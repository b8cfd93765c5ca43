package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A normal logic program without variables, and its well-founded model as the alternating fixpoint defines it (Van Gelder,
 * "The alternating fixpoint of logic programs with negation", 1989). Slow, and short enough to be seen right.
 */
final class LogicProgram {

  private static final String NOT = "not ";

  private final Map<String, Integer> atoms = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  private record Rule(int head, int[] positive, int[] negative) {}

  /** What is true, and what is true or undefined. */
  record Model(Map<String, Integer> atoms, BitSet certain, BitSet possible) {

    Truth of(String atom) {
      Integer number = atoms.get(atom);
      if (number == null || !possible.get(number)) {
        return Truth.FALSE;
      }
      return certain.get(number) ? Truth.TRUE : Truth.UNDEFINED;
    }
  }

  /** The three values of a well-founded model. */
  enum Truth {
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

  private int atom(String name) {
    return atoms.computeIfAbsent(name, unused -> atoms.size());
  }

  Model wellFoundedModel() {
    BitSet certain = new BitSet();
    while (true) {
      BitSet possible = leastModelOfReduct(certain);
      BitSet more = leastModelOfReduct(possible);
      if (more.equals(certain)) {
        return new Model(atoms, certain, possible);
      }
      certain = more;
    }
  }

  /** Γ: the least model of the rules that stay when every negation is read off an interpretation. */
  private BitSet leastModelOfReduct(BitSet interpretation) {
    BitSet model = new BitSet();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Rule rule : rules) {
        if (!model.get(rule.head)
            && noneIn(interpretation, rule.negative)
            && allIn(model, rule.positive)) {
          model.set(rule.head);
          grown = true;
        }
      }
    }
    return model;
  }

  private static boolean allIn(BitSet set, int[] members) {
    for (int member : members) {
      if (!set.get(member)) {
        return false;
      }
    }
    return true;
  }

  private static boolean noneIn(BitSet set, int[] members) {
    for (int member : members) {
      if (set.get(member)) {
        return false;
      }
    }
    return true;
  }
}
