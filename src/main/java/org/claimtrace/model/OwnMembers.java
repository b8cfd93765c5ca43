package org.claimtrace.model;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;

/**
 * Checks that the members which authors add for purposes of their own are JSON, and minifies them; they are never interpreted.
 */
final class OwnMembers {

  /** Ten less than the depth that a reader takes by default: an own member is inside at most five objects and lists. */
  private static final int DEEPEST = 90;

  private OwnMembers() {}

  /**
   * Returns the members with one more; where that has a problem, adds the problem and returns the members unchanged. Only the
   * first few calls copy.
   */
  static Map<String, String> with(
      Map<String, String> others, Problems problems, String name, String json) {
    String pointer = "/" + Place.escape(name);
    if (!name.startsWith("_")) {
      problems.add(Problem.at(
          pointer,
          ProblemCode.ILL_FORMED_OWN_MEMBER,
          "the author's own member " + Rules.quoted(name) + " does not begin with '_'",
          "Write '_" + name + "'."));
      return others;
    }
    Rules.string(problems, pointer, name);
    if (others.containsKey(name)) {
      problems.add(Problem.at(
          pointer,
          ProblemCode.DUPLICATE_KEY,
          "the key " + Rules.quoted(name) + " stands twice",
          "Keep one of the two."));
      return others;
    }
    Scanner scanner = new Scanner(json);
    if (!scanner.scan()) {
      problems.add(
          scanner.tooDeep
              ? Problem.at(
                  pointer,
                  ProblemCode.NESTING_TOO_DEEP,
                  "the value of " + Rules.quoted(name) + " is nested more than " + DEEPEST
                      + " deep",
                  "Nest it less deeply, or keep it in a file of its own.")
              : Problem.at(
                  pointer,
                  ProblemCode.ILL_FORMED_OWN_MEMBER,
                  "the value of " + Rules.quoted(name) + " is not JSON",
                  "Write JSON text, such as \"\\\"a string\\\"\" or \"{\\\"a\\\": 1}\"."));
      return others;
    }
    Rules.surrogates(problems, pointer, json);
    Map<String, String> more =
        others instanceof ImmutableMap ? new LinkedHashMap<>(others) : others;
    more.put(name, scanner.minified.toString());
    return more;
  }

  /** Recognizes JSON iteratively and copies what is not white space. */
  private static final class Scanner {

    private final String json;
    private final StringBuilder minified;
    private final StringBuilder open = new StringBuilder();
    private boolean tooDeep;
    private int at;

    Scanner(String json) {
      this.json = json;
      this.minified = new StringBuilder(json.length());
    }

    boolean scan() {
      boolean valueNext = true;
      while (true) {
        skipWhiteSpace();
        if (at == json.length()) {
          return !valueNext && open.isEmpty();
        }
        char c = json.charAt(at);
        if (valueNext) {
          if (c == '{' || c == '[') {
            if (open.length() == DEEPEST) {
              tooDeep = true;
              return false;
            }
            open.append(c);
            copy();
            skipWhiteSpace();
            if (next(c == '{' ? '}' : ']')) {
              open.setLength(open.length() - 1);
              valueNext = false;
            } else if (c == '{' && !name()) {
              return false;
            }
          } else if (!scalar(c)) {
            return false;
          } else {
            valueNext = false;
          }
        } else if (open.isEmpty()) {
          return false;
        } else if (c == ',') {
          copy();
          skipWhiteSpace();
          if (inObject() && !name()) {
            return false;
          }
          valueNext = true;
        } else if (next(inObject() ? '}' : ']')) {
          open.setLength(open.length() - 1);
        } else {
          return false;
        }
      }
    }

    private boolean inObject() {
      return open.charAt(open.length() - 1) == '{';
    }

    private boolean name() {
      if (at == json.length() || json.charAt(at) != '"' || !string()) {
        return false;
      }
      skipWhiteSpace();
      return next(':');
    }

    private boolean scalar(char c) {
      if (c == '"') {
        return string();
      }
      int from = at;
      while (at < json.length() && ",]} \t\r\n".indexOf(json.charAt(at)) < 0) {
        at++;
      }
      String word = json.substring(from, at);
      minified.append(word);
      return word.equals("true") || word.equals("false") || word.equals("null") || isNumber(word);
    }

    private static boolean isNumber(String word) {
      int at = word.startsWith("-") ? 1 : 0;
      int whole = digits(word, at);
      if (whole == at || (word.charAt(at) == '0' && whole > at + 1)) {
        return false;
      }
      at = whole;
      if (at < word.length() && word.charAt(at) == '.') {
        int fraction = digits(word, at + 1);
        if (fraction == at + 1) {
          return false;
        }
        at = fraction;
      }
      if (at < word.length() && (word.charAt(at) == 'e' || word.charAt(at) == 'E')) {
        at++;
        if (at < word.length() && (word.charAt(at) == '+' || word.charAt(at) == '-')) {
          at++;
        }
        int exponent = digits(word, at);
        if (exponent == at) {
          return false;
        }
        at = exponent;
      }
      return at == word.length();
    }

    private static int digits(String word, int from) {
      int to = from;
      while (to < word.length() && word.charAt(to) >= '0' && word.charAt(to) <= '9') {
        to++;
      }
      return to;
    }

    private boolean string() {
      copy();
      while (at < json.length()) {
        char c = json.charAt(at);
        if (c == '"') {
          copy();
          return true;
        }
        if (c < ' ') {
          return false;
        }
        if (c == '\\') {
          copy();
          if (at == json.length()) {
            return false;
          }
          char escaped = json.charAt(at);
          if (escaped == 'u') {
            for (int i = 1; i <= 4; i++) {
              if (at + i >= json.length() || Character.digit(json.charAt(at + i), 16) < 0) {
                return false;
              }
            }
          } else if ("\"\\/bfnrt".indexOf(escaped) < 0) {
            return false;
          }
        }
        copy();
      }
      return false;
    }

    private boolean next(char c) {
      if (at < json.length() && json.charAt(at) == c) {
        copy();
        return true;
      }
      return false;
    }

    private void copy() {
      minified.append(json.charAt(at++));
    }

    private void skipWhiteSpace() {
      while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
        at++;
      }
    }
  }
}
