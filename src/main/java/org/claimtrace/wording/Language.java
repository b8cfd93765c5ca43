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
    public String count(int claims, Map<Verdict, Integer> byVerdict) {
      StringJoiner counts = new StringJoiner(", ");
      byVerdict.forEach((verdict, count) -> counts.add(count + " " + verdict(verdict)));
      return claims == 0 ? "no claims" : claims + (claims == 1 ? " claim: " : " claims: ") + counts;
    }

    @Override
    public String thesis(String claim, Verdict verdict) {
      return "The thesis is " + verdict(verdict) + ": " + claim;
    }

    @Override
    public String changes(int changed, int moved, int claims) {
      String verdicts = switch (changed) {
        case 0 -> "No verdict changes.";
        case 1 -> "1 of " + claims + " verdicts changes.";
        default -> changed + " of " + claims + " verdicts change.";
      };
      return moved == 0
          ? verdicts
          : verdicts + " The belief in "
              + (moved == 1 ? "1 more claim shifts" : moved + " more claims shifts")
              + ", without changing its verdict.";
    }

    @Override
    public String shift(
        String supportedThen, String supportedNow, String refutedThen, String refutedNow) {
      return "supported in " + supportedThen + " of worlds → " + supportedNow + ", refuted in "
          + refutedThen + " → " + refutedNow;
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
    public String count(int claims, Map<Verdict, Integer> byVerdict) {
      StringJoiner counts = new StringJoiner("，");
      byVerdict.forEach((verdict, count) -> counts.add(verdict(verdict) + " " + count + " 条"));
      return claims == 0 ? "没有说法" : "共 " + claims + " 条说法：" + counts;
    }

    @Override
    public String thesis(String claim, Verdict verdict) {
      return "论点" + verdict(verdict) + "：" + claim;
    }

    @Override
    public String changes(int changed, int moved, int claims) {
      String verdicts = changed == 0 ? "没有结论改变。" : claims + " 条说法中，有 " + changed + " 条的结论改变。";
      return moved == 0 ? verdicts : verdicts + "另有 " + moved + " 条的可信程度有变，结论不变。";
    }

    @Override
    public String shift(
        String supportedThen, String supportedNow, String refutedThen, String refutedNow) {
      return "成立的概率：" + supportedThen + " → " + supportedNow + "；不成立的概率：" + refutedThen + " → "
          + refutedNow;
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

  /** What stands between two conditions. */
  public abstract String semicolon();

  /** That grades were read as yes or no. */
  public abstract String byLogic();

  /** What the percentages of a table mean. */
  public abstract String chances();

  /** What the mark of a close verdict means. */
  public abstract String close();

  /** That a graph was looked at as of a date. */
  public abstract String asOf(String date);

  /** What published verdicts counted for. */
  public abstract String reviews(String policy);

  /** How much a verdict took. */
  public abstract String standard(String standard);

  /** How many claims there are, and how many of them have each verdict. */
  public abstract String count(int claims, Map<Verdict, Integer> byVerdict);

  /** How many verdicts change, and how many beliefs do without changing one. */
  public abstract String changes(int changed, int moved, int claims);

  /** How the probabilities of being supported and refuted change. */
  public abstract String shift(
      String supportedThen, String supportedNow, String refutedThen, String refutedNow);

  /** The verdict on the claim that the argument is for. */
  public abstract String thesis(String claim, Verdict verdict);
}
