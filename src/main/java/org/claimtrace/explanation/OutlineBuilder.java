package org.claimtrace.explanation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Isolation;

/** Gathers the paragraphs of an outline, from the top down; those without words are left out. Not for use by several threads. */
final class OutlineBuilder {

  private final ImmutableList.Builder<Node> nodes = ImmutableList.builder();

  ImmutableList<Node> build() {
    return nodes.build();
  }

  private void words(Node.Kind kind, int depth, boolean branch, String text) {
    if (!text.isEmpty()) {
      nodes.add(new Node(kind, depth, branch, Optional.empty(), text, "", false));
    }
  }

  /** The claim that is told of, and its verdict. */
  void head(String claimId, Verdict verdict, ExplanationPhrases phrases) {
    words(Node.Kind.TITLE, 0, false, phrases.claim(claimId));
    nodes.add(new Node(
        Node.Kind.VERDICT,
        0,
        false,
        Optional.of(verdict),
        phrases.verdict(claimId, verdict),
        id(claimId),
        false));
  }

  void lead(String text) {
    words(Node.Kind.LEAD, 0, false, text);
  }

  void review(String text) {
    words(Node.Kind.REVIEW, 0, false, text);
  }

  void section(String heading) {
    words(Node.Kind.SECTION, 0, false, heading);
  }

  void sentence(int depth, boolean branch, String text) {
    words(Node.Kind.SENTENCE, depth, branch, text);
  }

  void item(int depth, String text) {
    words(Node.Kind.ITEM, depth, true, text);
  }

  /** A claim with the mark of its verdict, and what stands after its words. */
  void claim(int depth, boolean branch, Verdict verdict, String text, String suffix) {
    nodes.add(new Node(Node.Kind.CLAIM, depth, branch, Optional.of(verdict), text, suffix, false));
  }

  /** A claim that was told above, so that its words may be cut short. */
  void claimAgain(int depth, boolean branch, Verdict verdict, String text, String suffix) {
    nodes.add(new Node(Node.Kind.CLAIM, depth, branch, Optional.of(verdict), text, suffix, true));
  }

  /** An id as it stands after what it names. */
  static String id(String id) {
    return "[" + Isolation.isolated(id) + "]";
  }
}
