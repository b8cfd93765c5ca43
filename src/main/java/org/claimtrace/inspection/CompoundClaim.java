package org.claimtrace.inspection;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.wording.Sentence;

/**
 * Fires for each claim without parts, whose text in some language has a semicolon with at least two words, or four ideographs, on either
 * side of it, and no colon, which may announce a list, before it; or that numbers two or more of its statements as in “(1) … (2) …”.
 */
final class CompoundClaim extends ClaimRule {

  CompoundClaim() {
    super("compound-claim", Severity.NOTE);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The law", "sources": {"gazette": "The gazette"}, "claims": {
          "law": {"text": "The law was passed in May; it raises the fee to ten euros", "evidence": ["gazette"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The law", "sources": {"gazette": "The gazette"}, "claims": {
          "law": {"text": "The law was passed in May; it raises the fee to ten euros", "parts": ["passed", "fee"]},
          "passed": {"text": "The law was passed in May", "evidence": ["gazette"]},
          "fee": {"text": "The law raises the fee to ten euros", "evidence": ["gazette"]}}}""";
  }

  private static final Splitter SEMICOLON = Splitter.onPattern("[;；]");

  private static final CharMatcher COLON = CharMatcher.anyOf(":：");

  private static final Pattern NUMBERED = Pattern.compile("(?s).*[(（]1[)）].*[(（]2[)）].*");

  @Override
  void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found) {
    boolean isCompound = claim.parts().isEmpty()
        && claim.text().byTag().values().stream().anyMatch(CompoundClaim::isCompound);
    if (isCompound) {
      found.accept(finding(
              inspected,
              phrases -> phrases.say(Sentence.FINDING_COMPOUND_CLAIM, phrases.quoted(claim.id())),
              Element.claim(claim.id()))
          .build());
    }
  }

  private static boolean isCompound(String text) {
    if (NUMBERED.matcher(text).matches()) {
      return true;
    }
    int colon = COLON.indexIn(text);
    long statements = SEMICOLON
        .splitToStream(colon < 0 ? text : text.substring(0, colon))
        .map(QuotedWords::of)
        .filter(part -> part.words() >= 2 || part.ideographs() >= 4)
        .count();
    return statements > 1;
  }
}
