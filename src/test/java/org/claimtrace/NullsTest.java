package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public door refuses null by the name of its parameter. Like Guava's {@code NullPointerTester}, which does not look at names.
 */
class NullsTest {

  @TempDir
  private static Path folder;

  private static Specimens specimens;

  @BeforeAll
  static void find() {
    specimens = new Specimens(folder);
  }

  static List<Class<?>> types() {
    return PublicTypes.all();
  }

  @Test
  void areTriedOnObjectsOfEveryType() {
    assertThat(
            types().stream().filter(type -> hasInstanceMethods(type) && specimens.of(type) == null))
        .isEmpty();
  }

  private static boolean hasInstanceMethods(Class<?> type) {
    return doors(type)
        .anyMatch(each -> each instanceof Method && !Modifier.isStatic(each.getModifiers()));
  }

  private static Stream<Executable> doors(Class<?> type) {
    return Stream.<Executable>concat(
            Stream.of(type.getConstructors()), Stream.of(type.getMethods()))
        .filter(each -> each.getDeclaringClass().getPackageName().startsWith("org.claimtrace"))
        .filter(each -> !each.isSynthetic() || isInherited(each))
        .filter(each -> Modifier.isPublic(each.getModifiers()))
        .filter(each -> !each.getName().equals("equals"))
        // Others are for the inside of the library, which alone can name what they take.
        .filter(each -> Stream.of(each.getParameterTypes()).allMatch(NullsTest::isNameable))
        .filter(each -> !(type.isEnum() && each.getName().equals("valueOf")))
        .filter(each -> Stream.of(each.getParameters()).anyMatch(NullsTest::refusesNull));
  }

  /** Returns whether a method only makes one public that a class inherits from another that is not. */
  private static boolean isInherited(Executable door) {
    return door instanceof Method method
        && method.isBridge()
        && Stream.of(door.getDeclaringClass().getDeclaredMethods())
            .allMatch(each -> each.equals(door)
                || !each.getName().equals(door.getName())
                || each.getParameterCount() != door.getParameterCount()
                || each.isBridge());
  }

  private static boolean isNameable(Class<?> type) {
    Class<?> element = type.isArray() ? type.getComponentType() : type;
    return !element.getName().startsWith("org.claimtrace") || PublicTypes.all().contains(element);
  }

  private static boolean refusesNull(Parameter parameter) {
    return !parameter.getType().isPrimitive()
        && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  @ParameterizedTest
  @MethodSource("types")
  void areRefusedByTheNameOfTheParameter(Class<?> type) {
    List<String> wrong = new ArrayList<>();
    doors(type).forEach(door -> {
      for (int i = 0; i < door.getParameterCount(); i++) {
        if (refusesNull(door.getParameters()[i])) {
          String answer = answer(type, door, i);
          if (!answer.isEmpty()) {
            wrong.add(door + ", parameter " + i + ": " + answer);
          }
        }
      }
    });
    assertThat(wrong).isEmpty();
  }

  /** What is wrong with the answer to a null; empty where nothing is. */
  private static String answer(Class<?> type, Executable door, int nullParameter) {
    @Nullable Object[] arguments = specimens.arguments(door);
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] == null
          && !door.getParameterTypes()[i].isPrimitive()
          && i != nullParameter) {
        return "no specimen of " + door.getParameterTypes()[i];
      }
    }
    arguments[nullParameter] = null;
    try {
      Object result = specimens.call(type, door, arguments);
      return "returns" + (result == null ? " null" : " one of " + result.getClass());
    } catch (InvocationTargetException e) {
      Parameter parameter = door.getParameters()[nullParameter];
      String message = String.valueOf(e.getCause().getMessage());
      boolean isNamed = parameter.isNamePresent()
          ? message.equals(parameter.getName())
          : message.matches("[a-z][A-Za-z]*") && !message.equals("null");
      return e.getCause() instanceof NullPointerException && isNamed
          ? ""
          : String.valueOf(e.getCause());
    } catch (ReflectiveOperationException e) {
      return e.toString();
    }
  }
}
