package bactrian.ledger;

import bactrian.ledger.LaneState.Trouble;
import bactrian.outcome.Code;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the lanes are, kept by those who run them and read by everybody: a state outlives its process, so that {@code
 * give-up-after} does not begin again with the next one.
 */
public final class LaneStates {
    private static final String SELECT = "select name, trouble_code, trouble_why, trouble_since, next_probe, probes,"
            + " limited_since from connection where ";

    private final Store store;

    LaneStates(Store store) {
        this.store = store;
    }

    /** Keeps a lane's state in the place of the one before. */
    public void record(LaneState state) {
        Optional<Trouble> trouble = state.trouble();
        store.write(handle -> {
            long number = ConnectionRows.number(handle, state.connection());
            return handle.createUpdate("update connection set trouble_code = :code, trouble_why = :why,"
                            + " trouble_since = :since, next_probe = :next, probes = :probes, limited_since = :limited"
                            + " where number = :number")
                    .bind("code", trouble.map(t -> t.code().word()).orElse(null))
                    .bind("why", trouble.map(Trouble::why).orElse(null))
                    .bind("since", trouble.map(t -> t.since().toEpochMilli()).orElse(null))
                    .bind("next", trouble.map(t -> t.nextProbe().toEpochMilli()).orElse(null))
                    .bind("probes", trouble.map(Trouble::probes).orElse(0))
                    .bind(
                            "limited",
                            state.limitedSince().map(Instant::toEpochMilli).orElse(null))
                    .bind("number", number)
                    .execute();
        });
    }

    /** Lanes that are not well, as they were last recorded, in order of name. */
    public List<LaneState> unwell() {
        return store.read(handle -> handle.createQuery(
                        SELECT + "trouble_code is not null or limited_since is not null order by name")
                .map((row, context) -> state(row))
                .list());
    }

    /**
     * Tells whoever runs the lane that the provider is back or that its credentials are new: it is asked at once.
     *
     * @return whether the lane was not well
     */
    public boolean resume(String connection) {
        return store.write(handle -> {
            long number = ConnectionRows.number(handle, connection);
            handle.execute("update connection set resumed = resumed + 1 where number = ?", number);
            return handle.createQuery("select count(*) from connection where number = :number"
                                    + " and (trouble_code is not null or limited_since is not null)")
                            .bind("number", number)
                            .mapTo(int.class)
                            .one()
                    == 1;
        });
    }

    /** How often each lane was resumed so far; those are missing that never were. */
    public Map<String, Long> resumed() {
        return store.read(handle -> handle.createQuery("select name, resumed from connection where resumed > 0")
                .map((row, context) -> Map.entry(row.getString("name"), row.getLong("resumed")))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static LaneState state(ResultSet row) throws SQLException {
        Optional<Trouble> trouble = Optional.empty();
        if (row.getString("trouble_code") != null) {
            trouble = Optional.of(new Trouble(
                    Code.of(row.getString("trouble_code")).orElse(Code.UNAVAILABLE),
                    row.getString("trouble_why"),
                    Instant.ofEpochMilli(row.getLong("trouble_since")),
                    Instant.ofEpochMilli(row.getLong("next_probe")),
                    row.getInt("probes")));
        }
        long limitedSince = row.getLong("limited_since");
        Optional<Instant> limited = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(limitedSince));
        return new LaneState(row.getString("name"), trouble, limited);
    }
}
