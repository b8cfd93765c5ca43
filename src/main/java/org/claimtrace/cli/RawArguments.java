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
 * The arguments as they were typed. Where the locale is not UTF-8, as in most containers and cron jobs, Java has lost every
 * character of them that is not ASCII; Linux still has the bytes.
 */
final class RawArguments {

  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private RawArguments() {}

  /** The arguments with what Java lost, where that can be found out; else as they are. */
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
    // Each part of the command line ends with a NUL.
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
