package org.claimtrace.cli;

import java.io.BufferedWriter;
import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrace.wording.Isolation;

/**
 * The output of a run: results go to one writer, everything else to the other.
 *
 * @param out the writer for results
 * @param err the writer for everything else
 * @param colour whether results may be coloured
 * @param columns the greatest width of a line, in columns
 */
record Terminal(Writer out, Writer err, boolean colour, int columns) {

  /** The width of a line if neither the user nor the terminal gives one. */
  static final int USUAL_COLUMNS = 80;

  /** The least width for which tables are laid out. */
  static final int FEWEST_COLUMNS = 40;

  private static final Pattern STTY_SIZE = Pattern.compile("\\d+ (\\d+)\\s*");
  private static final int FILE_TYPE = 0xF000;
  private static final int PIPE = 0x1000;
  private static final int SOCKET = 0xC000;

  /** Returns the standard streams of this process, encoded in UTF-8 whatever the machine's locale. */
  static Terminal standard(Map<String, String> environment) {
    boolean terminal = isTerminal();
    return new Terminal(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        terminal && mayColour(environment),
        columns(environment, terminal));
  }

  private static Writer writer(FileDescriptor descriptor) {
    // System.out would hide failures and encode in the machine's locale.
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Terminal::isTerminal).isPresent();
  }

  private static boolean isTerminal(Console console) {
    try {
      // From Java 22 on there may be a console without a terminal, which this method of it
      // distinguishes.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  static boolean mayColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb")
        && (File.separatorChar == '/' || environment.containsKey("WT_SESSION"));
  }

  static int columns(Map<String, String> environment, boolean terminal) {
    return Optional.ofNullable(environment.get("COLUMNS"))
        // The value 0 means unknown, as in a terminal without a size.
        .filter(columns -> columns.matches("[0-9]{1,4}") && !columns.matches("0+"))
        .map(Integer::valueOf)
        .or(() -> terminal ? columnsOfTerminal() : Optional.empty())
        .map(columns -> Math.max(columns, FEWEST_COLUMNS))
        .orElse(USUAL_COLUMNS);
  }

  private static Optional<Integer> columnsOfTerminal() {
    try {
      Process stty = new ProcessBuilder("stty", "size")
          .redirectInput(new File("/dev/tty"))
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      stty.waitFor(1, TimeUnit.SECONDS);
      Matcher matcher = STTY_SIZE.matcher(size);
      return matcher.matches() && !matcher.group(1).equals("0")
          ? Optional.of(Integer.valueOf(matcher.group(1)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Writes a line of the result. */
  void result(String line) throws IOException {
    out.write(visible(line));
    out.write('\n');
  }

  /** Writes a problem or a note, which is not a result. Failures to write it are ignored. */
  void say(String lines) {
    try {
      err.write(visible(lines));
      err.write('\n');
      err.flush();
    } catch (IOException e) {
      // There is no other place to report this.
      return;
    }
  }

  /**
   * Returns text without control characters, which might come from the name of a file or a command line, and with each line
   * isolated in direction; tabs and line feeds are kept.
   */
  private static String visible(String text) {
    String visible = text;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i)) && "\n\t".indexOf(text.charAt(i)) < 0) {
        visible = text.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9F}&&[^\n\t]]", "\uFFFD");
        break;
      }
    }
    return Isolation.closedLines(visible);
  }

  /** Returns whether a failure to write means that the reader of a pipe has closed it, which is no error. */
  static boolean isClosedPipe(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("pipe")) {
      return true;
    }
    // The message depends on the machine's language. A pipe or a socket is not expected to fail in
    // any other way.
    try {
      int mode = (int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") & FILE_TYPE;
      return mode == PIPE || mode == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }
}
