package org.claimtrace.cli;

import com.google.common.annotations.VisibleForTesting;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Restores the arguments as they were typed. If the locale is not UTF-8, as in most containers and cron jobs, Java replaces
 * every character that is not ASCII; Linux keeps the bytes of the command line.
 */
final class RawArguments {

  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private RawArguments() {}

  /** Returns the arguments as they were typed if that can be determined, otherwise unchanged. */
  static ImmutableList<String> restore(List<String> arguments) {
    if (FileName.isUnicode() || arguments.stream().allMatch(RawArguments::isWhole)) {
      return ImmutableList.copyOf(arguments);
    }
    try {
      return restore(arguments, Files.readAllBytes(COMMAND_LINE));
    } catch (IOException e) {
      return ImmutableList.copyOf(arguments);
    }
  }

  @VisibleForTesting
  static ImmutableList<String> restore(List<String> arguments, byte[] commandLine) {
    String decoded;
    try {
      decoded = StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(commandLine))
          .toString();
    } catch (CharacterCodingException e) {
      return ImmutableList.copyOf(arguments);
    }
    // Each argument on the command line ends with a NUL.
    List<String> parts = Splitter.on('\0').splitToList(decoded);
    int end = parts.size() - 1;
    int start = end - arguments.size();
    if (start < 0) {
      return ImmutableList.copyOf(arguments);
    }
    List<String> raw = parts.subList(start, end);
    for (int i = 0; i < raw.size(); i++) {
      if (isWhole(arguments.get(i)) && !arguments.get(i).equals(raw.get(i))) {
        return ImmutableList.copyOf(arguments);
      }
    }
    return ImmutableList.copyOf(raw);
  }

  private static boolean isWhole(String argument) {
    return CharMatcher.ascii().matchesAllOf(argument) && argument.indexOf('?') < 0;
  }
}
