package org.claimtrace.evaluation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.evaluation.JointChances.Conjunction;
import org.claimtrace.evaluation.JointChances.Conjunctions;
import org.claimtrace.model.Element;
import org.jspecify.annotations.Nullable;

/** Conjunctions that keep the worlds of what was asked before. */
final class KeptConjunctions implements Conjunctions {

  private final Evaluation evaluation;
  private final Kept nothing;
  private Computation computation;
  /** What conjunctions were computed with; those of another one are computed again. */
  private Object generation = new Object();

  private @Nullable GateWorlds gates;
  private int renewals;

  KeptConjunctions(Evaluation evaluation, Computation computation) {
    this.evaluation = evaluation;
    this.computation = computation;
    nothing = new Kept(null, ImmutableList.of(), false);
  }

  @Override
  public synchronized Method method() {
    return computation.method();
  }

  @Override
  public synchronized int renewals() {
    return renewals;
  }

  @Override
  public Conjunction nothing() {
    return nothing;
  }

  @Override
  public double coin(Element element) {
    requireNonNull(element, "element");
    checkArgument(element.kind() != Element.Kind.CLAIM, "%s has no coin", element);
    return evaluation.circumstances().coin(evaluation.grade(element));
  }

  /** One of them, and the one that it goes on from. */
  final class Kept implements Conjunction {

    private final @Nullable Kept before;
    private final ImmutableList<Element> oneOf;
    /** Whether of sources their coins count alone. */
    private final boolean faithful;

    private Object computedWith = new Object();
    private WorldSet worlds = WorldSet.OfOne.ALL;

    private Kept(@Nullable Kept before, ImmutableList<Element> oneOf, boolean faithful) {
      this.before = before;
      this.oneOf = oneOf;
      this.faithful = faithful;
    }

    @Override
    public Conjunction and(Element element) {
      requireNonNull(element, "element");
      return andOneOf(ImmutableList.of(element));
    }

    @Override
    public Conjunction andOneOf(Collection<Element> elements) {
      requireNonNull(elements, "elements");
      checkArgument(!elements.isEmpty(), "one of no elements");
      return computed(new Kept(this, ImmutableList.copyOf(elements), false));
    }

    @Override
    public Conjunction andFaithful(String sourceId) {
      requireNonNull(sourceId, "sourceId");
      return computed(new Kept(this, ImmutableList.of(Element.source(sourceId)), true));
    }

    private Kept computed(Kept more) {
      return evaluation.within(() -> {
        synchronized (KeptConjunctions.this) {
          more.worlds();
        }
        return more;
      });
    }

    @Override
    public double chance() {
      synchronized (KeptConjunctions.this) {
        return worlds().chance();
      }
    }

    @CanIgnoreReturnValue
    private WorldSet worlds() {
      boolean afresh = false;
      while (computedWith != generation) {
        try {
          compute();
        } catch (Diagrams.OutOfBudget e) {
          renewals++;
          begin(afresh ? computation.counting(evaluation.evaluatedBy()) : computation);
          afresh = true;
        } catch (CancellationException e) {
          // Nothing is to be half known.
          begin(computation);
          throw e;
        }
      }
      return worlds;
    }

    /** Goes on from the longest part that is computed already. */
    private void compute() {
      List<Kept> missing = new ArrayList<>();
      Kept at = this;
      while (at.before != null && at.computedWith != generation) {
        missing.add(at);
        at = at.before;
      }
      WorldSet so = at.before == null ? gates().all() : at.worlds;
      for (int i = missing.size() - 1; i >= 0; i--) {
        so = so.and(missing.get(i).oneOfThem());
        missing.get(i).worlds = so;
        missing.get(i).computedWith = generation;
      }
      worlds = so;
      computedWith = generation;
    }

    private WorldSet oneOfThem() {
      if (faithful) {
        GraphCircuit compiled = evaluation.circuit();
        int source = compiled.sourceRank(oneOf.get(0).id());
        return gates().certain(compiled.coinGate[source]);
      }
      WorldSet either = gates().certain(gate(oneOf.get(0)));
      for (Element element : oneOf.subList(1, oneOf.size())) {
        either = either.or(gates().certain(gate(element)));
      }
      return either;
    }
  }

  private void begin(Computation next) {
    computation = next;
    generation = new Object();
    gates = null;
  }

  /** Returns the gate that is true where an element is so. */
  private int gate(Element element) {
    GraphCircuit compiled = evaluation.circuit();
    return switch (element.kind()) {
      case SOURCE -> compiled.rightGate[compiled.sourceRank(element.id())];
      case CLAIM -> compiled.acceptedGate(compiled.claimRank(element.id()));
      case EVIDENCE, INFERENCE, REVIEW -> compiled.partGate[compiled.linePart(element)];
    };
  }

  private GateWorlds gates() {
    GateWorlds known = gates;
    if (known == null) {
      known = computation.gateWorlds(evaluation);
      gates = known;
    }
    return known;
  }
}
