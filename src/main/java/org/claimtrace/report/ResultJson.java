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
 * Writes results as JSON for other programs, with one method for each format.
 *
 * <p>The same result is always written to the same bytes. Words are in lower case; every line, also the last, ends with a line
 * feed. Methods with a writer flush it and leave it open.
 */
public final class ResultJson {

  /**
   * The most relays and origins of a line, and the most sources of an obstacle, that are written: a source may name any number,
   * and each of its lines reads them all.
   */
  public static final int MOST_SOURCES = 20;

  /** The most elements of a loop that is written at every obstacle; a longer one is written only once. */
  public static final int LONG_LOOP = 8;

  private ResultJson() {}

  /** Returns an evaluation as JSON, in the format of {@link #write(Evaluation, Writer)}. */
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
   * <p>Claims are in document order, one per line. {@code worlds} is the number of worlds that were evaluated; it is absent if
   * the evaluation is exact. Verdicts are the words of the claim file; the numbers are those of a {@link
   * org.claimtrace.evaluation.Belief}, each the shortest that is read back as the same double.
   *
   * <p>Only a claim whose verdict is {@linkplain Evaluation#isClose close} has {@code "close": true} after its numbers. If the
   * evaluation is sampled, each claim ends with the bounds of the interval in which each number lies with 95 % confidence:
   *
   * <pre>{@code
   * "intervals": {"supported": [0.49, 0.52], "refuted": [0, 0.001], "conflicting": …, "unverified": …, "qualified": …}
   * }</pre>
   *
   * <p>Takes time linear in the number of claims.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(Evaluation evaluation, Writer writer) throws IOException {
    EvaluationJson.write(evaluation, writer);
  }

  /** Returns an explanation as JSON, in the format of {@link #write(Explanations, Writer)}. */
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
   * <p>If anything is left to chance there are more members: a sampled evaluation has {@code worlds} after the method and
   * {@code intervals} in each account, as in {@link #write(Evaluation, Writer)}; an account whose verdict is close has {@code
   * "close": true} and {@code closeCalls}, each {@code {"quantity": "for", "value": 0.5, "from": 0.5, "to": 0.5, "threshold":
   * 0.5, "otherwise": "supported"}}; and an obstacle that costs less than 1 has {@code cost}.
   *
   * <p>Other members may be absent: {@code supposed} and {@code shortfall} of an account, {@code verdict} of a reading that is
   * not a claim, {@code loop} of an obstacle that is not a loop, {@code derived} of a review that counts itself. A line of kind
   * {@code claim} is a contradicting claim. The first account is that of the explained claim; of several explanations, each
   * leaves out further accounts that an earlier one has.
   *
   * <p>Values that many lines share are shortened. Of the relays and origins of a line, and of the sources of an obstacle, the
   * first {@value #MOST_SOURCES} are written, with the number of the others as {@code moreReadings} of the line and {@code
   * more} of the obstacle. A loop of more than {@value #LONG_LOOP} elements is written once; a later obstacle has in its place
   * {@code "loopOf": {"kind": "inference", "id": "flag-waves-so-faked"}}, the line at which it is written.
   *
   * @throws IOException if the writer throws it
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public static void write(Explanations explanations, Writer writer) throws IOException {
    ExplanationJson.write(explanations, writer);
  }

  /** Returns chains as JSON, in the format of {@link #write(Chains.Best, Writer)}. */
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
   * <p>If there are more chains, {@code complete} is false, and {@code leftOut} after it is the limit that ended the search:
   * {@code number} if as many were found as were asked for, otherwise {@code steps} or {@code work}. If chances were counted in
   * sampled worlds although the evaluation is exact, {@code "chances": "sampled"} precedes the chains.
   *
   * <p>Members may be absent: {@code by} if the chains of all sources were asked for, and of a step whose asserter is not
   * known; {@code claim} of a source; {@code next} of a step that is not followed by a claim, {@code negated} of one that is
   * not followed by a claim to be rejected; {@code weakest} of a chain whose links are all 1; {@code break} of one that holds;
   * {@code cost} of an obstacle that costs 1, and {@code loop} of one that is not a loop.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(Chains.Best chains, Writer writer) throws IOException {
    ChainJson.write(chains, writer);
  }

  /** Returns a contrast as JSON, in the format of {@link #write(Contrast, Writer)}. */
  public static String write(Contrast contrast) {
    return JsonDocument.text(writer -> write(contrast, writer));
  }

  /**
   * Writes as JSON why a claim has its verdict and not another, each word in lower case:
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
   * <p>If {@code above} is false, the value must be at most the bound. Obstacles are only named; {@link #write(Explanations,
   * Writer)} writes them with their readings.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(Contrast contrast, Writer writer) throws IOException {
    ContrastJson.write(contrast, writer);
  }

  /** Returns the sensitivity of a verdict as JSON, in the format of {@link #write(Sensitivity, Writer)}. */
  public static String write(Sensitivity sensitivity) {
    return JsonDocument.text(writer -> write(sensitivity, writer));
  }

  /**
   * Writes the sensitivity of a verdict as JSON, each word in lower case:
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
   * <p>If a limit ended a search, {@code grounds} has the limit as {@code cap}, which is {@code size}, {@code trials}, {@code
   * sets} or {@code work}, the number of sets that were {@code tried}, and in place of {@code sufficient} the sets that are
   * {@code holding} against the fall of up to {@code tried-up-to} sources; {@code pivots} and {@code flips} have the number of
   * {@code untried} elements, and {@code flips} the number of {@code further} changes that were found. If one verdict was
   * sought, {@code flips} has it as {@code wanted}. {@code low} and {@code high} are the bounds of the interval of the
   * difference.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(Sensitivity sensitivity, Writer writer) throws IOException {
    SensitivityJson.write(sensitivity, writer);
  }

  /** Returns the influence of sources as JSON, in the format of {@link #write(SourceInfluence, Writer)}. */
  public static String write(SourceInfluence influence) {
    return JsonDocument.text(writer -> write(influence, writer));
  }

  /**
   * Writes the influence of sources as JSON, by decreasing number of verdicts that change:
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
   * <p>If the limits do not allow all changes of verdicts to be listed, {@code falls} has fewer members than {@code verdicts}.
   * If not every source was tried, {@code untried} has the ids of the others.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(SourceInfluence influence, Writer writer) throws IOException {
    SourceInfluenceJson.write(influence, writer);
  }

  /** Returns changes as JSON, in the format of {@link #write(Changes, Writer)}. */
  public static String write(Changes changes) {
    return JsonDocument.text(writer -> write(changes, writer));
  }

  /**
   * Writes the changes between two evaluations as JSON, each word in lower case:
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
   * <p>{@code causes} and {@code necessary} refer to differences by their index in {@code differences}, from 0. {@code kind}
   * and {@code id} are absent for an option of the evaluation, {@code claim} for a difference that is not one of a line, and
   * {@code as-of} for an evaluation without a date.
   *
   * <p>If {@code complete} is false, there may be other causes, or none was found; {@code cap} is then the limit that was
   * reached: {@code trials}, {@code work} or {@code listed}, see {@link org.claimtrace.change.VerdictChange.SearchLimit}. If
   * {@code differences} lists only those that causes name, {@code unlisted} is the number of others that can bear on the claim.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(Changes changes, Writer writer) throws IOException {
    ChangesJson.write(changes, writer);
  }

  /** Returns a history as JSON, in the format of {@link #write(History, Writer)}. */
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
   * <p>The first moment, before all dates, has no {@code from}. If the verdict differs from that of the moment before, {@code
   * change} is in the format of {@link #write(Changes, Writer)}. If later dates were not evaluated, {@code left-out} has these
   * dates.
   *
   * @throws IOException if the writer throws it
   */
  public static void write(History history, Writer writer) throws IOException {
    HistoryJson.write(history, writer);
  }

  /**
   * Writes the results of checking published verdicts as JSON:
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
   * <p>{@code derived} is absent if no other line bears on the claim, and if {@code "leftOut": true} marks a verdict that would
   * have taken too much work to derive. Files without reviews are included.
   *
   * @throws IOException if the writer throws it
   */
  public static void writeChecks(List<CheckedFile> files, Writer writer) throws IOException {
    CheckJson.write(files, writer);
  }

  /**
   * Writes the claims found in files as JSON:
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
   * <p>Files in which nothing was found are included; claims are in document order.
   *
   * @param query a description of the condition
   * @throws IOException if the writer throws it
   */
  public static void writeFound(String query, List<SearchedFile> files, Writer writer)
      throws IOException {
    QueryJson.write(query, files, writer);
  }

  /**
   * The results of checking one file.
   *
   * @param file the name of the file
   * @param graph the id of its graph
   * @param comparisons the comparisons of its published verdicts with the derived ones
   * @param leftOut the ids of the claims whose published verdicts were not compared
   */
  public record CheckedFile(
      String file,
      String graph,
      ImmutableList<Comparison> comparisons,
      ImmutableSet<String> leftOut) {}

  /**
   * The claims found in one file.
   *
   * @param file the name of the file
   * @param graph the id of its graph
   * @param claims the claims, in document order
   */
  public record SearchedFile(String file, String graph, ImmutableList<Found> claims) {}

  /**
   * A claim that was found.
   *
   * @param judgement the judgement of the evaluation on the claim
   * @param text the text of the claim
   */
  public record Found(Judgement judgement, Text text) {}
}
