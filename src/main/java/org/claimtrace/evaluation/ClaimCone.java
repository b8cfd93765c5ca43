package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrace.engine.circuit.Circuit;
import org.claimtrace.engine.circuit.IntList;
import org.claimtrace.engine.circuit.Subcircuit;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.compiled.LineKind;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Grade;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.UnknownIdException;

/** Everything that one claim depends on, as a circuit of its own. */
final class ClaimCone {

  /** The id of the claim. */
  final String claim;

  final GraphCircuit compiled;

  /** The gates; those given lie behind a gate that is what it is whatever it reads, and are never read. */
  final Subcircuit subcircuit;

  /** The kinds of the gates in the evaluation, by place. Shared: not to be written. */
  final byte[] kinds;

  /** The place of the case for the claim. */
  final int pro;

  /** The place of the case against the claim. */
  final int con;

  /** The place of what qualifies the claim, or -1. */
  final int qualified;

  /** What has a coin that can bear on the claim, in document order. */
  final ImmutableList<Element> elements;

  /** By element, the place of the gate that takes its coin, where it can bear on the claim. */
  private final Map<Element, Integer> places = new HashMap<>();

  ClaimCone(Evaluation evaluation, String claimId) {
    compiled = evaluation.circuit();
    claim = claimId;
    int rank = compiled.claimRank(claimId);
    Cones cones = evaluation.cones();
    byte[] all = cones.kinds();
    int proGate = compiled.proGate[rank];
    int conGate = compiled.conGate(rank);
    int qualifiedGate = compiled.qualifiedGate(rank);
    IntList roots = new IntList(8);
    roots.add(proGate);
    roots.add(conGate);
    if (qualifiedGate >= 0) {
      roots.add(qualifiedGate);
    }
    subcircuit = cones.subcircuit(
        cones.below(roots.toArray(), gate -> false, gate -> canChange(gate, all, evaluation)));
    kinds = subcircuit.circuit.kinds();
    pro = subcircuit.find(proGate);
    con = subcircuit.find(conGate);
    qualified = qualifiedGate < 0 ? -1 : subcircuit.find(qualifiedGate);
    elements = elements(all, evaluation);
  }

  /** Returns whether a gate may come out otherwise: not if it is on or off whatever anybody's grade. */
  private boolean canChange(int gate, byte[] all, Evaluation evaluation) {
    if (all[gate] != Circuit.OFF) {
      return all[gate] != Circuit.ON;
    }
    int coin = compiled.coinOfGate()[gate];
    return coin >= 0
        && evaluation.circumstances().isOffByGrade(compiled, coin, evaluation.grades());
  }

  private ImmutableList<Element> elements(byte[] all, Evaluation evaluation) {
    ClaimGraph graph = compiled.graph;
    int sources = compiled.coinGate.length;
    List<Element> found = new ArrayList<>();
    Set<String> claims = new HashSet<>();
    for (int place = subcircuit.given; place < subcircuit.whole.length; place++) {
      int gate = subcircuit.whole[place];
      int coin = compiled.coinOfGate()[gate];
      boolean isElement = coin >= 0
          && (coin < sources || LineKind.isLine(compiled.partKinds[coin - sources]))
          && canChange(gate, all, evaluation);
      if (!isElement) {
        continue;
      }
      Element element = compiled.elementOfCoin(coin);
      places.put(element, place);
      if (element.kind() == Element.Kind.SOURCE) {
        found.add(element);
      } else {
        claims.add(compiled.claims.id(compiled.claimOfGate(gate)));
      }
    }
    found.sort(Comparator.comparingInt(source -> graph.sourceIndex(source.id()).orElseThrow()));
    List<String> inOrder = new ArrayList<>(claims);
    inOrder.sort(Comparator.comparingInt(id -> graph.claimIndex(id).orElseThrow()));
    ImmutableList.Builder<Element> elements = ImmutableList.<Element>builder().addAll(found);
    for (String claim : inOrder) {
      graph.lines(claim).stream().filter(places::containsKey).forEach(elements::add);
    }
    return elements.build();
  }

  /** Returns the coin that the gate in a place takes. */
  int coin(int place) {
    return compiled.coinOfGate()[subcircuit.whole[place]];
  }

  /** Assignments as they bear on the claim, in their order. */
  List<Assignment> assignments(List<? extends Map<Element, Double>> written) {
    List<Assignment> assignments = new ArrayList<>(written.size());
    for (Map<Element, Double> each : written) {
      assignments.add(assignment(each));
    }
    return assignments;
  }

  /**
   * Returns an assignment as it bears on the claim.
   *
   * @throws UnknownIdException if the graph has no such element
   * @throws IllegalArgumentException if an element has no grade, or a review one between 0 and 1
   * @throws InvalidValueException if a grade is out of range
   */
  Assignment assignment(Map<Element, Double> written) {
    int size = 0;
    int[] bearing = new int[written.size()];
    double[] grades = new double[written.size()];
    for (Map.Entry<Element, Double> entry : written.entrySet()) {
      Element element = entry.getKey();
      checkArgument(element.kind() != Element.Kind.CLAIM, "%s has no grade", element);
      double grade = Grade.of(entry.getValue()).value();
      checkArgument(
          grade == 0 || grade == 1 || compiled.graph.hasGrade(element),
          "%s has no grade; it can be struck, which is 0",
          element);
      int place = places.getOrDefault(element, -1);
      if (place < 0) {
        compiled.coinOf(element);
        continue;
      }
      bearing[size] = place;
      grades[size++] = grade;
    }
    return new Assignment(written, Arrays.copyOf(bearing, size), Arrays.copyOf(grades, size));
  }

  /**
   * What some coins are taken to be.
   *
   * @param written the grades, those too that cannot bear on the claim
   * @param places the places of the gates of those that can
   * @param grades the grades of these
   */
  record Assignment(Map<Element, Double> written, int[] places, double[] grades) {

    int size() {
      return places.length;
    }

    /** Returns whether it sets one coin, to yes or no. */
    boolean isSingle() {
      return places.length == 1 && (grades[0] == 0 || grades[0] == 1);
    }
  }
}
