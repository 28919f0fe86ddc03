package bactrian.ledger;

/** How the jobs of one connection share it. They always start in order of arrival. */
public enum JobOrder {
    /** The next one begins while calls of the one before are still in flight, followed or put off. */
    OVERLAPPING,
    /** A job's calls are not claimed while an earlier job, running or paused, has calls open at the same connection. */
    SEQUENTIAL
}
