package bactrian.ledger;

import org.jdbi.v3.core.Handle;

/** What the calls of a job ask about it. */
final class JobFlags {
    private JobFlags() {}

    static boolean cancelled(Handle handle, long job) {
        return handle.createQuery("select cancelled from job where number = :job")
                        .bind("job", job)
                        .mapTo(int.class)
                        .one()
                == 1;
    }
}
