package org.claimtrace;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
    packages = "org.claimtrace",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {
  private static final String BASE = "org.claimtrace";

  /** The packages, each of which depends only on itself and those before it; the empty name is the base package itself. */
  private static final ImmutableList<String> ORDER = ImmutableList.of(
      "result",
      "problem",
      "work",
      "file",
      "model",
      "json",
      "engine.circuit",
      "engine.world",
      "engine.rows",
      "engine.diagrams",
      "engine.compiled",
      "evaluation",
      "wording",
      "explanation",
      "sensitivity",
      "change",
      "inspection",
      "query",
      "exchange",
      "report",
      "",
      "testing",
      "cli");

  /**
   * Classes whose methods may call each other: conditions are only as deep as their caller nested them; and the steps of an
   * outline of lines are put on a stack, and run after the step that scheduled them has returned.
   */
  private static final ImmutableSet<String> RECURSIVE =
      ImmutableSet.of("ConditionPhrases", "LineOutline");

  @ArchTest
  static final ArchRule eachPackageKnowsOnlyThoseAboveIt = classes()
      .should(new KnowOnlyPackagesAbove())
      .because("the packages stand in one order: " + ORDER);

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule whatFindsWhyKnowsNoWordsAndNoChains = noClasses()
      .that()
      .resideInAPackage("org.claimtrace.explanation.why..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "org.claimtrace.explanation.telling..",
          "org.claimtrace.explanation.chains..",
          "org.claimtrace.wording..")
      .because("what is found is the same in every language");

  @ArchTest
  static final ArchRule whatFindsChainsKnowsNoWords = noClasses()
      .that()
      .resideInAPackage("org.claimtrace.explanation.chains..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("org.claimtrace.explanation.telling..", "org.claimtrace.wording..")
      .because("what is found is the same in every language");

  @ArchTest
  static final ArchRule theInnerRoomsOfExplanationsAreEnteredByTheirDoors = noClasses()
      .that()
      .resideOutsideOfPackage("org.claimtrace.explanation..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "org.claimtrace.explanation.why..",
          "org.claimtrace.explanation.chains..",
          "org.claimtrace.explanation.telling..");

  /**
   * At most 110: 90 was reached before the format took in notices and ratings, and problems their cure as data; 100 before the
   * inspection, which is a room of its own with four types.
   */
  @ArchTest
  static void whatIsPublicIsNoMoreThanOneCanLookOver(JavaClasses classes) throws IOException {
    String module = Files.readString(Path.of("src/main/java/module-info.java"));
    assertThat(classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> module.contains("exports " + type.getPackageName() + ";"))
            .map(JavaClass::getName))
        .hasSizeBetween(60, 110);
  }

  @ArchTest
  static final ArchRule buildersOfWhatMustBeUsedGoOnUnchecked = methods()
      .that()
      .arePublic()
      .and()
      .areDeclaredInClassesThat()
      .resideInAnyPackage(
          "org.claimtrace.evaluation", "org.claimtrace.explanation", "org.claimtrace.json")
      .and()
      .areDeclaredInClassesThat()
      .haveSimpleNameEndingWith("Builder")
      .and(DescribedPredicate.describe(
          "return the builder itself",
          (JavaMethod method) -> method.getRawReturnType().equals(method.getOwner())))
      .should()
      .beAnnotatedWith(CanIgnoreReturnValue.class);

  @ArchTest
  static final ArchRule everyPackageIsNullMarked = classes()
      .should(new ArchCondition<>("be in a package whose package-info says @NullMarked") {
        @Override
        public void check(JavaClass item, ConditionEvents events) {
          if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
            events.add(SimpleConditionEvent.violated(item, item.getName() + " is not in one"));
          }
        }
      })
      .because("null crosses no boundary");

  @ArchTest
  static final ArchRule circuitsKnowNoClaims = classes()
      .that()
      .resideInAnyPackage(
          "org.claimtrace.engine.circuit..",
          "org.claimtrace.engine.world..",
          "org.claimtrace.engine.rows..",
          "org.claimtrace.engine.diagrams..")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..", "org.jspecify..", "org.claimtrace.engine..", "org.claimtrace.work..")
      .because("gates are computed in the same way whatever they are made from");

  @ArchTest
  static final ArchRule nothingRecursesOnData = methods()
      .should(
          new ArchCondition<JavaMethod>(
              "not call themselves, directly or by others of their class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
              if (RECURSIVE.contains(method.getOwner().getSimpleName())) {
                return;
              }
              Set<JavaMethod> seen = new HashSet<>();
              Deque<JavaMethod> open = new ArrayDeque<>(List.of(method));
              while (!open.isEmpty()) {
                for (JavaMethodCall call : open.pop().getMethodCallsFromSelf()) {
                  call.getTarget()
                      .resolveMember()
                      .filter(called -> called.getOwner().equals(method.getOwner()))
                      .filter(seen::add)
                      .ifPresent(open::push);
                }
              }
              if (seen.contains(method)) {
                events.add(
                    SimpleConditionEvent.violated(method, method.getFullName() + " calls itself"));
              }
            }
          })
      .because("a graph of a million claims in a row fits no stack");

  @ArchTest
  static final ArchRule jacksonStaysInside =
      classes().should(new KeepOutOfPublicSignatures("tools.jackson"));

  @ArchTest
  static final ArchRule jgraphtShowsOnlyInTheViewOfAGraph = classes()
      .that()
      .resideOutsideOfPackage("org.claimtrace.exchange..")
      .should(new KeepOutOfPublicSignatures("org.jgrapht"));

  @ArchTest
  static final ArchRule jacksonIsUsedWhereJsonIsReadOrWritten = noClasses()
      .that()
      .resideOutsideOfPackages(
          "org.claimtrace.json..", "org.claimtrace.exchange..", "org.claimtrace.report..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("tools.jackson..");

  @ArchTest
  static final ArchRule onlyTheCommandUsesPicocli = noClasses()
      .that(areNotTheCommand())
      .should()
      .dependOnClassesThat()
      .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyWhatIsForTestsUsesAssertJAndJUnit = noClasses()
      .that()
      .resideOutsideOfPackage("org.claimtrace.testing..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("org.assertj..", "org.junit..", "org.opentest4j..")
      .because("whoever embeds the library does not get them");

  @ArchTest
  static final ArchRule onlyTheCommandWritesToTheConsole = noClasses()
      .that(areNotTheCommand())
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err")
      .orShould()
      .callMethod(Throwable.class, "printStackTrace")
      .because("whoever embeds the library owns the console");

  @ArchTest
  static final ArchRule onlyTheCommandEndsTheProcess = noClasses()
      .that(areNotTheCommand())
      .should()
      .callMethod(System.class, "exit", int.class)
      .orShould()
      .callMethod(Runtime.class, "exit", int.class)
      .orShould()
      .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule namesSayWhatAClassIs = noClasses()
      .should()
      .haveSimpleNameEndingWith("Util")
      .orShould()
      .haveSimpleNameEndingWith("Utils")
      .orShould()
      .haveSimpleNameEndingWith("Helper")
      .orShould()
      .haveSimpleNameEndingWith("Manager")
      .orShould()
      .haveSimpleNameEndingWith("Common");

  private static DescribedPredicate<JavaClass> areNotTheCommand() {
    return not(resideInAnyPackage("org.claimtrace.cli..")).as("are not the command");
  }

  /** Returns the index of a package in the order, by its name below the base package or the first part of that; -1 if it has none. */
  private static int rowOf(JavaClass type) {
    String below = type.getPackageName().substring(BASE.length());
    if (below.isEmpty()) {
      return ORDER.indexOf("");
    }
    int row = ORDER.indexOf(below.substring(1));
    return row >= 0 ? row : ORDER.indexOf(below.split("\\.", 3)[1]);
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(BASE) || type.getPackageName().startsWith(BASE + ".");
  }

  private static final class KnowOnlyPackagesAbove extends ArchCondition<JavaClass> {
    KnowOnlyPackagesAbove() {
      super("know only packages above their own");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      if (rowOf(item) < 0) {
        events.add(SimpleConditionEvent.violated(
            item, item.getName() + " is in a package without a place in the order"));
      }
      item.getDirectDependenciesFromSelf().stream()
          .filter(dependency -> isOurs(dependency.getTargetClass().getBaseComponentType()))
          .filter(
              dependency -> rowOf(dependency.getTargetClass().getBaseComponentType()) > rowOf(item))
          .forEach(dependency ->
              events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
    }
  }

  /**
   * Assigns each package to a slice of its own, but explanations with their inner packages to one: users see the records and
   * their entry points as one package, so that the entry points call the inner packages and these create the records.
   */
  private static final class EachPackage implements SliceAssignment {
    private static final String EXPLANATION = BASE + ".explanation";

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      if (!isOurs(type)) {
        return SliceIdentifier.ignore();
      }
      String name = type.getPackageName();
      return SliceIdentifier.of(name.startsWith(EXPLANATION + ".") ? EXPLANATION : name);
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  /**
   * Checks everything that a user of a public class can see: its supertypes, and its public and protected members with their
   * type arguments.
   */
  private static final class KeepOutOfPublicSignatures extends ArchCondition<JavaClass> {
    private final String root;

    KeepOutOfPublicSignatures(String root) {
      super("keep types of " + root + " out of public signatures");
      this.root = root;
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      if (!isVisible(item)) {
        return;
      }
      Stream.concat(item.getSuperclass().stream(), item.getInterfaces().stream())
          .filter(this::mentions)
          .forEach(type -> events.add(
              SimpleConditionEvent.violated(item, item.getName() + " extends " + type.getName())));
      item.getMembers().stream()
          .filter(member -> isVisible(member.getModifiers()))
          .filter(member -> typesIn(member).anyMatch(this::mentions))
          .forEach(member -> events.add(
              SimpleConditionEvent.violated(member, member.getDescription() + " shows one")));
    }

    private boolean mentions(JavaType type) {
      return type.getAllInvolvedRawTypes().stream()
          .anyMatch(raw -> raw.getPackageName().startsWith(root));
    }

    private static Stream<? extends JavaType> typesIn(JavaMember member) {
      if (member instanceof JavaCodeUnit unit) {
        return Stream.of(
                Stream.of(unit.getReturnType()),
                unit.getParameterTypes().stream(),
                unit.getExceptionTypes().stream())
            .flatMap(types -> types);
      }
      return Stream.of(((JavaField) member).getType());
    }

    private static boolean isVisible(JavaClass type) {
      return isVisible(type.getModifiers())
          && type.getEnclosingClass().map(KeepOutOfPublicSignatures::isVisible).orElse(true);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
      return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
  }
}
