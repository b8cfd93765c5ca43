package org.claimtrace.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExceptionsTest {

  private static final ImmutableList<Problem> PROBLEMS = ImmutableList.of(
      Problem.at("/claims/a", ProblemCode.BLANK, "x", "Y."),
      new Problem(ProblemCode.SYNTAX, Place.in("f.json", 3, 4, "/claims"), "x", "Y."),
      new Problem(
          ProblemCode.BLANK,
          new Place(
              Optional.empty(),
              Optional.of(new Place.Position(1, 2)),
              Optional.of(new Place.Position(1, 5)),
              "/claims/a"),
          "x",
          "Y."),
      new Problem(
          ProblemCode.UNREADABLE,
          new Place(Optional.of("f.json"), Optional.empty(), ""),
          "x",
          "Y."));

  @SuppressWarnings("unchecked")
  private static <T> T serialized(T value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
      stream.writeObject(value);
    }
    try (ObjectInputStream stream =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) stream.readObject();
    }
  }

  @Test
  void surviveSerializationWithAllThatTheyCarry() throws IOException, ClassNotFoundException {
    ClaimGraphException graph = serialized(new ClaimGraphException(PROBLEMS, 5));
    assertThat(graph.problems()).isEqualTo(PROBLEMS);
    assertThat(graph.count()).isEqualTo(5);
    assertThat(graph).hasMessage(new ClaimGraphException(PROBLEMS, 5).getMessage());

    InvalidValueException value = serialized(new InvalidValueException(PROBLEMS));
    assertThat(value.problems()).isEqualTo(PROBLEMS);

    UnknownIdException id =
        serialized(new UnknownIdException("claim", "mon", ImmutableList.of("moon")));
    assertThat(id.kind()).isEqualTo("claim");
    assertThat(id.id()).isEqualTo("mon");
    assertThat(id.suggestions()).containsExactly("moon");

    TimeLimitException time = serialized(new TimeLimitException(Duration.ofSeconds(2)));
    assertThat(time.limit()).isEqualTo(Duration.ofSeconds(2));
    assertThat(time).hasMessage("stopped: it takes longer than the time limit of 2 s");
  }

  @Test
  void ofAnUnknownIdHaveWhatWasAskedForAndWhatWasMeantAsData() {
    ImmutableList<String> known = ImmutableList.of("netease-article", "netease-page", "x-post");
    UnknownIdException unknown = new UnknownIdException("source", "netease", known);
    assertThat(unknown.kind()).isEqualTo("source");
    assertThat(unknown.id()).isEqualTo("netease");
    assertThat(unknown.suggestions()).containsExactly("netease-article", "netease-page");
    assertThat(unknown)
        .hasMessage("no source 'netease'. Did you mean 'netease-article' or 'netease-page'?");
    assertThat(new UnknownIdException("source", "qqqqqq", known).suggestions()).isEmpty();
  }
}
