package org.claimtrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Text;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InspectorTest {

  /** Two sources in a ring, and two claims in a circle. */
  private static final String RINGS = """
      {
        "id": "rings", "title": "Rings",
        "claims": {
          "honest": {"text": "He is honest", "inferences": [{"premises": ["true"]}]},
          "true": {"text": "It is true", "inferences": [{"premises": ["honest"]}]},
          "resigned": {"text": "He has resigned", "evidence": ["blog", "paper"]}
        },
        "sources": {
          "blog": {"title": "A blog", "derivedFrom": ["paper"]},
          "paper": {"title": "A paper", "derivedFrom": ["blog"]}
        }
        %s
      }
      """;

  private static Inspector rings() {
    return Inspector.builder()
        .only("circular-sourcing", "circular-reasoning", "unmatched-acceptance")
        .build();
  }

  private static ClaimTrace trace(String more) {
    return ClaimTrace.read(RINGS.formatted(more), "rings.json");
  }

  private static Inspection inspected(String more) {
    return trace(more).inspect(rings());
  }

  @Nested
  class Findings {
    @Test
    void comeInTheOrderOfTheDocument() {
      assertThat(inspected("").findings())
          .extracting(Finding::toString)
          .containsExactly(
              "error circular-reasoning at [claim 'honest', claim 'true']",
              "error circular-sourcing at [source 'blog', source 'paper']");
    }

    @Test
    void haveThePlaceOfTheirFirstElementIfTheGraphWasReadFromADocument() {
      assertThat(inspected("").findings())
          .extracting(finding -> finding.place().orElseThrow().toString())
          .containsExactly("rings.json:4:5 (/claims/honest)", "rings.json:9:5 (/sources/blog)");
      assertThat(rings().inspect(trace("").evaluation()).findings())
          .allMatch(finding -> finding.place().isEmpty());
    }

    @Test
    void haveAFingerprintOfTheirCodeAndElementsAlone() {
      Finding finding = inspected("").findings("circular-sourcing").get(0);
      assertThat(finding.fingerprint())
          .isEqualTo(Hashing.sha256()
              .hashString("circular-sourcing\nsource blog\nsource paper", StandardCharsets.UTF_8)
              .toString());
      Inspection moved = ClaimTrace.read(
              RINGS.formatted("").replace("A blog", "A weblog").replace("\n", " "), "m")
          .inspect(rings());
      assertThat(moved.findings())
          .extracting(Finding::fingerprint)
          .isEqualTo(inspected("").findings().stream().map(Finding::fingerprint).toList());
    }

    @Test
    void areTheSameAgain() {
      assertThat(inspected("")).isEqualTo(inspected("")).hasSameHashCodeAs(inspected(""));
    }

    @Test
    void readAsText() {
      assertThat(inspected("").toText("en")).isEqualTo("""
              What the inspection of “Rings” noticed

              2 errors
                • These claims are the reasons for each other, in a circle, and nothing else
                │ speaks for them in the end: “He is honest” → “It is true” → “He is honest”.
                │ [circular-reasoning]
                └─ Add evidence for one of these claims, or take away the step that leads
                   back.
                • These sources have it from each other, in a ring: “A blog” → “A paper” → “A
                │ blog”. No source outside stands behind them, so nothing that they only pass
                │ on counts. [circular-sourcing]
                └─ Find out which of them had it first, and from whom, and take that one's
                   “derivedFrom” away or name its true origin.
              """);
    }
  }

  @Nested
  class Acceptances {
    private static final String ACCEPTED =
        ", \"accepted\": [{\"finding\": \"circular-sourcing\", \"at\": \"%s\", \"because\": \"That is the point.\"}]";

    @Test
    void takeAFindingOutWithItsReason() {
      Inspection inspection = inspected(ACCEPTED.formatted("paper"));
      assertThat(inspection.findings())
          .extracting(Finding::code)
          .containsExactly("circular-reasoning");
      assertThat(inspection.accepted())
          .extracting(Finding::code)
          .containsExactly("circular-sourcing");
      assertThat(inspection.accepted().get(0).acceptance().orElseThrow().because())
          .isEqualTo(Text.of("en", "That is the point."));
    }

    @Test
    void thatMatchNothingAreFindingsWithAPlace() {
      Inspection inspection = inspected(ACCEPTED.formatted("resigned"));
      assertThat(inspection.findings("unmatched-acceptance"))
          .extracting(
              finding -> finding.message("en"),
              finding -> finding.place().orElseThrow().toString())
          .containsExactly(tuple(
              "The graph accepts “circular-sourcing” at “resigned”, but the inspection does not find that there.",
              "rings.json:6:5 (/claims/resigned)"));
    }

    /** Two that match nothing are two findings, which are told apart although they are about the same. */
    @Test
    void ofTheWholeGraphThatMatchNothingHaveTheirOwnPlaceAndFingerprint() {
      Inspection inspection =
          inspected(", \"accepted\": [{\"finding\": \"circular-sourcing\", \"because\": \"So.\"},"
              + " {\"finding\": \"circular-reasoning\", \"because\": \"So.\"}]");
      assertThat(inspection.findings("unmatched-acceptance"))
          .extracting(
              finding -> finding.message("en"),
              finding -> finding.place().orElseThrow().toString())
          .containsExactly(
              tuple(
                  "The graph accepts “circular-sourcing” of the graph as a whole, but the inspection does not find that.",
                  "rings.json:12:18 (/accepted/0)"),
              tuple(
                  "The graph accepts “circular-reasoning” of the graph as a whole, but the inspection does not find that.",
                  "rings.json:12:70 (/accepted/1)"));
      assertThat(inspection.findings("unmatched-acceptance"))
          .extracting(Finding::fingerprint)
          .doesNotHaveDuplicates();
    }

    @Test
    void ofRulesThatAreSwitchedOffAreLeftAlone() {
      Inspector less = Inspector.builder().without("circular-sourcing").build();
      assertThat(trace(ACCEPTED.formatted("paper")).inspect(less).findings("unmatched-acceptance"))
          .isEmpty();
    }
  }

  @Nested
  class Rules {
    @Test
    void canBeSwitchedOffAndRaisedAndLowered() {
      Inspector inspector = rings().toBuilder()
          .without("circular-sourcing")
          .severity("circular-reasoning", Severity.NOTE)
          .build();
      Inspection inspection = trace("").inspect(inspector);
      assertThat(inspection.findings())
          .extracting(Finding::toString)
          .containsExactly("note circular-reasoning at [claim 'honest', claim 'true']");
      assertThat(inspection.findings(Severity.ERROR)).isEmpty();
      assertThat(inspection.findings(Severity.NOTE)).hasSize(1);
    }

    @Test
    void thatNobodyHasAreRefusedWithASuggestion() {
      assertThatExceptionOfType(UnknownIdException.class)
          .isThrownBy(() -> Inspector.builder().without("circular-sorcing"))
          .withMessage("no rule 'circular-sorcing'. Did you mean 'circular-sourcing'?");
    }

    @Test
    void canBeAdded() {
      Inspector inspector =
          Inspector.builder().only("circular-reasoning").add(new Shouting()).build();
      ClaimDocument document = ClaimJson.readDocument(
          "{\"id\": \"g\", \"title\": \"G\", \"claims\": {\"a\": \"It is so\", \"b\": \"IT IS SO\"}}",
          "g.json");
      Inspection inspection =
          inspector.inspect(Evaluator.usual().evaluate(document.graph()), document);
      assertThat(inspection.findings()).hasSize(1);
      Finding finding = inspection.findings().get(0);
      assertThat(finding.message("zh")).isEqualTo("“IT IS SO” shouts.");
      assertThat(finding.remedy("en")).isEqualTo("Write it in lower case.");
      assertThat(finding.numbers()).containsExactly(Map.entry("letters", 6.0));
      assertThat(finding.place().orElseThrow()).hasToString("g.json:1:55 (/claims/b)");
      assertThat(inspector.rules())
          .extracting(InspectionRule::code)
          .containsExactly("circular-reasoning", "shouting");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> inspector.toBuilder().add(new Shouting()))
          .withMessage("there is a rule with the code 'shouting'");
    }

    /** A rule of a newsroom's own. */
    private static final class Shouting implements InspectionRule {
      @Override
      public String code() {
        return "shouting";
      }

      @Override
      public Severity severity() {
        return Severity.NOTE;
      }

      @Override
      public Text description() {
        return Text.of("en", "Claims in capitals.");
      }

      @Override
      public Text reason() {
        return Text.of("en", "They are hard to read.");
      }

      @Override
      public Stream<Finding> findings(Evaluation evaluation) {
        return evaluation.graph().claims().stream()
            .filter(Shouting::shouts)
            .map(claim -> Finding.builder(this)
                .elements(Element.claim(claim.id()))
                .message(Text.of("en", "“" + claim.text().in("en").words() + "” shouts."))
                .remedy(Text.of("en", "Write it in lower case."))
                .number("letters", letters(claim))
                .build());
      }

      private static double letters(Claim claim) {
        return (double)
            claim.text().in("en").words().chars().filter(Character::isLetter).count();
      }

      private static boolean shouts(Claim claim) {
        return claim.text().in("en").words().chars().noneMatch(Character::isLowerCase);
      }
    }

    @Test
    void haveToSayWhatTheyFoundAndWhatToDo() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Finding.builder(new Shouting()).build())
          .withMessage("a finding needs a message and a remedy");
    }
  }
}
