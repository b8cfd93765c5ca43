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
 * Where a run writes to: results to one writer, everything else to the other.
 *
 * @param out for results
 * @param err for everything else
 * @param colour whether results may be coloured
 * @param columns how wide a line may be
 */
record Terminal(Writer out, Writer err, boolean colour, int columns) {

  /** How wide a line is where nobody says. */
  static final int USUAL_COLUMNS = 80;

  /** The narrowest line that a table is laid out for. */
  static final int FEWEST_COLUMNS = 40;

  private static final Pattern STTY_SIZE = Pattern.compile("\\d+ (\\d+)\\s*");
  private static final int FILE_TYPE = 0xF000;
  private static final int PIPE = 0x1000;
  private static final int SOCKET = 0xC000;

  /** The standard streams of this process, as UTF-8 whatever the machine's locale. */
  static Terminal standard(Map<String, String> environment) {
    boolean terminal = isTerminal();
    return new Terminal(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        terminal && mayColour(environment),
        columns(environment, terminal));
  }

  private static Writer writer(FileDescriptor descriptor) {
    // Not System.out, which keeps its failures to itself and encodes as the machine's locale does.
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Terminal::isTerminal).isPresent();
  }

  private static boolean isTerminal(Console console) {
    try {
      // From Java 22 on there is a console also where there is no terminal, and it can be asked.
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
        // 0 is said where nobody knows, as in a terminal without a size.
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

  /** Says something that is no result: a problem, a note. Where nobody listens it is lost. */
  void say(String lines) {
    try {
      err.write(visible(lines));
      err.write('\n');
      err.flush();
    } catch (IOException e) {
      // There is nobody left to tell.
      return;
    }
  }

  /**
   * Text in which no control character of a file's name or of a command line reaches the terminal, and of which no line turns round
   * another; tabs and line feeds do reach it.
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

  /** Whether a failure to write means that the reader of a pipe has gone, which is for the reader to decide. */
  static boolean isClosedPipe(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("pipe")) {
      return true;
    }
    // The message is in the language of the machine. Of a pipe or a socket no other failure is to
    // be expected.
    try {
      int mode = (int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") & FILE_TYPE;
      return mode == PIPE || mode == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }
}
