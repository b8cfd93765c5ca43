package org.claimtrace.engine.compiled;

import java.util.Arrays;
import org.claimtrace.engine.circuit.ByteList;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.Components;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.rows.SharedRows;
import org.claimtrace.engine.world.CountingPropagator;
import org.claimtrace.engine.world.WorldInterpretation;
import org.claimtrace.work.Cancellation;

/**
 * What remains of a compiled graph's circuit when everything that is the same in all worlds has been put in: only gates that
 * depend on open coins remain, without those that merely pass on another. What an evaluation reports is a constant or a literal
 * of the residual circuit.
 *
 * <p>What is the same in all worlds is found by one sweep in which open coins are undefined: the well-founded model is monotone
 * in information, so what it decides then it decides in every world.
 */
public final class ResidualCircuit {

  /** How many gates are reduced between two checks for cancellation. */
  private static final int STRIDE = 1 << 16;

  /** The literal that is true in all worlds. */
  public static final int TRUE = -1;

  /** The literal that is false in all worlds. */
  static final int FALSE = -2;

  public final Circuit circuit;
  public final SharedRows rows;

  /** By gate of the residual circuit, the gate of the whole that takes its coin, where it takes one. */
  public final int[] whole;

  // The results, as literals that are true where the name says: of claims by rank, of parts, of
  // sources by rank.
  public final int[] supported;
  public final int[] refuted;
  /** True where there is a case for or against the claim. */
  public final int[] decided;

  public final int[] qualified;
  public final int[] pro;
  public final int[] con;
  public final int[] fires;
  public final int[] right;

  private ResidualCircuit(Builder builder) {
    circuit = builder.circuit();
    rows = SharedRows.of(circuit);
    whole = builder.whole.toArray();
    supported = builder.supported;
    refuted = builder.refuted;
    decided = builder.decided;
    qualified = builder.qualified;
    pro = builder.pro;
    con = builder.con;
    fires = builder.literals(builder.compiled.partGate);
    right = builder.literals(builder.compiled.rightGate);
  }

  /**
   * Reduces the circuit of a graph.
   *
   * @param kinds the kinds of its gates, some of them open
   */
  public static ResidualCircuit of(GraphCircuit compiled, byte[] kinds) {
    WorldInterpretation known = new WorldInterpretation(compiled.circuit, kinds);
    Sweep.run(compiled.circuit, known);
    Builder builder = new Builder(compiled, kinds, known.values());
    builder.build();
    return new ResidualCircuit(builder);
  }

  /** A residual circuit being built. */
  private static final class Builder {

    private final GraphCircuit compiled;
    private final byte[] kinds;
    private final int[] first;
    private final int[] literals;
    /** By gate of the whole, the literal that it is reduced to. */
    private final int[] literalOf;

    private final ByteList kindsHere = new ByteList(16);
    private final IntList whole = new IntList(16);
    private final IntList firstHere = new IntList(16);
    private final IntList literalsHere = new IntList(16);
    private final IntList ends = new IntList(8);
    private final IntList cyclic = new IntList(8);
    private int nextClaim;

    private final int[] supported;
    private final int[] refuted;
    private final int[] decided;
    private final int[] qualified;
    private final int[] pro;
    private final int[] con;

    Builder(GraphCircuit compiled, byte[] kinds, byte[] values) {
      this.compiled = compiled;
      this.kinds = kinds;
      first = compiled.circuit.first();
      literals = compiled.circuit.literals();
      literalOf = new int[kinds.length];
      for (int gate = 0; gate < literalOf.length; gate++) {
        // A gate that is undecided here is reduced later.
        byte value = CountingPropagator.value(compiled.circuit, values, gate);
        literalOf[gate] = value == WorldInterpretation.TRUE
            ? TRUE
            : value == WorldInterpretation.FALSE ? FALSE : UNDECIDED;
      }
      int claims = compiled.proGate.length;
      supported = new int[claims];
      refuted = new int[claims];
      decided = new int[claims];
      qualified = new int[claims];
      pro = new int[claims];
      con = new int[claims];
    }

    /** The literal of an undecided gate before it is reduced. */
    private static final int UNDECIDED = -3;

    /** No gate. */
    private static final int NOTHING = -1;

    /** The literal of a gate while the gate that it passes on is being found. */
    private static final int FOLLOWED = UNDECIDED;

    void build() {
      for (Circuit.Segment segment : compiled.circuit.segments()) {
        Cancellation.check();
        if (segment.isCyclic()) {
          cyclicSegment(segment);
          recordClaims(segment.to());
        } else {
          for (int gate = segment.from(); gate < segment.to(); gate++) {
            if (gate % STRIDE == 0) {
              Cancellation.check();
            }
            if (literalOf[gate] == UNDECIDED) {
              literalOf[gate] = reduced(gate);
            }
            recordClaims(gate + 1);
          }
        }
      }
      endSegment(false);
      firstHere.add(literalsHere.size());
    }

    private int gates() {
      return whole.size();
    }

    /** Reduces a gate whose inputs have been reduced. */
    private int reduced(int gate) {
      int begin = literalsHere.size();
      addLiterals(gate);
      if (kinds[gate] != Circuit.OPEN && literalsHere.size() == begin + 1) {
        int only = literalsHere.removeLast();
        if ((only & 1) == 0) {
          return only;
        }
        literalsHere.add(only);
      }
      return add(kinds[gate], gate, begin);
    }

    private void addLiterals(int gate) {
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        addLiteral(read(literals[at]));
      }
    }

    /** The literal that a literal of the whole is reduced to. */
    private int read(int literal) {
      return (literal & 1) == 0 ? literalOf[literal >> 1] : negated(literalOf[literal >> 1]);
    }

    private static int negated(int literal) {
      return literal >= 0 ? literal ^ 1 : TRUE + FALSE - literal;
    }

    /** Adds a gate whose literals begin at a position; returns the literal that reads it. */
    private int add(byte kind, int gateOfWhole, int literalsBegin) {
      firstHere.add(literalsBegin);
      kindsHere.add(kind);
      whole.add(gateOfWhole);
      return Circuit.literal(gates() - 1);
    }

    /** Condenses again what remains of a cyclic segment. */
    private void cyclicSegment(Circuit.Segment segment) {
      IntList left = new IntList(8);
      for (int gate = segment.from(); gate < segment.to(); gate++) {
        if (literalOf[gate] == UNDECIDED) {
          literalOf[gate] = UNDECIDED - 1 - left.size();
          left.add(gate);
        }
      }
      int[] targetsFirst = new int[left.size() + 1];
      IntList targets = new IntList(left.size());
      for (int i = 0; i < left.size(); i++) {
        for (int at = first[left.get(i)]; at < first[left.get(i) + 1]; at++) {
          int place = UNDECIDED - 1 - literalOf[literals[at] >> 1];
          if (place >= 0) {
            targets.add(place);
          }
        }
        targetsFirst[i + 1] = targets.size();
      }
      Components components = Components.of(left.size(), targetsFirst, targets.toArray());
      for (int i = 0; i < components.count(); i++) {
        int from = components.first[i];
        int to = components.first[i + 1];
        int only = left.get(components.order[from]);
        if (to - from == 1 && !readsItself(only)) {
          literalOf[only] = reduced(only);
        } else {
          component(left, components.order, from, to);
        }
      }
    }

    private boolean readsItself(int gate) {
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        if (literals[at] >> 1 == gate) {
          return true;
        }
      }
      return false;
    }

    /**
     * Reduces a cyclic component. Gates that only pass on another of the component are removed, as elsewhere. A disjunction
     * that is read only once, negated, by a conjunction is merged into it inside the cycle, and computed after the cycle.
     */
    private void component(IntList left, int[] order, int from, int to) {
      endSegment(false);
      int begin = gates();
      IntList kept = new IntList(to - from);
      for (int at = from; at < to; at++) {
        int gate = left.get(order[at]);
        if (passedOn(gate) == NOTHING) {
          literalOf[gate] = Circuit.literal(begin + kept.size());
          kept.add(gate);
        }
      }
      for (int at = from; at < to; at++) {
        follow(left.get(order[at]), kept);
      }
      boolean[] isMerged = merged(kept, begin);
      IntList cycle = new IntList(kept.size());
      IntList after = new IntList(kept.size());
      int[] place = new int[kept.size()];
      for (int i = 0; i < place.length; i++) {
        IntList there = isMerged[i] ? after : cycle;
        place[i] = there.size();
        there.add(kept.get(i));
      }
      int end = begin + cycle.size();
      for (int at = from; at < to; at++) {
        int gate = left.get(order[at]);
        int i = (literalOf[gate] >> 1) - begin;
        literalOf[gate] = Circuit.literal((isMerged[i] ? end : begin) + place[i]);
      }
      for (int i = 0; i < cycle.size(); i++) {
        int literalsBegin = literalsHere.size();
        addLiterals(cycle.get(i), end, after);
        add(kinds[cycle.get(i)], cycle.get(i), literalsBegin);
      }
      endSegment(true);
      for (int i = 0; i < after.size(); i++) {
        int literalsBegin = literalsHere.size();
        addLiterals(after.get(i));
        add(Circuit.OR, after.get(i), literalsBegin);
      }
    }

    /**
     * Which gates of a cycle, whose literals begin at {@code begin}, are disjunctions read only once, negated, by a
     * conjunction.
     */
    private boolean[] merged(IntList kept, int begin) {
      int[] readers = new int[kept.size()];
      boolean[] isMerged = new boolean[kept.size()];
      for (int i = 0; i < kept.size(); i++) {
        isMerged[i] = kinds[kept.get(i)] == Circuit.OR;
      }
      for (int i = 0; i < kept.size(); i++) {
        int gate = kept.get(i);
        for (int at = first[gate]; at < first[gate + 1]; at++) {
          int literal = read(literals[at]);
          int read = (literal >> 1) - begin;
          if (literal >= 0 && read >= 0) {
            readers[read]++;
            isMerged[read] &= readers[read] == 1 && (literal & 1) == 1 && kinds[gate] != Circuit.OR;
          }
        }
      }
      return isMerged;
    }

    /** Adds the literals of a gate of a cycle; those of a merged disjunction, negated, in place of the disjunction. */
    private void addLiterals(int gate, int end, IntList after) {
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        int literal = read(literals[at]);
        if (literal >> 1 >= end) {
          int part = after.get((literal >> 1) - end);
          for (int i = first[part]; i < first[part + 1]; i++) {
            addLiteral(negated(read(literals[i])));
          }
        } else {
          addLiteral(literal);
        }
      }
    }

    private void addLiteral(int literal) {
      if (literal >= 0) {
        literalsHere.add(literal);
      }
    }

    /**
     * The undecided gate of the cycle that another passes on, since it reads nothing else that is undecided; otherwise {@link
     * #NOTHING}.
     */
    private int passedOn(int gate) {
      int only = NOTHING;
      if (kinds[gate] == Circuit.OPEN) {
        return NOTHING;
      }
      for (int at = first[gate]; at < first[gate + 1]; at++) {
        int read = literals[at] >> 1;
        if (literalOf[read] != TRUE && literalOf[read] != FALSE) {
          if (only != NOTHING || (literals[at] & 1) != 0) {
            return NOTHING;
          }
          only = read;
        }
      }
      return only;
    }

    /** Gives a gate, and those that it passes on, the literal of the last of them. */
    private void follow(int gate, IntList kept) {
      IntList path = new IntList(8);
      int end = gate;
      while (literalOf[end] < UNDECIDED) {
        literalOf[end] = FOLLOWED;
        path.add(end);
        end = passedOn(end);
      }
      if (literalOf[end] == FOLLOWED) {
        // A ring of gates that pass each other on is a component of its own. One of them is kept.
        literalOf[end] = Circuit.literal(gates() + kept.size());
        kept.add(end);
      }
      while (!path.isEmpty()) {
        literalOf[path.removeLast()] = literalOf[end];
      }
    }

    private void endSegment(boolean isCyclic) {
      int last = ends.isEmpty() ? 0 : ends.get(ends.size() - 1);
      if (gates() > last) {
        ends.add(gates());
        cyclic.add(isCyclic ? 1 : 0);
      }
    }

    /** Records the results of the claims whose gates all come before {@code end}. */
    private void recordClaims(int end) {
      int[] order = compiled.claimOrder;
      while (nextClaim < order.length && compiled.endGate(order[nextClaim]) <= end) {
        recordClaim(order[nextClaim++]);
      }
    }

    private void recordClaim(int claim) {
      int inFavour = literalOf[compiled.proGate[claim]];
      int against = literalOf[compiled.conGate(claim)];
      pro[claim] = inFavour;
      con[claim] = against;
      supported[claim] = literalOf[compiled.acceptedGate(claim)];
      refuted[claim] = compiled.has(claim, GraphCircuit.HAS_REJECTED)
          ? literalOf[compiled.rejectedGate(claim)]
          : both(against, negated(inFavour));
      decided[claim] = either(inFavour, against);
      int qualifying = compiled.qualifiedGate(claim);
      qualified[claim] = qualifying < 0 ? FALSE : both(supported[claim], literalOf[qualifying]);
    }

    private int both(int left, int right) {
      if (left == FALSE || right == FALSE) {
        return FALSE;
      }
      return left == TRUE ? right : right == TRUE ? left : joined(Circuit.AND, left, right);
    }

    private int either(int left, int right) {
      if (left == TRUE || right == TRUE) {
        return TRUE;
      }
      return left == FALSE ? right : right == FALSE ? left : joined(Circuit.OR, left, right);
    }

    private int joined(byte kind, int left, int right) {
      int begin = literalsHere.size();
      literalsHere.add(left);
      literalsHere.add(right);
      return add(kind, -1, begin);
    }

    int[] literals(int[] gates) {
      return Arrays.stream(gates).map(gate -> literalOf[gate]).toArray();
    }

    Circuit circuit() {
      boolean[] flags = new boolean[cyclic.size()];
      for (int i = 0; i < flags.length; i++) {
        flags[i] = cyclic.get(i) == 1;
      }
      return new Circuit(
          kindsHere.toArray(), firstHere.toArray(), literalsHere.toArray(), ends.toArray(), flags);
    }
  }
}
