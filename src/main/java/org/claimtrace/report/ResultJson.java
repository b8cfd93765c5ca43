package org.claimtrace.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.claimtrace.change.Changes;
import org.claimtrace.change.History;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.Judgement;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.model.Text;
import org.claimtrace.sensitivity.Sensitivity;
import org.claimtrace.sensitivity.SourceInfluence;

/**
 * Writes results as JSON, for programs that go on from there: the door to every format of this kind, one method each.
 *
 * <p>The same result is always written to the same bytes. Each word is in lower case; lines end with a line feed, the last one too.
 * A writer is flushed and left open.
 */
public final class ResultJson {

  /**
   * How many relays and origins of a line are written, and how many sources that stand in its way: a source may name any number,
   * and each of its lines reads them all.
   */
  public static final int MOST_SOURCES = 20;

  /** A loop of more elements than this is written once; shorter ones are written wherever they are. */
  public static final int LONG_LOOP = 8;

  private ResultJson() {}

  /** Writes an evaluation as text. */
  public static String write(Evaluation evaluation) {
    return JsonDocument.text(writer -> write(evaluation, writer));
  }

  /**
   * Writes an evaluation as JSON:
   *
   * <pre>{@code
   * {
   *   "graph": "moon-landing",
   *   "method": "certain",
   *   "worlds": 1,
   *   "standard": "preponderance",
   *   "claims": {
   *     "faked": {"verdict": "refuted", "supported": 0, "refuted": 1, "conflicting": 0, "unverified": 0, "qualified": 0}
   *   }
   * }
   * }</pre>
   *
   * <p>Claims stand in document order, one a line. {@code worlds} says how many worlds were looked at, and is absent where the
   * evaluation is exact. Verdicts are the words of the claim file; the numbers are those of a {@link
   * org.claimtrace.evaluation.Belief}, each the shortest that reads back as the same double.
   *
   * <p>A claim whose verdict is {@linkplain Evaluation#close close} has {@code "close": true} after its numbers; no other has the
   * member. Where the evaluation is sampled, each claim ends with the interval of each number, from and to, in which it lies with
   * 95 % confidence:
   *
   * <pre>{@code
   * "intervals": {"supported": [0.49, 0.52], "refuted": [0, 0.001], "conflicting": …, "unverified": …, "qualified": …}
   * }</pre>
   *
   * <p>Time is linear in the number of claims.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(Evaluation evaluation, Writer writer) throws IOException {
    EvaluationJson.write(evaluation, writer);
  }

  /** Writes an explanation as text. */
  public static String write(Explanation explanation) {
    return JsonDocument.text(writer -> ExplanationJson.write(explanation, writer));
  }

  /**
   * Writes explanations as JSON: the records of {@link Explanation}, member by member, each word in lower case.
   *
   * <pre>{@code
   * {
   *   "graph": "moon-landing",
   *   "method": "certain",
   *   "standard": "preponderance",
   *   "explanations": [
   *     {
   *       "claim": "faked",
   *       "accounts": [
   *         {
   *           "claim": "faked",
   *           "verdict": "refuted",
   *           "supported": 0, "refuted": 1, "conflicting": 0, "unverified": 0, "qualified": 0,
   *           "diagnosis": "false-premise",
   *           "supporting": [
   *             {
   *               "kind": "inference", "id": "flag-waves-so-faked", "holds": false, "fires": 0, "undecided": 0,
   *               "diagnosis": "false-premise",
   *               "readings": [{"role": "premise", "kind": "claim", "id": "flag-waves", "met": 0, "undecided": 0, "verdict": "refuted"}],
   *               "obstacles": [{"kind": "premise-refuted", "by": [{"role": "premise", "kind": "claim", "id": "flag-waves"}]}]
   *             }
   *           ],
   *           "refuting": [], "qualifying": [],
   *           "reviews": [{"id": "faked/reviews/checker", "reviewer": "checker", "published": "refuted", "derived": "refuted"}]
   *         }
   *       ]
   *     }
   *   ]
   * }
   * }</pre>
   *
   * <p>Where numbers count there is more: {@code worlds} after the method, of a sampled evaluation, and {@code intervals} of an
   * account, as in {@link #write(Evaluation, Writer)}; of an account whose verdict is close {@code "close": true} and {@code
   * closeCalls}, each {@code {"quantity": "for", "value": 0.5, "from": 0.5, "to": 0.5, "threshold": 0.5, "otherwise": "supported"}};
   * and {@code cost} of an obstacle that costs less than 1.
   *
   * <p>Other members that may be missing: {@code supposed} and {@code shortfall} of an account, {@code verdict} of a reading that is no
   * claim, {@code loop} of an obstacle that is none, {@code derived} of a review that counts itself. A line of kind {@code claim} is
   * a claim that contradicts. The first account is that of the claim explained; of several explanations each leaves out the accounts
   * of further claims that one before it has.
   *
   * <p>What many lines share is not written with each of them. Of the relays and origins of a line, and of the sources that stand in
   * its way, the first {@value #MOST_SOURCES} are written, and how many more there are as {@code moreReadings} of the line and
   * {@code more} of the obstacle. A loop of more than {@value #LONG_LOOP} elements is written once; a later obstacle has in its place
   * {@code "loopOf": {"kind": "inference", "id": "flag-waves-so-faked"}}, the line at which it is.
   *
   * @throws IOException if the writer throws it
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static void write(Explanations explanations, Writer writer) throws IOException {
    ExplanationJson.write(explanations, writer);
  }

  /** Writes chains as text. */
  public static String write(Chains.Best chains) {
    return JsonDocument.text(writer -> write(chains, writer));
  }

  /**
   * Writes chains as JSON: the records of {@link org.claimtrace.explanation.Chain}, member by member, each word in lower case.
   *
   * <pre>{@code
   * {
   *   "graph": "moon-landing",
   *   "method": "certain",
   *   "standard": "preponderance",
   *   "claim": "faked",
   *   "verdict": "refuted",
   *   "by": "a-film",
   *   "chains": [
   *     {
   *       "stance": "supports",
   *       "chance": 0,
   *       "holds": false,
   *       "end": "source",
   *       "steps": [
   *         {"kind": "inference", "id": "flag-waves-so-faked", "claim": "faked", "by": "a-film", "next": "flag-waves",
   *          "chance": 0, "carried": 0, "link": 0},
   *         {"kind": "evidence", "id": "flag-waves/evidence/a-film", "claim": "flag-waves", "chance": 1, "carried": 1, "link": 1},
   *         {"kind": "source", "id": "a-film", "chance": 1, "carried": 1, "link": 1}
   *       ],
   *       "weakest": 0,
   *       "break": {"step": 0, "obstacles": [
   *         {"kind": "premise-refuted", "by": [{"role": "premise", "kind": "claim", "id": "flag-waves"}]}]}
   *     }
   *   ],
   *   "complete": true,
   *   "inOrder": true
   * }
   * }</pre>
   *
   * <p>Where there are more chains, {@code complete} is false, and {@code leftOut} after it tells why they were not looked for: {@code
   * number} where as many were found as were asked for, {@code steps} or {@code work} where they would have taken too much of it.
   * Where chances were counted in sampled worlds though the evaluation is exact, {@code "chances": "sampled"} stands before the
   * chains.
   *
   * <p>Members that may be missing: {@code by} where the chains of nobody in particular were asked for, and of a step whose asserter
   * is not known; {@code claim} of a source; {@code next} of a step that is not followed by a claim,
   * {@code negated} of one that is not followed by a claim to be rejected; {@code weakest} of a chain whose
   * links are all sure; {@code break} of one that holds; {@code cost} of an obstacle that costs 1, and {@code loop} of one that is none.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(Chains.Best chains, Writer writer) throws IOException {
    ChainJson.write(chains, writer);
  }

  /** Writes a contrast as text. */
  public static String write(Contrast contrast) {
    return JsonDocument.text(writer -> write(contrast, writer));
  }

  /**
   * Writes why a claim has its verdict and not another as JSON, each word in lower case:
   *
   * <pre>{@code
   * {
   *   "evaluation": {"graph": "bridge", "method": "certain", "standard": "preponderance", "reviews": "evidence-first"},
   *   "claim": "closed",
   *   "verdict": "supported",
   *   "other": "refuted",
   *   "conditions": [{"quantity": "against", "value": 0, "above": true, "bound": 0.5, "met": false}],
   *   "in-the-way": [{"kind": "evidence", "id": "closed/evidence/county", "fires": 1, "obstacles": []}],
   *   "falling-short": [{"kind": "evidence", "id": "closed/evidence/paper", "fires": 0, "obstacles": ["source-retracted"]}]
   * }
   * }</pre>
   *
   * <p>Where {@code above} is false the value must be at most the bound. {@link #write(Explanations, Writer)} tells obstacles with
   * all they name.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(Contrast contrast, Writer writer) throws IOException {
    ContrastJson.write(contrast, writer);
  }

  /** Writes how firmly a verdict stands as text. */
  public static String write(Sensitivity sensitivity) {
    return JsonDocument.text(writer -> write(sensitivity, writer));
  }

  /**
   * Writes how firmly a verdict stands as JSON, each word in lower case:
   *
   * <pre>{@code
   * {
   *   "evaluation": {"graph": "bridge", "method": "exact", "standard": "preponderance", "reviews": "evidence-first"},
   *   "claim": "closed",
   *   "verdict": "supported",
   *   "grounds": {
   *     "sources": ["survey"],
   *     "toppling": [{"sources": ["survey"], "verdict": "unverified"}],
   *     "sufficient": [["survey"]],
   *     "tried-up-to": 1,
   *     "complete": true,
   *     "has-all-sufficient": true
   *   },
   *   "pivots": {
   *     "label": "supported",
   *     "elements": [{"kind": "source", "id": "survey", "grade": 0.8, "yes": 1, "no": 0, "low": 1, "high": 1}]
   *   },
   *   "flips": {
   *     "changes": [
   *       {"elements": [{"kind": "source", "id": "survey", "grade": 0.8, "from": 0, "to": 0.5}], "verdict": "unverified"}
   *     ],
   *     "standings": [
   *       {"kind": "source", "id": "survey", "grade": 0.8, "ranges": [
   *         {"from": 0, "to": 0.5, "verdict": "unverified"}, {"from": 0.5, "to": 1, "verdict": "supported"}]}
   *     ],
   *     "paired-pivots": 0,
   *     "complete": true
   *   }
   * }
   * }</pre>
   *
   * <p>Where a search was ended, {@code grounds} has a {@code cap}, which is {@code size}, {@code trials}, {@code sets} or {@code work},
   * how many sets were {@code tried}, and in place of {@code sufficient} what is {@code holding} against the fall of up to {@code
   * tried-up-to} sources; {@code pivots} and {@code flips} have how many elements are {@code untried}, and {@code flips} how many
   * changes {@code further} were found. Where one verdict was sought, {@code flips} has a {@code wanted}. {@code low} and {@code high}
   * are the interval of the difference.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(Sensitivity sensitivity, Writer writer) throws IOException {
    SensitivityJson.write(sensitivity, writer);
  }

  /** Writes what rests on sources as text. */
  public static String write(SourceInfluence influence) {
    return JsonDocument.text(writer -> write(influence, writer));
  }

  /**
   * Writes what rests on sources as JSON, those that hold up most verdicts first:
   *
   * <pre>{@code
   * {
   *   "evaluation": {"graph": "bridge", "method": "certain", "standard": "preponderance", "reviews": "evidence-first"},
   *   "sources": [
   *     {"id": "survey", "verdicts": 1, "falls": [{"claim": "closed", "before": "supported", "after": "unverified"}]}
   *   ]
   * }
   * }</pre>
   *
   * <p>Where a source holds up more verdicts than are to be named, {@code falls} has fewer than {@code verdicts} says. Where not every
   * source was tried, {@code untried} has the ids of the others.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(SourceInfluence influence, Writer writer) throws IOException {
    SourceInfluenceJson.write(influence, writer);
  }

  /** Writes changes as text. */
  public static String write(Changes changes) {
    return JsonDocument.text(writer -> write(changes, writer));
  }

  /**
   * Writes what changed between two evaluations as JSON, each word in lower case:
   *
   * <pre>{@code
   * {
   *   "before": {"graph": "bridge", "method": "certain", "standard": "preponderance", "reviews": "evidence-first", "as-of": "2025"},
   *   "after": {"graph": "bridge", "method": "certain", "standard": "preponderance", "reviews": "evidence-first"},
   *   "changed": [
   *     {
   *       "claim": "closed",
   *       "before": {"verdict": "unverified", "supported": 0, "refuted": 0, "conflicting": 0, "unverified": 1, "qualified": 0},
   *       "after": {"verdict": "supported", "supported": 1, "refuted": 0, "conflicting": 0, "unverified": 0, "qualified": 0},
   *       "differences": [{"what": "began", "kind": "evidence", "id": "closed/evidence/county", "claim": "closed",
   *         "before": [], "after": ["2026-02"]}],
   *       "causes": [{"differences": [0], "minimal": true}],
   *       "necessary": [0],
   *       "through": [],
   *       "tried-up-to": 1,
   *       "complete": true
   *     }
   *   ],
   *   "shifted": [], "added": [], "removed": [], "reworded": []
   * }
   * }</pre>
   *
   * <p>Causes and what is necessary name differences by their place in {@code differences}, from 0. {@code kind} and {@code id} of a
   * difference are missing for an option of the evaluation, {@code claim} where it is no line, {@code as-of} where everything counts.
   *
   * <p>Where {@code complete} is false there may be other causes, or none was found; {@code cap} then says why: {@code trials}, {@code
   * work} or {@code listed}, as {@link org.claimtrace.change.VerdictChange.SearchLimit} explains. {@code unlisted} is there where {@code
   * differences} lists only those that causes name, and says how many more can bear on the claim.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(Changes changes, Writer writer) throws IOException {
    ChangesJson.write(changes, writer);
  }

  /** Writes a history as text. */
  public static String write(History history) {
    return JsonDocument.text(writer -> write(history, writer));
  }

  /**
   * Writes the history of a verdict as JSON, each word in lower case:
   *
   * <pre>{@code
   * {
   *   "evaluation": {"graph": "bridge", "method": "certain", "standard": "preponderance", "reviews": "evidence-first"},
   *   "claim": "closed",
   *   "moments": [
   *     {"is": {"verdict": "unverified", "supported": 0, "refuted": 0, "conflicting": 0, "unverified": 1, "qualified": 0},
   *      "begins": [], "retracted": []},
   *     {"from": "2026-02", "is": {"verdict": "supported", …},
   *      "begins": [{"kind": "evidence", "id": "closed/evidence/county"}], "retracted": [], "change": {…}}
   *   ]
   * }
   * }</pre>
   *
   * <p>The first moment has no {@code from}: it is how things stood before all dates. {@code change} is there where the verdict
   * differs from that of the moment before, as {@link #write(Changes, Writer)} writes it. {@code left-out} is
   * there where later dates were not looked at, and has these dates.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(History history, Writer writer) throws IOException {
    HistoryJson.write(history, writer);
  }

  /**
   * Writes what came of checking published verdicts as JSON:
   *
   * <pre>{@code
   * {
   *   "files": [
   *     {
   *       "file": "claims/moon.json",
   *       "graph": "moon-landing",
   *       "reviews": [
   *         {"claim": "faked", "id": "faked/reviews/checker", "reviewer": "checker",
   *          "published": "refuted", "derived": "refuted", "disagrees": false}
   *       ]
   *     }
   *   ]
   * }
   * }</pre>
   *
   * <p>{@code derived} is missing where there is nothing to check against, and where {@code "leftOut": true} says that deriving it
   * would have taken too much work. Files without reviews are told too.
   *
   * @throws IOException if the writer throws it
   */
  public static void writeChecks(List<CheckedFile> files, Writer writer) throws IOException {
    CheckJson.write(files, writer);
  }

  /**
   * Writes what claims were found in files as JSON:
   *
   * <pre>{@code
   * {
   *   "query": "claims that are refuted",
   *   "files": [
   *     {
   *       "file": "claims/moon.json",
   *       "graph": "moon-landing",
   *       "claims": [
   *         {"claim": "faked", "verdict": "refuted", "supported": 0, "refuted": 1, "conflicting": 0, "unverified": 0, "qualified": 0,
   *          "text": {"en": "The landing was staged"}}
   *       ]
   *     }
   *   ]
   * }
   * }</pre>
   *
   * <p>Files in which nothing was found are told too; claims stand in document order.
   *
   * @param query what was looked for, in words
   * @throws IOException if the writer throws it
   */
  public static void writeFound(String query, List<SearchedFile> files, Writer writer)
      throws IOException {
    QueryJson.write(query, files, writer);
  }

  /**
   * What came of one file.
   *
   * @param file its name
   * @param graph the id of its graph
   * @param comparisons its published verdicts beside the derived ones
   * @param leftOut the ids of the claims whose published verdicts were not compared
   */
  public record CheckedFile(
      String file,
      String graph,
      ImmutableList<Comparison> comparisons,
      ImmutableSet<String> leftOut) {}

  /**
   * What was found in one file.
   *
   * @param file its name
   * @param graph the id of its graph
   * @param claims the claims
   */
  public record SearchedFile(String file, String graph, ImmutableList<Found> claims) {}

  /**
   * A claim that was found.
   *
   * @param judgement what the evaluation says of it
   * @param text its text
   */
  public record Found(Judgement judgement, Text text) {}
}
