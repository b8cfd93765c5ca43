package org.claimtrace.explanation.why;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.work.Cancellation;

/**
 * Partitions claims into batches such that the reviews of all claims of a batch can be left out at once, because no verdict of
 * one depends on another. Claims that do not depend on each other share a batch; of those that do, each has a batch of its own,
 * lower ones first.
 *
 * <p>Takes time linear in the graph, by the strongly connected components of the relation of dependence (Tarjan, "Depth-first
 * search and linear graph algorithms", SIAM Journal on Computing 1(2), 1972). Iterative.
 */
public final class ReviewBatches {

  private final Evaluation evaluation;
  private final Set<String> claims;
  private final Map<String, Node> nodes = new HashMap<>();
  private final List<Node> path = new ArrayList<>();
  private final List<Node> pending = new ArrayList<>();
  private final List<List<String>> batches = new ArrayList<>();

  private ReviewBatches(Evaluation evaluation, Set<String> claims) {
    this.evaluation = evaluation;
    this.claims = claims;
  }

  public static ImmutableList<ImmutableSet<String>> of(Evaluation evaluation, Set<String> claims) {
    ReviewBatches batches = new ReviewBatches(evaluation, claims);
    claims.forEach(batches::visit);
    return batches.batches.stream()
        .map(ImmutableSet::copyOf)
        .collect(ImmutableList.toImmutableList());
  }

  /** A claim that has been visited. */
  private static final class Node {
    private final String claim;
    private final ImmutableList<String> leansOn;
    private final int order;
    private int next;
    private int low;
    private boolean isOpen = true;
    /** The number of batches that the claims below this one and this one take. */
    private int level;

    Node(String claim, ImmutableList<String> leansOn, int order) {
      this.claim = claim;
      this.leansOn = leansOn;
      this.order = order;
      low = order;
    }
  }

  private void visit(String root) {
    if (nodes.containsKey(root)) {
      return;
    }
    enter(root);
    while (!path.isEmpty()) {
      Cancellation.check();
      Node node = path.get(path.size() - 1);
      if (node.next < node.leansOn.size()) {
        String other = node.leansOn.get(node.next++);
        Node known = nodes.get(other);
        if (known == null) {
          enter(other);
        } else {
          read(node, known);
        }
        continue;
      }
      path.remove(path.size() - 1);
      if (node.low == node.order) {
        close(node);
      }
      if (!path.isEmpty()) {
        read(path.get(path.size() - 1), node);
      }
    }
  }

  private void enter(String claim) {
    Node node = new Node(claim, leansOn(claim), nodes.size());
    nodes.put(claim, node);
    path.add(node);
    pending.add(node);
  }

  private static void read(Node node, Node other) {
    if (other.isOpen) {
      node.low = Math.min(node.low, other.low);
    }
    node.level = Math.max(node.level, other.level);
  }

  /** Closes a component: each of its claims that are to be partitioned takes a batch above all on which the component depends. */
  private void close(Node first) {
    int from = pending.lastIndexOf(first);
    List<Node> members = pending.subList(from, pending.size());
    int level = members.stream().mapToInt(each -> each.level).max().orElse(0);
    for (Node member : members) {
      if (claims.contains(member.claim)) {
        while (batches.size() <= level) {
          batches.add(new ArrayList<>());
        }
        batches.get(level++).add(member.claim);
      }
    }
    for (Node member : members) {
      member.level = level;
      member.isOpen = false;
    }
    members.clear();
  }

  private ImmutableList<String> leansOn(String id) {
    Claim claim = evaluation.graph().claim(id);
    ImmutableSet.Builder<String> others = ImmutableSet.builder();
    for (Evidence evidence : claim.evidence()) {
      others.addAll(evidence.unless());
    }
    for (Inference inference : claim.steps()) {
      inference.premises().forEach(premise -> others.add(premise.claimId()));
      others.addAll(inference.assuming()).addAll(inference.unless());
    }
    return others.addAll(evaluation.contradicting(id)).build().asList();
  }
}
