package org.claimtrace;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Element;
import org.claimtrace.model.Text;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.query.ClaimCondition;
import org.jspecify.annotations.Nullable;

/** An object of each public type: what a small graph leads to by the methods of the library alone, and a value of each other type. */
final class Specimens {

  private static final String GRAPH = """
      {"id": "g", "title": "G", "claims": {
        "en": {"text": "A", "evidence": [{"source": "en", "id": "e", "strength": 0.6}], "reviews": {"r": "refuted"},
          "inferences": [{"premises": ["b"], "id": "i"}],
          "appearances": [{"source": "en", "date": "2025-01-01"}], "searches": [{"where": "w", "date": "2025"}]},
        "b": {"text": "B", "contradicts": ["en"], "evidence": [{"source": "s", "id": "f", "date": "2025"}]}},
       "sources": {"en": {"title": "S", "reliability": 0.7}, "r": "R",
         "s": {"title": "T", "retracted": {"date": "2026", "note": "n"}}},
       "corrections": [{"date": "2026", "note": "n"}]}
      """;

  private final Map<Class<?>, Object> known = new LinkedHashMap<>();

  Specimens(Path folder) {
    for (Object seed : List.of(
        // The id of a claim and of a source, and a language.
        "en",
        Element.evidence("e"),
        Verdict.MISLEADING,
        Standard.BEYOND_REASONABLE_DOUBT,
        Text.of("en", "words"),
        ClaimJson.read(GRAPH),
        ClaimJson.readDocument(GRAPH, "g.json"),
        ClaimTrace.of(ClaimJson.read(GRAPH)),
        // Which condition the exploring meets first is not known, and it may find nothing.
        ClaimTrace.of(ClaimJson.read(GRAPH))
            .find(ClaimCondition.uses("en"))
            .findFirst()
            .orElseThrow(),
        Evaluator.usual(),
        new ClaimGraphException(ImmutableList.of(Problem.at("/a", ProblemCode.BLANK, "m", "r")), 1),
        Problem.at("/a", ProblemCode.BLANK, "m", "r"),
        folder.resolve("specimen.json"),
        Duration.ofSeconds(60),
        LocalDate.of(2026, 1, 1),
        URI.create("https://example.org"),
        (Executor) Runnable::run,
        Optional.empty(),
        OptionalInt.empty(),
        Offset.offset(.1),
        ImmutableList.of(),
        ImmutableSet.of(),
        ImmutableMap.of(),
        ImmutableListMultimap.of())) {
      known.put(seed.getClass(), seed);
    }
    explore();
  }

  /** Calls whatever can be called with what is known, until nothing new comes of it. */
  private void explore() {
    for (int round = 0; round < 6; round++) {
      int before = known.size();
      for (Class<?> type : PublicTypes.all()) {
        if (type.isEnum()) {
          known.putIfAbsent(type, type.getEnumConstants()[0]);
          continue;
        }
        Stream.<Executable>concat(Stream.of(type.getConstructors()), Stream.of(type.getMethods()))
            // The order of reflection differs from run to run.
            .sorted(Comparator.comparing(Executable::toGenericString))
            .filter(each -> Modifier.isPublic(each.getModifiers()))
            .filter(each -> each.getDeclaringClass().getName().startsWith("org.claimtrace"))
            .filter(
                each -> !(each instanceof Method method) || method.getReturnType() != void.class)
            .forEach(each -> call(type, each));
      }
      if (known.size() == before) {
        return;
      }
    }
  }

  private void call(Class<?> type, Executable executable) {
    try {
      Object found = call(type, executable, arguments(executable));
      keep(found);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // Nothing is known yet that it takes, or what is known is not what it takes.
    }
  }

  private void keep(@Nullable Object found) {
    if (found instanceof Optional<?> optional) {
      optional.ifPresent(this::keep);
    } else if (found instanceof ImmutableCollection<?> collection) {
      collection.stream().limit(3).forEach(this::keep);
    } else if (found instanceof Map<?, ?> map) {
      map.values().stream().limit(3).forEach(this::keep);
    } else if (found instanceof Stream<?> stream) {
      stream.limit(3).forEach(this::keep);
    } else if (found != null && found.getClass().getName().startsWith("org.claimtrace")) {
      known.putIfAbsent(found.getClass(), found);
    }
  }

  /** Calls a method or constructor. */
  @Nullable
  Object call(Class<?> type, Executable executable, @Nullable Object[] arguments)
      throws ReflectiveOperationException {
    executable.setAccessible(true);
    if (executable instanceof Method method) {
      Object receiver = Modifier.isStatic(method.getModifiers()) ? null : of(type);
      if (receiver == null && !Modifier.isStatic(method.getModifiers())) {
        throw new InstantiationException("nothing of " + type);
      }
      return method.invoke(receiver, arguments);
    }
    return ((java.lang.reflect.Constructor<?>) executable).newInstance(arguments);
  }

  /** What it can be called with. */
  @Nullable
  Object[] arguments(Executable executable) {
    return Stream.of(executable.getParameterTypes()).map(this::of).toArray();
  }

  /** Something of a type; null where nothing is known. */
  @Nullable
  Object of(Class<?> type) {
    if (type == int.class) {
      return 100;
    } else if (type == long.class) {
      return 100L;
    } else if (type == double.class) {
      return .5;
    } else if (type == boolean.class) {
      return true;
    } else if (type == InputStream.class) {
      return new ByteArrayInputStream(GRAPH.getBytes(StandardCharsets.UTF_8));
    } else if (type == OutputStream.class) {
      return new ByteArrayOutputStream();
    } else if (type == Reader.class) {
      return new StringReader(GRAPH);
    } else if (type == Writer.class) {
      return new StringWriter();
    } else if (type.isArray()) {
      return java.lang.reflect.Array.newInstance(type.getComponentType(), 0);
    }
    Object exact = known.get(type);
    if (exact != null) {
      return exact;
    }
    return known.values().stream()
        .filter(type::isInstance)
        .findFirst()
        .orElseGet(() -> type.isInterface() && type.getName().startsWith("java.util.function")
            ? function(type)
            : null);
  }

  private static Object function(Class<?> type) {
    return Proxy.newProxyInstance(
        Specimens.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> null);
  }
}
