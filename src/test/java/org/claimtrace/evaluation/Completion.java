package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.logicng.formulas.FormulaFactory;
import org.logicng.knowledgecompilation.bdds.BDD;
import org.logicng.knowledgecompilation.bdds.BDDFactory;
import org.logicng.knowledgecompilation.bdds.jbuddy.BDDConstruction;
import org.logicng.knowledgecompilation.bdds.jbuddy.BDDKernel;

/**
 * The {@linkplain Meaning meaning} of a claim graph without cycles as formulas over its coins: each atom is equivalent to the
 * disjunction of the bodies of its rules (Clark, "Negation as failure", 1978), which then has one model, the well-founded
 * one. The formulas are LogicNG's decision diagrams, and so is what they are weighed by.
 */
final class Completion {

  private final Map<String, Double> chances = new HashMap<>();
  private final LogicProgram program;
  private final Map<Integer, List<LogicProgram.Rule>> rules = new HashMap<>();
  private final Map<Integer, String> openCoins = new HashMap<>();
  private final Map<Integer, Boolean> settledCoins = new HashMap<>();
  /** By atom; null while it is being made. */
  private final Map<Integer, BDD> formulas = new HashMap<>();

  private final FormulaFactory factory = new FormulaFactory();
  private final BDDKernel kernel;
  private final BDDConstruction nodes;
  /** By node, once everything that is asked for has been made. */
  private final Map<Integer, Double> weights = new HashMap<>();

  Completion(ClaimGraph graph, Options options) {
    Meaning meaning = new Meaning(graph, options);
    program = meaning.program();
    for (LogicProgram.Rule rule : program.rules()) {
      rules.computeIfAbsent(rule.head(), head -> new ArrayList<>()).add(rule);
    }
    Map<Element, Double> grades = ClaimGraphs.grades(graph);
    for (Element coin : meaning.coins()) {
      double grade = grades.get(coin);
      int atom = program.atom(Meaning.coin(coin));
      if (grade == 0 || grade == 1) {
        settledCoins.put(atom, grade == 1);
      } else {
        String variable = "coin-" + atom;
        openCoins.put(atom, variable);
        chances.put(variable, grade);
      }
    }
    kernel = new BDDKernel(factory, Math.max(1, openCoins.size()), 1 << 16, 1 << 14);
    nodes = new BDDConstruction(kernel);
  }

  /** How many coins are open that are tossed. */
  int open() {
    return openCoins.size();
  }

  /** The formula of an atom. */
  BDD formula(String atom) {
    return formula(program.atom(atom));
  }

  private BDD formula(int atom) {
    if (formulas.containsKey(atom)) {
      return Objects.requireNonNull(formulas.get(atom), "the graph has a cycle");
    }
    formulas.put(atom, null);
    BDD formula = made(atom);
    formulas.put(atom, formula);
    return formula;
  }

  private BDD made(int atom) {
    String variable = openCoins.get(atom);
    if (variable != null) {
      return BDDFactory.build(factory.variable(variable), kernel);
    }
    if (settledCoins.containsKey(atom)) {
      return BDDFactory.build(factory.constant(settledCoins.get(atom)), kernel);
    }
    BDD any = BDDFactory.build(factory.falsum(), kernel);
    for (LogicProgram.Rule rule : rules.getOrDefault(atom, List.of())) {
      BDD all = BDDFactory.build(factory.verum(), kernel);
      for (int positive : rule.positive()) {
        all = all.and(formula(positive));
      }
      for (int negative : rule.negative()) {
        all = all.and(formula(negative).negate());
      }
      any = any.or(all);
    }
    return any;
  }

  /** The probability that a formula is true. No formula is made after the first was weighed. */
  double probability(BDD formula) {
    return weight(formula.index());
  }

  private double weight(int node) {
    if (node == BDDKernel.BDD_TRUE || node == BDDKernel.BDD_FALSE) {
      return node == BDDKernel.BDD_TRUE ? 1 : 0;
    }
    Double known = weights.get(node);
    if (known != null) {
      return known;
    }
    double chance = chances.get(kernel.getVariableForIndex(nodes.bddVar(node)).name());
    double weight =
        chance * weight(nodes.bddHigh(node)) + (1 - chance) * weight(nodes.bddLow(node));
    weights.put(node, weight);
    return weight;
  }
}
