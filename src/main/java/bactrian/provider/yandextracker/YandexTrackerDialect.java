package bactrian.provider.yandextracker;

import bactrian.operation.Call;
import bactrian.operation.Connection;
import bactrian.operation.Pursuit;
import bactrian.operation.Secret;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import bactrian.provider.Dialect;
import bactrian.provider.Mentions;
import bactrian.provider.Reading;
import bactrian.provider.Reading.Blame;
import bactrian.provider.Reads;
import bactrian.provider.RefusalCode;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How calls to Yandex Tracker are written and its answers are read. */
final class YandexTrackerDialect implements Dialect {
    private static final Reads READS = new IssueReads();

    private final Connection connection;

    YandexTrackerDialect(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, String> authorization() {
        Map<String, String> headers = new LinkedHashMap<>();
        String kind = TokenKind.of(connection).orElse(TokenKind.OAUTH).word();
        String token = connection
                .secret(YandexTrackerProvider.TOKEN)
                .map(Secret::reveal)
                .orElseThrow();
        headers.put("Authorization", kind + " " + token);
        connection.option(YandexTrackerProvider.ORG_ID).ifPresent(id -> headers.put("X-Org-ID", id));
        connection.option(YandexTrackerProvider.CLOUD_ORG_ID).ifPresent(id -> headers.put("X-Cloud-Org-ID", id));
        return headers;
    }

    @Override
    public Request probe() {
        return Request.get("/myself");
    }

    @Override
    public Request write(Call call) {
        return BulkChange.write(call);
    }

    @Override
    public Reading read(Call call, Reply reply) {
        if (reply.status() == 408) {
            // Gateways say this of slow answers too, so the call may have arrived.
            return new Reading.Unreadable("Tracker answered 408");
        }
        if (!reply.successful()) {
            return refused(call, TrackerError.of(reply));
        }
        String id = reply.json().map(change -> change.path("id").asText("")).orElse("");
        return id.isEmpty()
                ? new Reading.Unreadable("Tracker answered without the id of a bulk change")
                : BulkChangeStatus.started(id);
    }

    @Override
    public Request ask(Call call, Pursuit pursuit) {
        return pursuit.step().equals(IssueRows.STEP) ? IssueOutcomes.ask(pursuit) : BulkChangeStatus.ask(pursuit);
    }

    @Override
    public Reading read(Call call, Pursuit pursuit, Duration age, Reply reply) {
        return pursuit.step().equals(IssueRows.STEP)
                ? IssueOutcomes.read(call, pursuit, reply)
                : BulkChangeStatus.read(call, pursuit, age, reply);
    }

    @Override
    public Optional<Reads> reads(String operation) {
        return Optional.of(READS);
    }

    /** An issue that the first attempt took to its new status may not offer the transition to the second. */
    @Override
    public Reading afterLostAnswer(Call call, Reading reading) {
        if (!call.change().operation().equals(YandexTrackerCatalogue.TRANSITION)
                || !(reading instanceof Reading.Settled settled)) {
            return reading;
        }
        return new Reading.Settled(settled.outcomes().stream()
                .map(outcome -> outcome.status() == Status.FAILED
                        ? Outcome.unknown("An attempt whose answer was lost may have done it; the repeat failed: "
                                + outcome.message())
                        : outcome)
                .toList());
    }

    /** One unknown key refuses the whole call; {@code errors.issues} then quotes it in a sentence of any language. */
    private static Reading refused(Call call, TrackerError error) {
        boolean issues = error.fields().isEmpty() || error.fields().contains("issues");
        if (call.size() == 1 || !issues || RefusalCode.concernsWholeCall(error.status())) {
            return new Reading.Refused(error.outcome(), Set.of(), Blame.WHOLE_CALL);
        }
        Set<Integer> culprits = Mentions.in(error.message(), call.targets(), word -> word.toUpperCase(Locale.ROOT));
        return new Reading.Refused(error.outcome(), culprits, Blame.SOME_EDITS);
    }
}
