package bactrian.provider;

import bactrian.operation.Call;
import bactrian.operation.Pursuit;
import java.time.Instant;
import java.util.List;

/**
 * A call whose answer was lost, with what is known around it.
 *
 * @param sentAt when it was sent, by this machine's clock
 * @param others how the latest hundred other calls of its job are or were followed
 */
public record LostCall(Call call, Instant sentAt, List<Pursuit> others) {
    public LostCall {
        others = List.copyOf(others);
    }
}
