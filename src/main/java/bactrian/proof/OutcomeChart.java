package bactrian.proof;

import bactrian.ledger.Job;
import bactrian.ledger.SettledCall;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Outcomes over the time of a job, as columns of a picture: each a sixtieth of it. */
final class OutcomeChart {
    private static final int COLUMNS = 60;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 180;
    private static final int BASE = 160;
    private static final Status[] ORDER = {Status.SUCCEEDED, Status.SKIPPED, Status.UNKNOWN, Status.FAILED};

    private final Instant from;
    private final Instant to;
    private final long[][] counts = new long[COLUMNS][Status.values().length];

    OutcomeChart(Job job, Instant now) {
        this.from = job.startedAt().orElse(job.receivedAt());
        Instant end = job.finishedAt().orElse(now);
        this.to = end.isAfter(from) ? end : from.plusMillis(1);
    }

    void take(SettledCall settled) {
        Instant at = settled.settledAt().orElse(to);
        double share = Duration.between(from, at).toMillis()
                / (double) Math.max(1, Duration.between(from, to).toMillis());
        int column = (int) Math.max(0, Math.min(COLUMNS - 1, share * COLUMNS));
        for (Optional<Outcome> outcome : settled.outcomes()) {
            outcome.ifPresent(known -> counts[column][known.status().ordinal()]++);
        }
    }

    String svg() {
        long most = 1;
        for (long[] column : counts) {
            long sum = 0;
            for (long count : column) {
                sum += count;
            }
            most = Math.max(most, sum);
        }
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" role=\"img\" aria-label=\"Outcomes over time\">\n<line class=\"axis\" x1=\"0\" y1=\"" + BASE
                + "\" x2=\"" + WIDTH + "\" y2=\"" + BASE + "\"/>\n");
        double step = (double) WIDTH / COLUMNS;
        for (int column = 0; column < COLUMNS; column++) {
            double top = BASE;
            for (Status status : ORDER) {
                long count = counts[column][status.ordinal()];
                if (count > 0) {
                    double height = Math.max(1, count * (BASE - 20.0) / most);
                    top -= height;
                    svg.append(String.format(
                            Locale.ROOT,
                            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%,d %s</title></rect>%n",
                            status.word(),
                            column * step + 1,
                            top,
                            step - 2,
                            height,
                            count,
                            status.word()));
                }
            }
        }
        return svg.append("<text x=\"0\" y=\"" + (HEIGHT - 4) + "\">")
                .append(HtmlReport.text(from.toString()))
                .append("</text>\n<text class=\"end\" x=\"" + WIDTH + "\" y=\"" + (HEIGHT - 4) + "\">")
                .append(HtmlReport.text(to.toString()))
                .append("</text>\n<text x=\"0\" y=\"12\">at most ")
                .append(String.format(Locale.ROOT, "%,d", most))
                .append(" edits a column</text>\n</svg>")
                .toString();
    }
}
