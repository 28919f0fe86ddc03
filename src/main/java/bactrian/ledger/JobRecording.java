package bactrian.ledger;

import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Records a job that has come in. */
final class JobRecording {
    private static final JobRow ROW = new JobRow();

    private JobRecording() {}

    /**
     * The new job, or the one that the same arrival has already.
     *
     * @throws IllegalArgumentException when there is a job with this id
     */
    static Job insert(Handle handle, InstantSource clock, String id, Arrival arrival) {
        if (handle.select("select * from job where id = ?", id)
                .map(ROW)
                .findFirst()
                .isPresent()) {
            throw new IllegalArgumentException("there is a job " + id + " already");
        }
        Optional<Job> before = arrival.identity().flatMap(identity -> handle.select(
                        "select * from job where identity = ? and sha256 = ? order by number desc limit 1",
                        identity,
                        arrival.sha256())
                .map(ROW)
                .findFirst());
        if (before.isPresent()) {
            return before.get();
        }
        handle.createUpdate("insert into job (id, state, source, file_name, format, provider, operation,"
                        + " connection, sha256, bytes, identity, options, prove, received_at) values (:id, 'received',"
                        + " :source, :fileName, :format, :provider, :operation, :connection, :sha256, :bytes,"
                        + " :identity, :options, :prove, :now)")
                .bind("id", id)
                .bind("source", arrival.source())
                .bind("fileName", arrival.fileName())
                .bind("format", arrival.format())
                .bind("provider", arrival.provider().orElse(null))
                .bind("operation", arrival.operation().orElse(null))
                .bind("connection", arrival.connection().orElse(null))
                .bind("sha256", arrival.sha256())
                .bind("bytes", arrival.bytes())
                .bind("identity", arrival.identity().orElse(null))
                .bind("options", Json.write(arrival.options()))
                .bind("prove", "true".equals(arrival.options().get(Arrival.VERIFY)) ? 1 : 0)
                .bind("now", clock.millis())
                .execute();
        new JobMoves(handle, clock).note(id, "bactrian", "received from " + arrival.source());
        return handle.select("select * from job where id = ?", id).map(ROW).one();
    }
}
