package org.claimtrace.json;

import com.google.common.base.Splitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * Finds the places of many JSON Pointers in a document, in one pass over it that skips all values that no pointer names. Where
 * a pointer names nothing, such as the text of a claim written as a string, its nearest ancestor is found.
 */
final class PointerLocator {

  private static final Splitter TOKENS = Splitter.on('/');
  private static final int STEPS_BETWEEN_CHECKS = 4096;

  private final Node root = new Node(null, "");

  /** A value that is searched for, or an ancestor of one. */
  static final class Node {

    private final @Nullable Node parent;
    private final String pointer;
    private final Map<String, Node> children = new LinkedHashMap<>();
    private int value = -1;
    private int key = -1;
    private final List<Integer> laterKeys = new ArrayList<>();
    private int duplicates;

    Node(@Nullable Node parent, String pointer) {
      this.parent = parent;
      this.pointer = pointer;
    }

    /** Returns whether the document has the value. */
    boolean isFound() {
      return value >= 0;
    }

    String pointer() {
      return pointer;
    }

    /** Returns the nearest value that the document has: this or an ancestor. */
    Node nearest() {
      Node node = this;
      while (!node.isFound() && node.parent != null) {
        node = node.parent;
      }
      return node;
    }

    /**
     * Returns the offset of a problem with the value: that of its key if the key is wrong or is the id of an element, otherwise
     * that of the value.
     */
    int offset(ProblemCode code) {
      if (code == ProblemCode.DUPLICATE_KEY && duplicates < laterKeys.size()) {
        return laterKeys.get(duplicates++);
      }
      return key >= 0 && isAboutKey(code) ? key : value();
    }

    int value() {
      return Math.max(value, 0);
    }

    /** Returns the offset of the name of the member that the value belongs to; -1 where it is an entry of a list. */
    int key() {
      return key;
    }

    /** Whether the value is a claim, a source or a review, whose keys are ids. */
    private boolean isElement() {
      if (parent == null || parent.parent == null) {
        return false;
      }
      return parent.pointer.equals("/claims")
          || parent.pointer.equals("/sources")
          || (parent.pointer.startsWith("/claims/")
              && parent.pointer.endsWith("/reviews")
              && parent.parent.parent != null
              && parent.parent.parent.pointer.equals("/claims"));
    }

    private boolean isAboutKey(ProblemCode code) {
      return switch (code) {
        case DUPLICATE_TAG, ILL_FORMED_OWN_MEMBER, UNKNOWN_MEMBER, DUPLICATE_KEY -> true;
        // "language" is a well-formed tag, so the wrong tag is the member's value.
        case ILL_FORMED_TAG -> !pointer.endsWith("/language");
        // Problems of characters in "answers" are those of questions, which are keys; elsewhere
        // they are those of values.
        case BLANK, CONTROL_CHARACTER, LONE_SURROGATE ->
          parent != null && parent.pointer.endsWith("/answers");
        default -> isElement();
      };
    }
  }

  /** Adds a pointer (RFC 6901) to search for. */
  Node add(String pointer) {
    Node node = root;
    if (pointer.isEmpty()) {
      return node;
    }
    for (String token : TOKENS.split(pointer.substring(1))) {
      Node parent = node;
      node = parent.children.computeIfAbsent(
          token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~"),
          name -> new Node(parent, parent.pointer + "/" + token));
    }
    return node;
  }

  /** Returns the pointer of the object or list that begins at an offset of a document, before any fault of it. */
  static String pointerAt(JsonBytes text, Parsers parsers, int offset) {
    try (JsonParser parser = parsers.parser(text)) {
      for (int step = 1; parser.nextToken() != null; step++) {
        if (step % STEPS_BETWEEN_CHECKS == 0) {
          Cancellation.check();
        }
        if (offset(parser, text.start()) >= offset) {
          return parser.streamReadContext().pathAsPointer().toString();
        }
      }
      return "";
    } catch (JacksonException e) {
      return "";
    }
  }

  /** Finds all pointers, as far as the document is JSON. The parser must be before the root. */
  void find(JsonParser parser, int base) {
    try {
      parser.nextToken();
      root.value = offset(parser, base);
      walk(parser, base);
    } catch (JacksonException e) {
      // Values after a fault have no place; the fault is reported elsewhere.
      return;
    }
  }

  private void walk(JsonParser parser, int base) {
    Deque<Node> open = new ArrayDeque<>();
    if (!enter(parser, root)) {
      return;
    }
    open.push(root);
    Node parent = root;
    JsonToken token = parser.nextToken();
    for (int step = 1; token != null; step++) {
      if (step % STEPS_BETWEEN_CHECKS == 0) {
        Cancellation.check();
      }
      if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        open.pop();
        if (open.isEmpty()) {
          return;
        }
        parent = open.element();
      } else {
        boolean object = token == JsonToken.PROPERTY_NAME;
        Node node = parent.children.get(
            object ? parser.currentName() : Integer.toString(index(parser, token)));
        int key = -1;
        if (node == null) {
          if (object) {
            parser.nextToken();
          }
          parser.skipChildren();
        } else {
          if (object) {
            key = offset(parser, base);
            parser.nextToken();
          }
          if (node.isFound()) {
            node.laterKeys.add(key);
            parser.skipChildren();
          } else {
            node.key = key;
            node.value = offset(parser, base);
            if (enter(parser, node)) {
              open.push(node);
              parent = node;
            }
          }
        }
      }
      token = parser.nextToken();
    }
  }

  /** The index of the current value in its list. */
  private static int index(JsonParser parser, JsonToken token) {
    TokenStreamContext context = parser.streamReadContext();
    return (token.isStructStart() ? context.getParent() : context).getCurrentIndex();
  }

  /** Whether something inside the current value is searched for; otherwise skips the value. */
  private static boolean enter(JsonParser parser, Node node) {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
      return false;
    }
    if (node.children.isEmpty()) {
      parser.skipChildren();
      return false;
    }
    return true;
  }

  static int offset(JsonParser parser, int base) {
    return base + (int) parser.currentTokenLocation().getByteOffset();
  }
}
