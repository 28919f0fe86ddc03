package bactrian.provider.yandextracker;

import bactrian.operation.Call;
import bactrian.operation.Pursuit;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.provider.ErrorText;
import bactrian.provider.Reading;
import bactrian.provider.Reading.Pause;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the issues of an ended bulk change, then says what became of every edit. */
final class IssueOutcomes {
    private static final int KEYS_SHOWN = 20;

    private IssueOutcomes() {}

    static Request ask(Pursuit pursuit) {
        int page = IssueRows.of(pursuit).page();
        return Request.get(BulkChangeStatus.path(pursuit) + "/issues" + (page == 1 ? "" : "?page=" + page));
    }

    static Reading read(Call call, Pursuit pursuit, Reply reply) {
        IssueRows rows = IssueRows.of(pursuit);
        if (!reply.successful()) {
            return new Reading.Settled(Collections.nCopies(
                    call.size(), withoutRows(rows, TrackerError.of(reply).message())));
        }
        Optional<JsonNode> page = IssueReads.listed(reply);
        if (page.isEmpty()) {
            return new Reading.Unreadable("Tracker answered with something that is not a list of issues");
        }
        rows.add(page.get());
        boolean more = !page.get().isEmpty()
                && reply.header("X-Total-Pages")
                        .filter(pages -> after(pages, rows.page()))
                        .isPresent();
        if (more) {
            return new Reading.Following(rows.nextPage(), Pause.NONE, "reading its issues");
        }
        return new Reading.Settled(
                call.change().where().isPresent() ? List.of(ofSelection(rows)) : ofIssues(call, rows));
    }

    private static boolean after(String pages, int page) {
        return pages.length() < 9
                && pages.chars().allMatch(Character::isDigit)
                && !pages.isEmpty()
                && Integer.parseInt(pages) > page;
    }

    private static List<Outcome> ofIssues(Call call, IssueRows rows) {
        Outcome unlisted = unlisted(call, rows);
        return call.targets().stream()
                .map(key -> rows.failure(key).orElseGet(() -> rows.done(key) ? Outcome.succeeded() : unlisted))
                .toList();
    }

    /** What became of issues that are not listed, which they are documented to be if they failed. */
    private static Outcome unlisted(Call call, IssueRows rows) {
        List<String> failed = rows.failed();
        Set<String> sent = failed.isEmpty() ? Set.of() : Set.copyOf(call.targets());
        List<String> strangers =
                failed.stream().filter(key -> !sent.contains(key)).toList();
        if (!strangers.isEmpty()) {
            return Outcome.unknown("Tracker lists failures under keys that were not sent: " + some(strangers) + ".");
        }
        if (rows.ending() == IssueRows.Ending.COMPLETE) {
            return Outcome.succeeded();
        }
        if (isZero(rows.completed())) {
            return Outcome.failed(Code.REJECTED, "Tracker ended the bulk change without changing any issue.");
        }
        // Only if the counts leave nothing open were all the others changed.
        boolean accounted = rows.completed().isPresent()
                && rows.completed().getAsLong() + failed.size() >= rows.total().orElse(call.size());
        return accounted
                ? Outcome.succeeded()
                : Outcome.unknown("Tracker ended the bulk change as failed and does not say whether this issue was"
                        + " changed.");
    }

    private static Outcome ofSelection(IssueRows rows) {
        List<String> failed = rows.failed();
        if (rows.ending() == IssueRows.Ending.COMPLETE && failed.isEmpty()) {
            return affecting(Outcome.succeeded(), rows.total());
        }
        boolean none = isZero(rows.completed())
                || rows.total().isPresent() && failed.size() >= rows.total().getAsLong();
        if (failed.isEmpty() && !none && rows.completed().isEmpty()) {
            return Outcome.unknown("Tracker ended the bulk change as failed and does not say what it changed.");
        }
        String message = counts(rows)
                + (failed.isEmpty() ? "" : " Failed: " + some(failed) + ". ")
                + failed.stream()
                        .findFirst()
                        .flatMap(rows::failure)
                        .map(first -> failed.get(0) + ": " + first.message())
                        .orElse("");
        return none
                ? Outcome.failed(Code.REJECTED, message.strip())
                : affecting(Outcome.failed(Code.PARTIAL, message.strip()), changed(rows));
    }

    private static String counts(IssueRows rows) {
        String of = rows.total().isPresent() ? " of " + rows.total().getAsLong() + " issues" : " issues";
        OptionalLong changed = changed(rows);
        return changed.isPresent()
                ? changed.getAsLong() + of + " were changed."
                : rows.failed().size() + of + " were not changed.";
    }

    private static OptionalLong changed(IssueRows rows) {
        return rows.completed().isPresent() || rows.total().isEmpty()
                ? rows.completed()
                : OptionalLong.of(
                        Math.max(0, rows.total().getAsLong() - rows.failed().size()));
    }

    /** The bulk change has ended, but which issues failed cannot be read. */
    private static Outcome withoutRows(IssueRows rows, String why) {
        if (rows.ending() == IssueRows.Ending.COMPLETE
                && rows.total().isPresent()
                && rows.total().equals(rows.completed())) {
            return Outcome.succeeded();
        }
        if (rows.ending() == IssueRows.Ending.FAILED && isZero(rows.completed())) {
            return Outcome.failed(Code.REJECTED, "Tracker ended the bulk change without changing any issue.");
        }
        return Outcome.unknown("Tracker does not show which issues failed: " + ErrorText.cut(why));
    }

    private static Outcome affecting(Outcome outcome, OptionalLong count) {
        return count.isPresent() ? outcome.affecting(count.getAsLong()) : outcome;
    }

    private static boolean isZero(OptionalLong count) {
        return count.isPresent() && count.getAsLong() == 0;
    }

    private static String some(List<String> keys) {
        String shown = String.join(", ", keys.subList(0, Math.min(KEYS_SHOWN, keys.size())));
        return keys.size() <= KEYS_SHOWN ? shown : shown + " and " + (keys.size() - KEYS_SHOWN) + " more";
    }
}
