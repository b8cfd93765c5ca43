package org.claimtrace.report;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.io.Writer;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.claimtrace.change.Changes;
import org.claimtrace.change.Consequences;
import org.claimtrace.change.History;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.Judgement;
import org.claimtrace.explanation.Chains;
import org.claimtrace.explanation.Contrast;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.explanation.Outline;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.inspection.Finding;
import org.claimtrace.inspection.Inspection;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Text;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.FoundProblems;
import org.claimtrace.problem.Problem;
import org.claimtrace.query.FoundClaim;
import org.claimtrace.result.Result;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.sensitivity.Sensitivity;
import org.claimtrace.sensitivity.SourceInfluence;

/**
 * Writes every result as JSON for other programs. The {@linkplain #schema() schema} says which members each has, and what they
 * mean.
 *
 * <p>Every document begins with {@code format}, the version of this format, and {@code result}, the kind of the result. If it is
 * about one evaluation, there follow the id of the {@code graph}, the {@code method}, the number of {@code worlds} unless it is
 * exact, the {@code seed} if it is sampled, the {@code standard} and the policy for {@code reviews}. What is not as usual comes
 * after these: {@code asOf}, {@code byLogic}, {@code ignoresDerivation}, {@code suppositions}, the {@code changes} that a scenario
 * made to grades (a struck line has grade 0), the {@code liftedRetractions} of sources to which it gave a grade, and the claims
 * that were taken {@code withoutReviews}. For example:
 *
 * <pre>{@code
 * {
 *   "format": 1,
 *   "result": "evaluation",
 *   "graph": "moon-landing",
 *   "method": "certain",
 *   "worlds": 1,
 *   "standard": "preponderance",
 *   "reviews": "evidence-first",
 *   "claims": {
 *     "faked": {"verdict": "refuted", "supported": 0, "refuted": 1, "conflicting": 0, "unverified": 0, "qualified": 0}
 *   }
 * }
 * }</pre>
 *
 * <p>Members are named in camel case, words are in lower case with hyphens. A computed number has the fewest decimal places that
 * lie within 1e-12 of it, and the verdict that follows from it stays the same; a grade is written as it was entered. Every
 * interval is an object with {@code low} and {@code high}.
 *
 * <p>If a language is given, the texts of claims and the titles of sources are added. In an evaluation and in a list of found
 * claims each claim has its {@code text}; every other document ends with {@code texts} and {@code titles}, by the ids of all claims
 * and sources that it names. Each is an object with one member, whose name is the tag of the language that it has.
 *
 * <p>The same result is always written to the same bytes. Every line, also the last, ends with a line feed. Methods with a writer
 * flush it and leave it open.
 *
 * <p>Stable.
 */
public final class ResultJson {

  /**
   * The most relays and origins of a line, and the most sources of an obstacle, that are written: a source may name any number,
   * and each of its lines reads them all. The others are counted by {@code moreReadingsCount} and {@code moreCount}.
   */
  public static final int MOST_SOURCES = 20;

  /** The most elements of a loop that is written at every obstacle; a longer one is written only once. */
  public static final int LONG_LOOP = 8;

  private ResultJson() {}

  /** Returns the address of the JSON Schema (2020-12) of all results, a resource of this library. */
  public static URL schema() {
    return Objects.requireNonNull(ResultJson.class.getResource("results-1.schema.json"));
  }

  /**
   * Returns a result as JSON.
   *
   * @throws CancellationException if the thread is interrupted
   */
  public static String write(Result result) {
    return write(result, "");
  }

  /**
   * Returns a result as JSON, with the texts of claims and the titles of sources in a language.
   *
   * @param language a BCP 47 tag, or nothing for no texts and titles
   * @throws CancellationException if the thread is interrupted
   */
  public static String write(Result result, String language) {
    requireNonNull(result, "result");
    requireNonNull(language, "language");
    return JsonDocument.text(writer -> write(result, language, writer));
  }

  /**
   * Writes a result as JSON. Takes time linear in the size of the document.
   *
   * @throws IOException if the writer throws it
   * @throws CancellationException if the thread is interrupted
   */
  public static void write(Result result, Writer writer) throws IOException {
    requireNonNull(result, "result");
    requireNonNull(writer, "writer");
    write(result, "", writer);
  }

  /**
   * Writes a result as JSON, with the texts of claims and the titles of sources in a language.
   *
   * @param language a BCP 47 tag, or nothing for no texts and titles
   * @throws IOException if the writer throws it
   * @throws CancellationException if the thread is interrupted
   */
  public static void write(Result result, String language, Writer writer) throws IOException {
    requireNonNull(result, "result");
    requireNonNull(language, "language");
    requireNonNull(writer, "writer");
    if (result instanceof Evaluation evaluation) {
      EvaluationJson.write(evaluation, language, writer);
    } else if (result instanceof Explanation explanation) {
      ExplanationJson.write(explanation, language, writer);
    } else if (result instanceof Explanations explanations) {
      ExplanationJson.write(explanations, language, writer);
    } else if (result instanceof Chains.Best chains) {
      ChainJson.write(chains, language, writer);
    } else if (result instanceof Contrast contrast) {
      ContrastJson.write(contrast, language, writer);
    } else if (result instanceof Sensitivity sensitivity) {
      SensitivityJson.write(sensitivity, language, writer);
    } else if (result instanceof SourceInfluence influence) {
      SourceInfluenceJson.write(influence, language, writer);
    } else if (result instanceof Changes changes) {
      ChangesJson.write(changes, language, writer);
    } else if (result instanceof Consequences consequences) {
      ConsequencesJson.write(consequences, language, writer);
    } else if (result instanceof History history) {
      HistoryJson.write(history, language, writer);
    } else {
      writeOfFiles(result, language, writer);
    }
  }

  /** Writes a result about files or problems. */
  private static void writeOfFiles(Result result, String language, Writer writer)
      throws IOException {
    if (result instanceof Outline outline) {
      OutlineJson.write(outline, writer);
    } else if (result instanceof FoundClaim claim) {
      QueryJson.write(claim, language, writer);
    } else if (result instanceof Inspection inspection) {
      InspectionJson.write(inspection, language, writer);
    } else if (result instanceof ReviewCheck check) {
      CheckJson.write(check, language, writer);
    } else if (result instanceof FoundProblems found) {
      ProblemsJson.write(found.problems(), found.count(), writer);
    } else if (result instanceof ClaimGraphException exception) {
      ProblemsJson.write(exception.problems(), exception.count(), writer);
    } else if (result instanceof ValidatedFiles files) {
      ProblemsJson.write(files, writer);
    } else if (result instanceof ListedLines lines) {
      LinesJson.write(lines, writer);
    } else if (result instanceof CheckedFiles files) {
      CheckJson.write(files, writer);
    } else {
      checkArgument(
          result instanceof SearchedFiles,
          "%s is not one of the results that this library returns",
          result.getClass());
      QueryJson.write((SearchedFiles) result, language, writer);
    }
  }

  /**
   * The lines of some claims of a graph: what bears on them and is written under them.
   *
   * @param graph the graph
   * @param claimIds the ids of the claims
   */
  public record ListedLines(ClaimGraph graph, ImmutableList<String> claimIds) implements Result {
    public ListedLines {
      requireNonNull(graph, "graph");
      requireNonNull(claimIds, "claimIds");
    }
  }

  /**
   * The problems of some files.
   *
   * @param files the files, each with its problems
   * @param unreadable sentences about folders and files that could not be looked into
   */
  public record ValidatedFiles(ImmutableList<ValidatedFile> files, ImmutableList<String> unreadable)
      implements Result {
    public ValidatedFiles {
      requireNonNull(files, "files");
      requireNonNull(unreadable, "unreadable");
    }
  }

  /**
   * The problems of one file.
   *
   * @param file the name of the file
   * @param problems the problems, in the order of the document
   * @param count the number of problems in all, which may be more than are listed; 0 for a valid file
   * @param fixed the problems that the file had and that are cured
   */
  public record ValidatedFile(
      String file, ImmutableList<Problem> problems, long count, ImmutableList<Problem> fixed) {
    public ValidatedFile {
      requireNonNull(file, "file");
      requireNonNull(problems, "problems");
      requireNonNull(fixed, "fixed");
    }

    /** Creates the problems of a file that is as it was. */
    public ValidatedFile(String file, ImmutableList<Problem> problems, long count) {
      this(file, problems, count, ImmutableList.of());
    }
  }

  /**
   * The results of checking the published verdicts of some files, and of inspecting them.
   *
   * @param files the files; those without reviews too
   */
  public record CheckedFiles(ImmutableList<CheckedFile> files) implements Result {
    public CheckedFiles {
      requireNonNull(files, "files");
    }
  }

  /** The result of checking one file; it keeps no evaluation. */
  public static final class CheckedFile implements WithoutJson {

    private final String file;
    private final EvaluationHead head;
    private final ImmutableList<Comparison> comparisons;
    private final ImmutableSet<String> leftOut;
    private final boolean isInspected;
    private final ImmutableList<Finding> findings;
    private final ImmutableList<Finding> accepted;

    private CheckedFile(String file, ReviewCheck check, Optional<Inspection> inspection) {
      this.file = file;
      this.isInspected = inspection.isPresent();
      this.findings = inspection.map(Inspection::findings).orElse(ImmutableList.of());
      this.accepted = inspection.map(Inspection::accepted).orElse(ImmutableList.of());
      // Until it is asked for, the message of a finding keeps the evaluation.
      Iterables.concat(findings, accepted).forEach(finding -> {
        Text unused = finding.message();
      });
      this.head = EvaluationHead.of(check.evaluation());
      this.comparisons = check.comparisons();
      this.leftOut = check.leftOut();
    }

    /**
     * Returns the result of checking a file without an inspection.
     *
     * @param file the name of the file
     */
    public static CheckedFile of(String file, ReviewCheck check) {
      requireNonNull(file, "file");
      requireNonNull(check, "check");
      return new CheckedFile(file, check, Optional.empty());
    }

    /**
     * Returns the result of checking and inspecting a file.
     *
     * @param file the name of the file
     */
    public static CheckedFile of(String file, ReviewCheck check, Inspection inspection) {
      requireNonNull(file, "file");
      requireNonNull(check, "check");
      requireNonNull(inspection, "inspection");
      return new CheckedFile(file, check, Optional.of(inspection));
    }

    /** Returns the name of the file. */
    public String file() {
      return file;
    }

    /**
     * Returns the findings that are shown beside the lines of the file: those that are not accepted, then those about published
     * verdicts that do not follow and are accepted, since a check fails on them all the same.
     */
    public ImmutableList<Finding> shown() {
      return Stream.concat(
              findings.stream(),
              accepted.stream().filter(each -> each.code().equals("review-does-not-follow")))
          .collect(ImmutableList.toImmutableList());
    }

    /** Returns the comparisons of its published verdicts with the derived ones. */
    public ImmutableList<Comparison> comparisons() {
      return comparisons;
    }

    /** Returns the ids of the claims whose published verdicts were not compared. */
    public ImmutableSet<String> leftOut() {
      return leftOut;
    }

    /** Returns the findings that its authors have not accepted; empty if it was not inspected. */
    public ImmutableList<Finding> findings() {
      return findings;
    }

    /** Returns the findings that its authors have accepted; empty if it was not inspected. */
    public ImmutableList<Finding> accepted() {
      return accepted;
    }

    boolean isInspected() {
      return isInspected;
    }

    EvaluationHead head() {
      return head;
    }

    /** Returns a short description for logs, in no stable format. */
    @Override
    public String toString() {
      return file + ": " + comparisons.size() + " published verdicts";
    }
  }

  /**
   * The claims found in some files.
   *
   * @param query a description of the condition
   * @param files the files; those in which nothing was found too
   */
  public record SearchedFiles(String query, ImmutableList<SearchedFile> files) implements Result {
    public SearchedFiles {
      requireNonNull(query, "query");
      requireNonNull(files, "files");
    }
  }

  /** The claims found in one file; it keeps no evaluation. */
  public static final class SearchedFile implements WithoutJson {

    private final String file;
    private final String language;
    private final EvaluationHead head;
    private final ImmutableList<Found> claims;

    private SearchedFile(String file, Evaluation evaluation, List<Found> claims) {
      this.file = file;
      this.language = evaluation.graph().language();
      this.head = EvaluationHead.of(evaluation);
      this.claims = ImmutableList.copyOf(claims);
    }

    /**
     * Returns what was found in a file.
     *
     * @param file the name of the file
     * @param claims the claims, in document order
     */
    public static SearchedFile of(String file, Evaluation evaluation, List<Found> claims) {
      requireNonNull(file, "file");
      requireNonNull(evaluation, "evaluation");
      requireNonNull(claims, "claims");
      return new SearchedFile(file, evaluation, claims);
    }

    /** Returns the name of the file. */
    public String file() {
      return file;
    }

    /** Returns the claims, in document order. */
    public ImmutableList<Found> claims() {
      return claims;
    }

    String language() {
      return language;
    }

    EvaluationHead head() {
      return head;
    }

    /** Returns a short description for logs, in no stable format. */
    @Override
    public String toString() {
      return file + ": " + claims.size() + " claims found";
    }
  }

  /**
   * A claim that was found.
   *
   * @param judgement the judgement of the evaluation on the claim
   * @param text the text of the claim
   */
  public record Found(Judgement judgement, Text text) {
    public Found {
      requireNonNull(judgement, "judgement");
      requireNonNull(text, "text");
    }
  }
}
