package bactrian.ledger;

import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Outcomes packed as runs of equal ones. A run may be of edits that have none yet. */
final class Outcomes {
    private static final int NONE = 0;

    private Outcomes() {}

    /** Equal outcomes that follow each other. */
    record Run(int count, Optional<Outcome> outcome) {}

    static byte[] pack(List<Optional<Outcome>> outcomes) {
        PackWriter pack = new PackWriter();
        int from = 0;
        for (int at = 1; at <= outcomes.size(); at++) {
            if (at == outcomes.size() || !outcomes.get(at).equals(outcomes.get(from))) {
                run(pack, at - from, outcomes.get(from));
                from = at;
            }
        }
        return pack.toBytes();
    }

    private static void run(PackWriter pack, int count, Optional<Outcome> outcome) {
        pack.number(count);
        if (outcome.isEmpty()) {
            pack.number(NONE);
            return;
        }
        Outcome known = outcome.get();
        pack.number(number(known.status())).text(known.code().word()).text(known.message());
        pack.number(known.affected().isPresent() ? known.affected().getAsLong() + 1 : 0);
    }

    static List<Run> runs(byte[] packed) {
        PackReader pack = new PackReader(packed);
        List<Run> runs = new ArrayList<>();
        while (!pack.atEnd()) {
            int count = (int) pack.number();
            int status = (int) pack.number();
            runs.add(new Run(count, status == NONE ? Optional.empty() : Optional.of(outcome(status, pack))));
        }
        return runs;
    }

    static List<Optional<Outcome>> unpack(byte[] packed) {
        List<Optional<Outcome>> outcomes = new ArrayList<>();
        for (Run run : runs(packed)) {
            for (int i = 0; i < run.count(); i++) {
                outcomes.add(run.outcome());
            }
        }
        return outcomes;
    }

    private static Outcome outcome(int status, PackReader pack) {
        Code code = Code.of(pack.text()).orElse(Code.INTERNAL);
        String message = pack.text();
        long affected = pack.number();
        return new Outcome(
                status(status), code, message, affected == 0 ? OptionalLong.empty() : OptionalLong.of(affected - 1));
    }

    // Written out, because what is on disk must not move when the enum does.
    private static int number(Status status) {
        return switch (status) {
            case SUCCEEDED -> 1;
            case FAILED -> 2;
            case SKIPPED -> 3;
            case UNKNOWN -> 4;
        };
    }

    private static Status status(int number) {
        return switch (number) {
            case 1 -> Status.SUCCEEDED;
            case 2 -> Status.FAILED;
            case 3 -> Status.SKIPPED;
            case 4 -> Status.UNKNOWN;
            default -> throw new IllegalStateException("no status has number " + number);
        };
    }
}
