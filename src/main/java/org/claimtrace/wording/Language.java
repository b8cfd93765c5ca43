package org.claimtrace.wording;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.claimtrace.model.Verdict;

/** A language in which claimtrace itself speaks of its results. */
public enum Language {
  /** English. */
  ENGLISH("en") {
    @Override
    public String verdict(Verdict verdict) {
      return verdict.toString();
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
    public String count(int claims, Map<Verdict, Integer> byVerdict) {
      StringJoiner counts = new StringJoiner(", ");
      byVerdict.forEach((verdict, count) -> counts.add(count + " " + verdict(verdict)));
      return claims == 0 ? "no claims" : claims + (claims == 1 ? " claim: " : " claims: ") + counts;
    }

    @Override
    public String thesis(String claim, Verdict verdict) {
      return "The thesis is " + verdict(verdict) + ": " + claim;
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
        case CONFLICTING -> "有争议";
        case UNVERIFIED -> "未证实";
      };
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
    public String count(int claims, Map<Verdict, Integer> byVerdict) {
      StringJoiner counts = new StringJoiner("，");
      byVerdict.forEach((verdict, count) -> counts.add(verdict(verdict) + " " + count + " 条"));
      return claims == 0 ? "没有说法" : "共 " + claims + " 条说法：" + counts;
    }

    @Override
    public String thesis(String claim, Verdict verdict) {
      return "论点" + verdict(verdict) + "：" + claim;
    }
  };

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The language for a reader who wants another, by its BCP 47 tag: Chinese for any Chinese, English for everything else. */
  public static Language of(String wanted) {
    String primary = wanted.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return primary.equals(CHINESE.tag) ? CHINESE : ENGLISH;
  }

  /** The BCP 47 tag. */
  public String tag() {
    return tag;
  }

  /** The word for a verdict. */
  public abstract String verdict(Verdict verdict);

  /** That a graph was looked at as of a date. */
  public abstract String asOf(String date);

  /** What published verdicts counted for. */
  public abstract String reviews(String policy);

  /** How much a verdict took. */
  public abstract String standard(String standard);

  /** How many claims there are, and how many of them have each verdict. */
  public abstract String count(int claims, Map<Verdict, Integer> byVerdict);

  /** The verdict on the claim that the argument is for. */
  public abstract String thesis(String claim, Verdict verdict);
}
