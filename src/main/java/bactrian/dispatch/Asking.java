package bactrian.dispatch;

import bactrian.ledger.Claim;
import bactrian.ledger.Evidence;
import bactrian.operation.Call;
import bactrian.operation.Pursuit;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import bactrian.provider.Dialect;
import bactrian.provider.LostCall;
import bactrian.provider.Questions;
import bactrian.provider.ReadBack;
import bactrian.provider.Reading;
import bactrian.provider.Reads;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests of a call and what their answers say: its edits, and the questions before and after them. */
final class Asking {
    private final Evidence evidence;
    private final Dialect dialect;
    private final Beforehand beforehand;

    Asking(Evidence evidence, Dialect dialect, int maxTries) {
        this.evidence = evidence;
        this.dialect = dialect;
        this.beforehand = new Beforehand(evidence, dialect, maxTries);
    }

    Request write(Claim claim) {
        Call call = claim.call();
        return claim.pursuit()
                .map(pursuit -> Beforehand.asks(pursuit)
                        ? beforehand.ask(call, pursuit)
                        : questions(call).ask(pursuit))
                .orElseGet(() -> dialect.write(call));
    }

    /** Whether the claim asks before anything of it was sent. */
    static boolean beforehand(Claim claim) {
        return claim.pursuit().filter(Beforehand::asks).isPresent();
    }

    /** What the answer to a question says. */
    Reading read(Claim claim, Duration age, Reply reply) {
        Pursuit pursuit = claim.pursuit().orElseThrow();
        return Beforehand.asks(pursuit)
                ? beforehand.read(claim, reply)
                : questions(claim.call()).read(pursuit, age, reply);
    }

    /** A question that comes before the edits got no answer. */
    Reading unanswered(Claim claim, String why) {
        return beforehand.unanswered(claim, why);
    }

    /** Whether the provider can be asked what became of such a call when its answer is lost. */
    boolean canRecover(Call call) {
        return recovery(new LostCall(call, Instant.EPOCH, List.of())).isPresent();
    }

    /** How to find out what became of a call whose answer was lost. */
    Pursuit recovery(Call call) {
        Instant sentAt =
                evidence.calls(call.job(), call.number(), 1).get(0).sentAt().orElse(Instant.EPOCH);
        return recovery(new LostCall(call, sentAt, evidence.pursued(call))).orElseThrow();
    }

    private Optional<Pursuit> recovery(LostCall lost) {
        Call call = lost.call();
        return dialect.recovery(lost).or(() -> dialect.reads(call.change().operation())
                .filter(reads -> call.change().where().isEmpty() && ReadBack.tells(reads, call.change())
                        || !before(call).isEmpty())
                .map(reads -> ReadBack.recover()));
    }

    /** What confirms the successes of a call, where its job wants that and they can be read back. */
    Optional<Reading.Following> verification(Claim claim, List<Outcome> outcomes) {
        boolean asked = claim.pursuit()
                .filter(pursuit -> ReadBack.asks(pursuit) || Beforehand.asks(pursuit))
                .isPresent();
        if (!claim.proves() || asked || outcomes.stream().noneMatch(one -> one.status() == Status.SUCCEEDED)) {
            return Optional.empty();
        }
        Optional<Reads> reads = dialect.reads(claim.call().change().operation());
        return reads.filter(any -> new ReadBack(any, claim.call(), before(claim.call())).possible())
                .map(any -> (Reading.Following) ReadBack.verify(outcomes));
    }

    private Questions questions(Call call) {
        return new Questions(dialect, call, () -> before(call));
    }

    private Map<String, ObjectNode> before(Call call) {
        return evidence.before(call.job(), call.number());
    }
}
