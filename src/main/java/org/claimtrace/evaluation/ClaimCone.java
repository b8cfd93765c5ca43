package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
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

/** Everything that one claim depends on, as a circuit of its own. */
final class ClaimCone {

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

  private final Map<Element, Integer> places = new HashMap<>();

  ClaimCone(Evaluation evaluation, String claimId) {
    compiled = evaluation.circuit();
    int claim = compiled.claimRank(claimId);
    Cones cones = evaluation.cones();
    byte[] all = cones.kinds();
    int proGate = compiled.proGate[claim];
    int conGate = compiled.conGate(claim);
    int qualifiedGate =
        compiled.has(claim, GraphCircuit.HAS_QUALIFIED) ? compiled.qualifiedGate(claim) : -1;
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

  /** Whether a gate may come out otherwise: not if it is on or off whatever anybody's grade. */
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
          && (coin < sources || LineKind.isLine(compiled.parts[coin - sources]))
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

  /** The place of the gate that takes the coin of an element, or -1 where it cannot bear on the claim. */
  int place(Element element) {
    return places.getOrDefault(element, -1);
  }

  /** The coin that the gate in a place takes. */
  int coin(int place) {
    return compiled.coinOfGate()[subcircuit.whole[place]];
  }

  /** What some coins are taken to be: the places of their gates, and their grades, one of each. */
  record Assignment(int[] places, double[] grades) {

    int size() {
      return places.length;
    }
  }
}
