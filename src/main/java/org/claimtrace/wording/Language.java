package org.claimtrace.wording;

import com.google.common.base.Ascii;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Verdict;

/** A language in which claimtrace presents its results, with the words of tables. */
public enum Language {
  /** English. */
  ENGLISH("en") {
    @Override
    public String verdict(Verdict verdict) {
      return verdict.toString();
    }

    @Override
    public String verdict(Verdict verdict, ClaimKind kind) {
      return switch (kind) {
        case FACT -> verdict(verdict);
        case OPINION ->
          switch (verdict) {
            case SUPPORTED -> "well argued";
            case MISLEADING -> "well argued, but…";
            case REFUTED -> "argued against";
            case CONFLICTING -> "argued both ways";
            case UNVERIFIED -> "not backed up";
          };
        case PREDICTION ->
          switch (verdict) {
            case SUPPORTED -> "expected";
            case MISLEADING -> "expected, but…";
            case REFUTED -> "not expected";
            case CONFLICTING -> "open, both ways";
            case UNVERIFIED -> "open";
          };
      };
    }

    @Override
    public String semicolon() {
      return "; ";
    }

    @Override
    public String byLogic() {
      return "by logic alone";
    }

    @Override
    public String chances() {
      return "A percentage is the share of possible worlds with this verdict.";
    }

    @Override
    public String close() {
      return "~ close: another verdict would follow if a number that decides this one were a little otherwise.";
    }

    @Override
    public String asOf(String date) {
      return "as of " + date;
    }

    @Override
    public String reviews(String policy) {
      return "reviews: " + policy;
    }

    @Override
    public String standard(String standard) {
      return "standard: " + standard;
    }

    @Override
    public String count(int claims, Map<String, Integer> byWord) {
      StringJoiner counts = new StringJoiner(", ");
      byWord.forEach((word, count) -> counts.add(count + " " + word));
      return claims == 0 ? "no claims" : claims + (claims == 1 ? " claim: " : " claims: ") + counts;
    }

    @Override
    public String thesis(String claim, Verdict verdict, ClaimKind kind) {
      return kind == ClaimKind.FACT && verdict == Verdict.CONFLICTING
          ? "The evidence on the thesis conflicts: " + claim
          : "The thesis is " + whole(verdict, kind) + ": " + claim;
    }

    private String whole(Verdict verdict, ClaimKind kind) {
      return kind == ClaimKind.FACT
          ? verdict(verdict)
          : Ascii.toLowerCase(Sentences.of(this).say(Sentence.of(verdict, kind)));
    }
  },
  /** Chinese, in simplified characters. */
  CHINESE("zh") {
    @Override
    public String verdict(Verdict verdict) {
      return switch (verdict) {
        case SUPPORTED -> "属实";
        case MISLEADING -> "误导";
        case REFUTED -> "不实";
        case CONFLICTING -> "证据矛盾";
        case UNVERIFIED -> "未证实";
      };
    }

    @Override
    public String verdict(Verdict verdict, ClaimKind kind) {
      return switch (kind) {
        case FACT -> verdict(verdict);
        case OPINION ->
          switch (verdict) {
            case SUPPORTED -> "言之有据";
            case MISLEADING -> "有据但片面";
            case REFUTED -> "被驳倒";
            case CONFLICTING -> "各有依据";
            case UNVERIFIED -> "缺乏依据";
          };
        case PREDICTION ->
          switch (verdict) {
            case SUPPORTED -> "预计会";
            case MISLEADING -> "预计会，但有保留";
            case REFUTED -> "预计不会";
            case CONFLICTING -> "两可";
            case UNVERIFIED -> "未定";
          };
      };
    }

    @Override
    public String semicolon() {
      return "；";
    }

    @Override
    public String byLogic() {
      return "只按逻辑判断";
    }

    @Override
    public String chances() {
      return "百分数：每 100 个可能世界中，有多少个得出这一结论。";
    }

    @Override
    public String close() {
      return "~ 处于临界：起决定作用的数字稍有出入，结论就会不同。";
    }

    @Override
    public String asOf(String date) {
      return "截至 " + date;
    }

    @Override
    public String reviews(String policy) {
      return "评审的作用：" + policy;
    }

    @Override
    public String standard(String standard) {
      return "证明标准：" + standard;
    }

    @Override
    public String count(int claims, Map<String, Integer> byWord) {
      StringJoiner counts = new StringJoiner("，");
      byWord.forEach((word, count) -> counts.add(word + " " + count + " 条"));
      return claims == 0 ? "没有说法" : "共 " + claims + " 条说法：" + counts;
    }

    @Override
    public String thesis(String claim, Verdict verdict, ClaimKind kind) {
      String word = kind == ClaimKind.FACT
          ? verdict(verdict)
          : Sentences.of(this).say(Sentence.of(verdict, kind));
      return "论点" + word + "：" + claim;
    }
  };

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Returns the language for a reader who asks for a BCP 47 tag: Chinese for any Chinese, English for everything else. */
  public static Language of(String wanted) {
    String primary = wanted.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return primary.equals(CHINESE.tag) ? CHINESE : ENGLISH;
  }

  /** Returns the BCP 47 tag. */
  public String tag() {
    return tag;
  }

  /** Returns the word for a verdict on a statement of fact. */
  public abstract String verdict(Verdict verdict);

  /** Returns the word in a table for a verdict on a claim of a kind: opinions and predictions are neither true nor false. */
  public abstract String verdict(Verdict verdict, ClaimKind kind);

  /** Returns the separator between two options, with its space. */
  public abstract String semicolon();

  /** Returns the words for an evaluation that reads grades as yes or no. */
  public abstract String byLogic();

  /** Returns a sentence about the meaning of the percentages in a table. */
  public abstract String chances();

  /** Returns a sentence about the meaning of the mark of a close verdict. */
  public abstract String close();

  /** Returns the words for an evaluation as of a date. */
  public abstract String asOf(String date);

  /** Returns the words for the policy by which published verdicts counted. */
  public abstract String reviews(String policy);

  /** Returns the words for the standard of proof. */
  public abstract String standard(String standard);

  /** Returns the number of claims and the number of claims with each word for a verdict. */
  public abstract String count(int claims, Map<String, Integer> byWord);

  /** Returns a sentence on the verdict on the thesis, the claim that the argument is for. */
  public abstract String thesis(String claim, Verdict verdict, ClaimKind kind);
}
