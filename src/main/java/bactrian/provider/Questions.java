package bactrian.provider;

import bactrian.operation.Call;
import bactrian.operation.Pursuit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The questions about a call: a read-back goes the same way at every provider, all others are its dialect's own. */
public final class Questions {
    private final Dialect dialect;
    private final Call call;
    private final Supplier<Map<String, ObjectNode>> before;

    /** @param before values before the call was sent, by target; asked only where a read-back needs them */
    public Questions(Dialect dialect, Call call, Supplier<Map<String, ObjectNode>> before) {
        this.dialect = dialect;
        this.call = call;
        this.before = before;
    }

    /** The next question of a pursuit. */
    public Request ask(Pursuit pursuit) {
        return readBack(pursuit).map(readBack -> readBack.ask(pursuit)).orElseGet(() -> dialect.ask(call, pursuit));
    }

    /** What the answer says. @param age how long the call has been followed */
    public Reading read(Pursuit pursuit, Duration age, Reply reply) {
        return readBack(pursuit)
                .map(readBack -> readBack.read(pursuit, age, reply))
                .orElseGet(() -> dialect.read(call, pursuit, age, reply));
    }

    private Optional<ReadBack> readBack(Pursuit pursuit) {
        return Optional.of(pursuit).filter(ReadBack::asks).flatMap(any -> dialect.reads(
                        call.change().operation())
                .map(reads -> new ReadBack(reads, call, before.get())));
    }
}
