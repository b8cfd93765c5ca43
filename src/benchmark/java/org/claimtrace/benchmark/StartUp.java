package org.claimtrace.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command on the flagship, beside a program that does nothing, each as a process of its own. */
final class StartUp {

  private static final Path JAR = Path.of("target", "claimtrace.jar");

  private StartUp() {}

  /** A program that does nothing. */
  static final class Empty {

    private Empty() {}

    public static void main(String[] arguments) {}
  }

  /**
   * Fails where there is no command to start.
   *
   * @throws IllegalStateException saying what to run first
   */
  static void requireJar() {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException(
          JAR + " is missing; build it first, without this profile: mvn -q package -DskipTests");
    }
  }

  /** How many times as long the command takes, pair by pair, ascending; which is first changes from pair to pair. */
  static double[] ratios(int pairs) throws IOException, InterruptedException {
    List<String> command = List.of("-jar", JAR.toString(), "evaluate", "claims/gpt-4o-retro.json");
    List<String> empty =
        List.of("-cp", System.getProperty("java.class.path"), Empty.class.getName());
    // What both read comes from the disk once.
    time(command);
    time(empty);
    double[] ratios = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      double before = i % 2 == 0 ? time(empty) : 0;
      double took = time(command);
      ratios[i] = took / (i % 2 == 0 ? before : time(empty));
    }
    Arrays.sort(ratios);
    return ratios;
  }

  private static double time(List<String> arguments) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    int status = run(arguments);
    double took = System.nanoTime() - begin;
    if (status != 0) {
      throw new IllegalStateException(arguments + " ended with status " + status);
    }
    return took;
  }

  /** Runs a Java program, whatever it prints thrown away; its exit status. */
  static int run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
