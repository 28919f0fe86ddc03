package bactrian.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Messages that have been taken from a queue. When a verb returns, the message may be acknowledged. */
public final class Messages {
    private final Store store;
    private final InstantSource clock;

    /** What is kept of a message until it is gathered with others. */
    private record Content(String body, String instruction, String fellowship) {}

    Messages(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether this message has been taken in before. */
    public boolean knows(String identity, String sha256) {
        return store.read(handle -> knows(handle, identity, sha256));
    }

    /** Records a job whose document is this message, and the message with it. @param id unused so far */
    public Job receive(String id, Arrival arrival, String identity, Letter letter) {
        return store.write(handle -> {
            Job job = JobRecording.insert(handle, clock, id, arrival);
            if (!knows(handle, identity, arrival.sha256())) {
                insert(handle, identity, arrival.sha256(), letter, Optional.of(job.arrivalNumber()), Optional.empty());
            }
            return job;
        });
    }

    /**
     * Keeps a message until it is gathered with others.
     *
     * @param body as received
     * @param fellowship messages that have the same may share a job
     * @param instruction what it asks for, as one line of NDJSON
     */
    public void keep(
            String identity, String sha256, Letter letter, String body, String fellowship, String instruction) {
        store.write(handle -> {
            if (!knows(handle, identity, sha256)) {
                insert(
                        handle,
                        identity,
                        sha256,
                        letter,
                        Optional.empty(),
                        Optional.of(new Content(body, instruction, fellowship)));
            }
            return true;
        });
    }

    /** The oldest messages that wait to be gathered, in order of arrival. */
    public List<WaitingMessage> waiting(int limit) {
        return store.read(
                handle -> handle.createQuery("select number, fellowship, instruction, received_at from message"
                                + " where job is null order by number limit :limit")
                        .bind("limit", limit)
                        .map((row, context) -> new WaitingMessage(
                                row.getLong("number"),
                                row.getString("fellowship"),
                                row.getString("instruction"),
                                Instant.ofEpochMilli(row.getLong("received_at"))))
                        .list());
    }

    /**
     * Records a job whose document is made of messages that waited.
     *
     * @param numbers of the messages, in the order of the document
     * @throws IllegalStateException when one of them has a job already; then nothing was recorded
     */
    public Job gather(String id, Arrival arrival, List<Long> numbers) {
        return store.write(handle -> {
            Job job = JobRecording.insert(handle, clock, id, arrival);
            for (int place = 1; place <= numbers.size(); place++) {
                int changed = handle.execute(
                        "update message set job = ?, place = ?, instruction = null where number = ? and job is null",
                        job.arrivalNumber(),
                        place,
                        numbers.get(place - 1));
                if (changed != 1) {
                    throw new IllegalStateException("another process has gathered these messages");
                }
            }
            return job;
        });
    }

    /** The message with this number, once it has a job. */
    public Optional<Message> find(long number) {
        return store.read(
                handle -> handle.createQuery("select m.identity, m.place, m.letter, m.body, j.id from message m"
                                + " join job j on j.number = m.job where m.number = :number")
                        .bind("number", number)
                        .map((row, context) -> new Message(
                                row.getString("identity"),
                                row.getString("id"),
                                Columns.number(row, "place"),
                                Columns.text(row, "body"),
                                Letter.ofJson(row.getString("letter"))))
                        .findFirst());
    }

    private static boolean knows(Handle handle, String identity, String sha256) {
        return handle.createQuery("select count(*) from message where identity = :identity and sha256 = :sha256")
                        .bind("identity", identity)
                        .bind("sha256", sha256)
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    private void insert(
            Handle handle, String identity, String sha256, Letter letter, Optional<Long> job, Optional<Content> kept) {
        handle.createUpdate("insert into message (identity, sha256, letter, job, body, instruction, fellowship,"
                        + " received_at) values (:identity, :sha256, :letter, :job, :body, :instruction, :fellowship,"
                        + " :now)")
                .bind("identity", identity)
                .bind("sha256", sha256)
                .bind("letter", letter.toJson())
                .bind("job", job.orElse(null))
                .bind("body", kept.map(Content::body).orElse(null))
                .bind("instruction", kept.map(Content::instruction).orElse(null))
                .bind("fellowship", kept.map(Content::fellowship).orElse(null))
                .bind("now", clock.millis())
                .execute();
    }
}
