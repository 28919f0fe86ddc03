package bactrian.schedule;

import bactrian.instruction.Defaults;
import java.time.ZoneId;
import java.util.Optional;
import org.quartz.CronExpression;

/**
 * A scheduled job, as its file says it.
 *
 * @param cron when it is due, by Quartz, in {@code zone}
 * @param source a path, {@code http://…}, {@code https://…} or {@code jdbc:…}
 * @param query SQL, where the source is a database
 * @param format how an answer over HTTP is written, where it does not say so itself: {@code csv}, {@code json}, {@code
 *     ndjson}; empty where nobody says
 * @param defaults for rows that do not say it
 * @param mapping the name of one
 * @param guard the share of known targets that a run may change without asking, from 0 to 1
 */
public record Schedule(
        String name,
        String description,
        CronExpression cron,
        ZoneId zone,
        String source,
        Optional<String> query,
        Optional<String> format,
        Defaults defaults,
        Optional<String> mapping,
        Mode mode,
        double guard) {

    /** What is sent of a snapshot. */
    public enum Mode {
        /** All of it, each time. */
        APPLY,
        /** What has changed since it was last applied. */
        SYNC
    }

    /** What the jobs of this schedule come from, for people and in the ledger. */
    public String origin() {
        return "schedule:" + name;
    }
}
