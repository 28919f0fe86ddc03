package bactrian.dispatch;

import bactrian.operation.Call;
import java.time.Duration;

/** Hears of what lanes do, to count it. Must be quick, safe for many threads, and throws nothing. */
@FunctionalInterface
public interface Observer {
    Observer NONE = (call, attempt, took) -> {};

    /** A request went out, or could not; an ask after a followed call, too. @param took until the answer was in */
    void attempted(Call call, Attempt attempt, Duration took);
}
