package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.List;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;

/** The order of the reviews of a claim: those of one reviewer stand together, the latest last. */
final class ReviewOrder {

  private ReviewOrder() {}

  /** Returns reviews with those of one reviewer together, all but the last of them superseded. */
  static ImmutableList<Review> byReviewer(ImmutableList<Review> reviews) {
    if (reviews.size() < 2) {
      return reviews.isEmpty() || !reviews.get(0).isSuperseded()
          ? reviews
          : ImmutableList.of(reviews.get(0).superseded(false));
    }
    ImmutableListMultimap<String, Review> byReviewer = Multimaps.index(reviews, Review::reviewer);
    ImmutableList.Builder<Review> ordered = ImmutableList.builderWithExpectedSize(reviews.size());
    byReviewer.asMap().values().forEach(own -> {
      int later = own.size();
      for (Review review : own) {
        ordered.add(review.superseded(--later > 0));
      }
    });
    return ordered.build();
  }

  /** Adds the problems of several reviews of one reviewer: each has a date, later than that of the one before. */
  static void check(Problems problems, List<Review> reviews) {
    if (reviews.size() < 2) {
      return;
    }
    Multimaps.index(reviews, Review::reviewer).asMap().forEach((reviewer, own) -> {
      if (own.size() > 1) {
        check(
            problems,
            "/reviews/" + Place.escape(reviewer) + "/",
            ImmutableList.copyOf(own),
            reviewer);
      }
    });
  }

  private static void check(Problems problems, String at, List<Review> reviews, String reviewer) {
    PartialDate latest = null;
    for (int i = 0; i < reviews.size(); i++) {
      PartialDate date = reviews.get(i).date;
      if (date == null) {
        problems.add(Problem.at(
            at + i,
            ProblemCode.REVIEWS_OUT_OF_ORDER,
            "one of several reviews by " + Rules.quoted(reviewer) + " has no date",
            "Write under 'date' when it was published."));
      } else if (latest != null && !date.firstDay().isAfter(latest.firstDay())) {
        problems.add(
            Problem.at(
                at + i + "/date",
                ProblemCode.REVIEWS_OUT_OF_ORDER,
                "the review of " + date + " comes after that of " + latest
                    + ", which is not earlier",
                "List the reviews of one reviewer from the first to the last, each with a date of its own."));
      }
      latest = date == null ? latest : date;
    }
  }
}
