package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CheckReturnValue;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every type that an embedder can name. */
class PublicTypesTest {

  static Stream<Class<?>> withObjects() {
    return PublicTypes.all().stream()
        .filter(type -> !type.isInterface() && !type.isEnum())
        // AssertJ has its own.
        .filter(type -> !type.getPackageName().equals("org.claimtrace.testing"))
        .filter(type -> Stream.of(type.getDeclaredMethods())
                .anyMatch(method -> Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers()))
            || Stream.of(type.getDeclaredConstructors())
                .anyMatch(each -> Modifier.isPublic(each.getModifiers())));
  }

  @ParameterizedTest
  @MethodSource("withObjects")
  void sayInALogWhatTheyAre(Class<?> type) throws NoSuchMethodException {
    assertThat(type.getMethod("toString").getDeclaringClass()).isNotEqualTo(Object.class);
  }

  @ParameterizedTest
  @MethodSource("withObjects")
  void haveEqualityWithAHashCodeOrNeither(Class<?> type) throws NoSuchMethodException {
    assertThat(type.getMethod("equals", Object.class).getDeclaringClass())
        .isEqualTo(type.getMethod("hashCode").getDeclaringClass());
  }

  /** Not of the model: its builders go on with themselves, and looking an id up is also a way to check it. */
  static Stream<Class<?>> whoseResultsMustBeUsed() {
    return PublicTypes.all().stream()
        .filter(type -> !Set.of(
                "org.claimtrace.model", "org.claimtrace.problem", "org.claimtrace.testing")
            .contains(type.getPackageName()));
  }

  @ParameterizedTest
  @MethodSource("whoseResultsMustBeUsed")
  void warnWhoeverIgnoresAResultUnlessItGoesOnWithABuilder(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
        // Whether these are marked is held by ArchitectureTest: the mark is not there at run time.
        boolean goesOn =
            method.getReturnType().equals(type) && type.getSimpleName().equals("Builder");
        assertThat(goesOn || isChecked(type)).as(method.toString()).isTrue();
      }
    }
  }

  private static boolean isChecked(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (each.isAnnotationPresent(CheckReturnValue.class)) {
        return true;
      }
    }
    return type.getPackage().isAnnotationPresent(CheckReturnValue.class);
  }
}
