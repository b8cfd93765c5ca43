package org.claimtrace.benchmark;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.tweetyproject.arg.dung.syntax.Argument;
import org.tweetyproject.arg.dung.syntax.Attack;
import org.tweetyproject.arg.dung.syntax.DungTheory;
import org.tweetyproject.arg.prob.syntax.ProbabilisticArgumentationFramework;
import org.tweetyproject.math.probability.Probability;

/** A Dung framework: arguments that attack each other, as a claim graph and as a theory of TweetyProject. */
final class AttackGraph {

  private final List<Set<Integer>> attackers;

  private AttackGraph(List<Set<Integer>> attackers) {
    this.attackers = attackers;
  }

  /** Arguments with three times as many attacks, from random arguments to random arguments. */
  static AttackGraph random(int arguments, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    AttackGraph graph = unattacked(arguments);
    for (int i = 0; i < 3 * arguments; i++) {
      graph.attackers.get(random.nextInt(arguments)).add(random.nextInt(arguments));
    }
    return graph;
  }

  /** Arguments each of which, but for the first, is attacked by the one before. */
  static AttackGraph chain(int arguments) {
    AttackGraph graph = unattacked(arguments);
    for (int i = 1; i < arguments; i++) {
      graph.attackers.get(i).add(i - 1);
    }
    return graph;
  }

  private static AttackGraph unattacked(int arguments) {
    List<Set<Integer>> attackers = new ArrayList<>();
    for (int i = 0; i < arguments; i++) {
      attackers.add(new LinkedHashSet<>());
    }
    return new AttackGraph(attackers);
  }

  /** The id of an argument as a claim. */
  static String id(int argument) {
    return Words.id(argument);
  }

  /** Every argument a claim with one evidence, every attack a refuting inference: {@code accepted} is the grounded extension. */
  ClaimGraph graph() {
    return graph(1);
  }

  /** The same where an argument is there with a probability, which is the strength of its evidence. */
  ClaimGraph graph(double probability) {
    ImmutableList.Builder<Claim> claims = ImmutableList.builder();
    for (int i = 0; i < attackers.size(); i++) {
      Claim.Builder claim = Claim.builder(id(i))
          .text("Argument " + i)
          .evidence(Evidence.builder("s").strength(probability));
      for (int attacker : attackers.get(i)) {
        claim.inference(Inference.builder(id(attacker))
            .id(id(attacker) + ".attacks." + id(i))
            .stance(Stance.REFUTES));
      }
      claims.add(claim.build());
    }
    return ClaimGraph.builder("attacks")
        .title("Attacks")
        .source(Source.builder("s").title("Given"))
        .allClaims(claims.build())
        .build();
  }

  /** The same without probabilities, for TweetyProject. */
  DungTheory theory() {
    DungTheory theory = new DungTheory();
    fill(theory, argument -> theory.add(argument));
    return theory;
  }

  /** The same for TweetyProject. */
  ProbabilisticArgumentationFramework theory(double probability) {
    ProbabilisticArgumentationFramework theory = new ProbabilisticArgumentationFramework();
    fill(theory, argument -> theory.add(argument, new Probability(probability)));
    return theory;
  }

  private void fill(DungTheory theory, Consumer<Argument> adder) {
    for (int i = 0; i < attackers.size(); i++) {
      adder.accept(argument(i));
    }
    for (int i = 0; i < attackers.size(); i++) {
      for (int attacker : attackers.get(i)) {
        theory.add(new Attack(argument(attacker), argument(i)));
      }
    }
  }

  /** An argument, for TweetyProject; equal to any other of its name. */
  static Argument argument(int number) {
    return new Argument(id(number));
  }
}
