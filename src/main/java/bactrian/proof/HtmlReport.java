package bactrian.proof;

import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.ledger.Tally;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of a job as one page: sums, outcomes over time, failures by code with what to do. Nothing is loaded. */
public final class HtmlReport {
    private static final int EXAMPLES = 5;

    private final Ledger ledger;
    private final Job job;
    private final Instant now;

    public HtmlReport(Ledger ledger, Job job, Instant now) {
        this.ledger = ledger;
        this.job = job;
        this.now = now;
    }

    /** Edits that did not succeed, by code. */
    private static final class Group {
        private final Code code;
        private final Status status;
        private long count;
        private final Set<String> messages = new LinkedHashSet<>();
        private final List<Long> rows = new ArrayList<>();

        Group(Code code, Status status) {
            this.code = code;
            this.status = status;
        }

        void add(long ordinal, Outcome outcome) {
            count++;
            if (rows.size() < EXAMPLES) {
                rows.add(ordinal + 1);
            }
            if (messages.size() < EXAMPLES && !outcome.message().isEmpty()) {
                messages.add(outcome.message());
            }
        }
    }

    /** The whole page. */
    public String page() throws IOException {
        Map<String, Group> groups = new TreeMap<>();
        ledger.evidence().verdicts(job.id(), 0, Long.MAX_VALUE, (ordinal, outcome, call) -> {
            if (outcome.status() != Status.SUCCEEDED) {
                groups.computeIfAbsent(
                                outcome.status() + " " + outcome.code(),
                                none -> new Group(outcome.code(), outcome.status()))
                        .add(ordinal, outcome);
            }
        });
        OutcomeChart chart = new OutcomeChart(job, now);
        ledger.evidence().settledLatestFirst(job.id(), chart::take);
        return template()
                .replace("{{title}}", text(job.id()))
                .replace("{{state}}", text(job.state().word()))
                .replace("{{facts}}", facts())
                .replace("{{tiles}}", tiles())
                .replace("{{chart}}", chart.svg())
                .replace("{{failures}}", failures(groups.values()))
                .replace("{{history}}", history())
                .replace("{{made}}", text(now.toString()));
    }

    private String facts() {
        Instant end = job.finishedAt().orElse(now);
        String took = job.startedAt()
                .map(start -> Duration.between(start, end))
                .map(HtmlReport::words)
                .orElse("not started");
        return row("Source", job.arrival().source())
                + row(
                        "Instruction",
                        job.arrival().fileName() + ", " + job.arrival().bytes() + " bytes, sha256 "
                                + job.arrival().sha256())
                + row("Received", job.receivedAt().toString())
                + job.startedAt().map(at -> row("Started", at.toString())).orElse("")
                + job.finishedAt().map(at -> row("Finished", at.toString())).orElse("")
                + row("Took", took)
                + row("Calls", job.calls() + ", further attempts " + job.retries())
                + job.reason()
                        .map(reason -> row("Reason", reason.code().word() + ": " + reason.message()))
                        .orElse("");
    }

    private static String words(Duration took) {
        long seconds = took.toSeconds();
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0)
                : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private static String row(String name, String value) {
        return "<tr><th>" + text(name) + "</th><td>" + text(value) + "</td></tr>\n";
    }

    private String tiles() {
        Tally tally = job.tally();
        return tile("edits", tally.total(), "all")
                + tile("succeeded", tally.succeeded(), "succeeded")
                + tile("failed", tally.failed(), "failed")
                + tile("skipped", tally.skipped(), "skipped")
                + tile("unknown", tally.unknown(), "unknown");
    }

    private static String tile(String name, long count, String kind) {
        return "<div class=\"tile " + kind + "\"><b>" + String.format(Locale.ROOT, "%,d", count) + "</b>" + name
                + "</div>\n";
    }

    private static String failures(Iterable<Group> groups) {
        StringBuilder html = new StringBuilder();
        List<Group> sorted = new ArrayList<>();
        groups.forEach(sorted::add);
        sorted.sort(Comparator.comparingLong((Group group) -> -group.count));
        for (Group group : sorted) {
            html.append("<section class=\"group ")
                    .append(group.status.word())
                    .append("\"><h3><code>")
                    .append(group.code.word())
                    .append("</code> <span>")
                    .append(String.format(Locale.ROOT, "%,d %s", group.count, group.status.word()))
                    .append("</span></h3><p class=\"hint\">")
                    .append(text(group.code.hint()))
                    .append("</p><ul>");
            group.messages.forEach(
                    message -> html.append("<li>").append(text(message)).append("</li>"));
            html.append("</ul><p class=\"rows\">rows ")
                    .append(text(group.rows.stream()
                            .map(String::valueOf)
                            .reduce((a, b) -> a + ", " + b)
                            .orElse("")))
                    .append(group.count > group.rows.size() ? ", …" : "")
                    .append("</p></section>\n");
        }
        return html.isEmpty() ? "<p>Nothing failed, and nothing was left out.</p>" : html.toString();
    }

    private String history() {
        StringBuilder html = new StringBuilder();
        ledger.history()
                .of(job.id())
                .forEach(line -> html.append("<li>").append(text(line)).append("</li>\n"));
        return html.toString();
    }

    private static String template() throws IOException {
        try (InputStream page = HtmlReport.class.getResourceAsStream("report.html")) {
            if (page == null) {
                throw new IOException("The program is not whole: report.html is missing in it.");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("{{", "&#123;&#123;");
    }
}
