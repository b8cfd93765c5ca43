package org.claimtrace;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public type says whether it is stable or experimental; {@code contributing.md} says what that means. */
class StabilityTest {

  private static final Pattern PUBLIC = Pattern.compile(
      "(?ms)^/\\*\\*((?:(?!\\*/).)*)\\*/\\s(?:@[^\\n]*\\n)*public (?:final |abstract |sealed |non-sealed )*(?:class|interface|record|enum) ");

  private static final Pattern NAME = Pattern.compile("org\\.claimtrace[.\\w]*");

  static Stream<Class<?>> types() {
    return PublicTypes.all().stream().filter(type -> type.getEnclosingClass() == null);
  }

  @ParameterizedTest
  @MethodSource("types")
  void saysWhetherItIsStable(Class<?> type) throws IOException {
    Matcher matcher = PUBLIC.matcher(Files.readString(PublicTypes.source(type)));

    assertThat(matcher.find()).as("a public type with a comment").isTrue();
    assertThat(matcher.group(1).replaceAll("(?s)<pre>.*?</pre>", ""))
        .containsPattern("\\b(Stable|Experimental)[.:]");
  }

  /** The public members of a type and of the types within it, inherited ones aside. */
  private static Stream<Executable> members(Class<?> type) {
    return Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses()))
        .filter(each -> Modifier.isPublic(each.getModifiers()))
        .flatMap(each -> Stream.concat(
            Stream.of(each.getDeclaredMethods()), Stream.of(each.getDeclaredConstructors())))
        .filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic());
  }

  /** Whether the comment of a method says that it is experimental itself. */
  private static boolean saysSo(Executable member, String source) {
    return Pattern.compile(
            "/\\*\\*(?:(?!\\*/).)*\\bExperimental[.:](?:(?!\\*/).)*\\*/[^{;=]*\\b"
                + member.getName() + "\\(",
            Pattern.DOTALL)
        .matcher(source)
        .find();
  }

  private static boolean isExperimental(Class<?> type) {
    try {
      Matcher matcher = PUBLIC.matcher(Files.readString(PublicTypes.source(type)));
      return matcher.find() && matcher.group(1).contains("Experimental");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Class<?>> stableTypes() {
    return types().filter(type -> !isExperimental(type));
  }

  /** What is stable promises nothing that is not, unless it says so where it does. */
  @ParameterizedTest
  @MethodSource("stableTypes")
  void namesOnlyStableTypesWhereItIsStable(Class<?> type) throws IOException {
    ImmutableSet<String> experimental =
        types().filter(StabilityTest::isExperimental).map(Class::getName).collect(toImmutableSet());
    String source = Files.readString(PublicTypes.source(type));
    assertThat(members(type)
            .filter(member -> !saysSo(member, source))
            .filter(member -> NAME.matcher(member.toGenericString().replace('$', '.'))
                .results()
                .map(MatchResult::group)
                .anyMatch(name ->
                    experimental.stream().anyMatch(other -> (name + ".").startsWith(other + "."))))
            .map(Executable::toGenericString))
        .isEmpty();
  }
}
