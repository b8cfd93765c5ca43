package org.claimtrace.benchmark;

import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimtrace.GraphFamily;

/**
 * Tells how the time of every question and the length of its answer grow with the file, over all families of graphs. Each
 * family is asked in a process of its own, which is given up where a question does not stop: nothing that hangs or runs out of
 * memory holds up the table.
 */
public final class Growth {

  private static final Splitter LIST = Splitter.on(',').omitEmptyStrings();
  private static final Splitter FIELDS = Splitter.on('\t');
  private static final int SHOWN_OF_THE_WORST = 10;
  private static final double ENOUGH_MILLIS = 300;
  private static final int ENOUGH_TIMES = 3;
  /** By how much a file may be longer than asked for: some families have none that is short. */
  private static final double TOO_LONG = 1.3;

  private static final Limited.Result NOT_ASKED =
      new Limited.Result(Limited.End.NOT_ASKED, 0, 0, "");
  private static final Limited.Result NOT_READY =
      new Limited.Result(Limited.End.NOT_READY, 0, 0, "");

  /** One question about one family: a length of file and a result for each size. */
  private record Row(
      GraphFamily family,
      GrowthQuestion question,
      List<Integer> bytes,
      List<Limited.Result> results) {

    /** What the row weighs among the worst: the time at the largest size, or the limit at a smaller one, which is worse. */
    double badness() {
      for (int i = 0; i < results.size(); i++) {
        if (isBad(results.get(i))) {
          return 1e9 * (results.size() - i);
        }
      }
      return results.stream().mapToDouble(Limited.Result::millis).max().orElse(0);
    }

    private static boolean isBad(Limited.Result result) {
      return result.end() != Limited.End.ANSWERED && result.end() != Limited.End.NOT_ASKED;
    }

    long longest() {
      return results.stream().mapToLong(Limited.Result::bytes).max().orElse(0);
    }
  }

  private final Map<String, String> options = new HashMap<>();
  private final List<Integer> sizes;
  private final double limitMillis;
  private final List<Row> rows = new ArrayList<>();

  private final boolean isWithin;

  private Growth(String[] arguments, boolean isWithin) {
    this.isWithin = isWithin;
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 0
          || !List.of("families", "questions", "sizes", "limit", "heap")
              .contains(argument.substring(0, equals))) {
        throw new IllegalArgumentException(
            "'" + argument + "' is none of families=…, questions=…, sizes=…, limit=…, heap=…");
      }
      options.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    sizes = LIST.splitToStream(options.getOrDefault("sizes", "10,30,100"))
        .map(size -> (int) (1_000 * Double.parseDouble(size)))
        .toList();
    limitMillis = 1_000 * Double.parseDouble(options.getOrDefault("limit", "10"));
  }

  /**
   * Measures, and prints.
   *
   * @param arguments {@code families=} parts of names of families and {@code questions=} beginnings of names of questions, with
   *     commas between them, all unless given; {@code sizes=} thousands of bytes, 10,30,100 unless given; {@code limit=} seconds
   *     for each, 10 unless given; {@code heap=} for each process, 2g unless given
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length > 0 && arguments[0].equals("within")) {
      new Growth(Arrays.copyOfRange(arguments, 1, arguments.length), true).askAll();
      return;
    }
    new Growth(arguments, false).table();
  }

  private List<GraphFamily> families() {
    return named(GraphFamily.values(), options.getOrDefault("families", ""), String::contains);
  }

  private List<GrowthQuestion> questions() {
    return named(
        GrowthQuestion.values(), options.getOrDefault("questions", ""), String::startsWith);
  }

  private interface Match {
    boolean fits(String name, String part);
  }

  /** Those that somebody asks for by a part of their names; the processes that ask are given whole names. */
  private <T> List<T> named(T[] all, String asked, Match match) {
    List<String> parts = LIST.splitToList(asked);
    Match fitting = isWithin ? String::equals : match;
    List<T> named = Arrays.stream(all)
        .filter(each ->
            parts.isEmpty() || parts.stream().anyMatch(part -> fitting.fits(each.toString(), part)))
        .toList();
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing is named '" + asked + "': " + Arrays.toString(all));
    }
    return named;
  }

  // The process that asks.

  /** Asks all questions about all families and prints a line for each; ends with the process where one does not stop. */
  private void askAll() throws InterruptedException {
    for (GraphFamily family : families()) {
      List<byte[]> files = sizes.stream()
          .map(size -> GraphFamily.file(family.graphOfBytes(size)))
          .toList();
      int evaluated = files.size();
      for (GrowthQuestion question : questions()) {
        Limited.ask(() -> question.about(files.get(0)), limitMillis / 5);
        StringBuilder line = new StringBuilder(family.name() + '\t' + question.name());
        boolean goOn = true;
        boolean isStuck = false;
        for (int i = 0; i < files.size(); i++) {
          byte[] file = files.get(i);
          Limited.Result result = !goOn || file.length > TOO_LONG * sizes.get(i)
              ? NOT_ASKED
              : i >= evaluated && question.isAfterEvaluating() ? NOT_READY : ask(question, file);
          if (result.end() == Limited.End.NOT_READY) {
            evaluated = i;
          }
          goOn &= result.end() == Limited.End.ANSWERED || result.end() == Limited.End.NOT_ASKED;
          isStuck |= result.end() == Limited.End.WENT_ON;
          line.append('\t').append(file.length).append('\t').append(result.end());
          line.append('\t').append(result.millis()).append('\t').append(result.bytes());
          line.append('\t').append(result.why());
        }
        System.out.println(line);
        System.out.flush();
        if (isStuck) {
          Runtime.getRuntime().halt(3);
        }
      }
    }
  }

  /** Asks a question a few times, if it is soon answered, and takes the shortest time. */
  private Limited.Result ask(GrowthQuestion question, byte[] file) throws InterruptedException {
    Limited.Result best = Limited.ask(() -> question.about(file), limitMillis);
    double spent = best.millis();
    for (int i = 1;
        i < ENOUGH_TIMES && spent < ENOUGH_MILLIS && best.end() == Limited.End.ANSWERED;
        i++) {
      Limited.Result again = Limited.ask(() -> question.about(file), limitMillis);
      spent += again.millis();
      if (again.end() != Limited.End.ANSWERED || again.millis() < best.millis()) {
        best = again;
      }
    }
    return best;
  }

  // The process that prints.

  private void table() throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "Milliseconds of processor time in one thread, at most %.0f s; kB of text; by kB of the file.%n"
            + "After each three the exponent with which it grows. \"> %.0f\" stopped when interrupted, \"stuck\" did not; \"unread\":"
            + " reading or evaluating alone takes as long.%n%n",
        limitMillis / 1000,
        limitMillis);
    StringBuilder header = new StringBuilder("%-26s%-20s".formatted("family", "question"));
    sizes.forEach(size -> header.append("%9s".formatted(size / 1000 + " kB")));
    header.append("   exp ");
    sizes.forEach(size -> header.append("%9s".formatted("kB text")));
    System.out.println(header.append("   exp"));
    for (GraphFamily family : families()) {
      List<GrowthQuestion> left = new ArrayList<>(questions());
      while (!left.isEmpty()) {
        askInAProcess(family, left);
      }
    }
    worst("Slowest", Row::badness, row -> row.badness() > limitMillis / 100);
    worst(
        "Longest texts",
        row -> (double) row.longest(),
        row -> row.longest() > 20_000 && row.question() != GrowthQuestion.WRITE);
    failures();
  }

  /** Asks some of the questions that are left, at least one, and strikes them off. */
  private void askInAProcess(GraphFamily family, List<GrowthQuestion> left)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + options.getOrDefault("heap", "2g"),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Growth.class.getName(),
            "within",
            "families=" + family,
            "questions="
                + left.stream().map(GrowthQuestion::toString).collect(Collectors.joining(",")),
            "sizes="
                + sizes.stream()
                    .map(size -> String.valueOf(size / 1000.0))
                    .collect(Collectors.joining(",")),
            "limit=" + limitMillis / 1000)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    boolean isAny = false;
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Row row = row(line);
        if (row.family() == family && left.remove(row.question())) {
          isAny = true;
          add(row);
        }
      }
    }
    process.waitFor();
    if (!isAny || process.exitValue() != 0 && process.exitValue() != 3) {
      GrowthQuestion question = left.remove(0);
      add(new Row(
          family,
          question,
          sizes,
          sizes.stream()
              .map(size -> new Limited.Result(Limited.End.FAILED, 0, 0, "the process ended"))
              .toList()));
    }
  }

  private Row row(String line) {
    List<String> fields = FIELDS.splitToList(line);
    List<Integer> bytes = new ArrayList<>();
    List<Limited.Result> results = new ArrayList<>();
    for (int i = 2; i + 4 < fields.size(); i += 5) {
      bytes.add(Integer.valueOf(fields.get(i)));
      results.add(new Limited.Result(
          Limited.End.valueOf(fields.get(i + 1)),
          Double.parseDouble(fields.get(i + 2)),
          Long.parseLong(fields.get(i + 3)),
          fields.get(i + 4)));
    }
    return new Row(
        GraphFamily.valueOf(fields.get(0)), GrowthQuestion.valueOf(fields.get(1)), bytes, results);
  }

  private void add(Row row) {
    rows.add(row);
    System.out.println(line(row));
  }

  private String line(Row row) {
    StringBuilder line = new StringBuilder("%-26s%-20s".formatted(row.family(), row.question()));
    row.results().forEach(result -> line.append("%9s".formatted(time(result))));
    line.append("%6s ".formatted(exponent(row, Limited.Result::millis, 1, 20)));
    row.results()
        .forEach(result -> line.append("%9s"
            .formatted(
                result.end() == Limited.End.ANSWERED
                    ? "%.1f".formatted(result.bytes() / 1000.0)
                    : "")));
    return line.append("%6s".formatted(exponent(row, result -> (double) result.bytes(), 100, 1000)))
        .toString()
        .stripTrailing();
  }

  private String time(Limited.Result result) {
    return switch (result.end()) {
      case ANSWERED ->
        String.format(Locale.ROOT, result.millis() < 10 ? "%.1f" : "%.0f", result.millis());
      case STOPPED -> "> %.0f".formatted(limitMillis);
      case WENT_ON -> "stuck";
      case NOT_READY -> "unread";
      case FAILED -> "fails";
      case NOT_ASKED -> "-";
    };
  }

  /** The exponent between the first two answers that are large enough to tell and the last, where that is worth telling. */
  private static String exponent(
      Row row, Function<Limited.Result, Double> measure, double least, double worthwhile) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < row.results().size(); i++) {
      if (row.results().get(i).end() == Limited.End.ANSWERED) {
        last = i;
        if (first < 0 && measure.apply(row.results().get(i)) >= least) {
          first = i;
        }
      }
    }
    if (first < 0 || last == first || measure.apply(row.results().get(last)) < worthwhile) {
      return "";
    }
    double grown =
        measure.apply(row.results().get(last)) / measure.apply(row.results().get(first));
    double longer = (double) row.bytes().get(last) / row.bytes().get(first);
    return String.format(Locale.ROOT, "%.1f", Math.log(grown) / Math.log(longer));
  }

  private void worst(String title, Function<Row, Double> measure, Function<Row, Boolean> isWorth) {
    Map<GrowthQuestion, List<Row>> byQuestion = new EnumMap<>(GrowthQuestion.class);
    rows.stream()
        .filter(isWorth::apply)
        .sorted(Comparator.comparing(measure).reversed())
        .forEach(row -> byQuestion
            .computeIfAbsent(row.question(), each -> new ArrayList<>())
            .add(row));
    System.out.printf("%n%s, by question%n", title);
    byQuestion.forEach((question, worst) -> {
      System.out.printf("%n%s (%d)%n", question, worst.size());
      worst.stream().limit(SHOWN_OF_THE_WORST).forEach(row -> System.out.println(line(row)));
    });
  }

  private void failures() {
    List<String> failures = rows.stream()
        .flatMap(row -> row.results().stream()
            .filter(result -> result.end() == Limited.End.FAILED)
            .map(result -> row.family() + " " + row.question() + ": " + result.why()))
        .distinct()
        .toList();
    if (!failures.isEmpty()) {
      System.out.printf("%nFailures%n%n");
      failures.forEach(System.out::println);
    }
  }
}
