package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger cannot be written for a while, at the worst moments, under calls that are not safe to repeat. */
class LedgerTroubleTest {
    private static final int EDITS = 6;

    private final Path folder;
    private final OneLane lane;

    LedgerTroubleTest(@TempDir Path folder) {
        this.folder = folder;
        this.lane = new OneLane(folder, 10, Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void whatCannotBeRecordedIsNotSent() throws Exception {
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        refuse("new.state = 'sending'");

        lane.workFor(Duration.ofMinutes(20));

        assertThat(lane.calls).isEmpty();
        assertThat(lane.probes).isEmpty();
        allow();
        lane.finish(job);
        assertThat(job.outcomes()).containsOnly("succeeded ok").hasSize(EDITS);
        assertThat(lane.calls).hasSize(EDITS);
    }

    @Test
    void anAnswerInHandIsKeptUntilItCanBeRecorded() throws Exception {
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        lane.provider = request -> {
            if (lane.calls.size() == 2) {
                refuse("old.state = 'sending'");
                lane.time.at(lane.time.passed().plus(Duration.ofMinutes(30)), this::allow);
            }
            return OneLane.OK;
        };

        lane.finish(job);

        assertThat(lane.time.passed()).isGreaterThan(Duration.ofMinutes(30));
        assertThat(job.outcomes()).containsOnly("succeeded ok").hasSize(EDITS);
        assertThat(lane.calls).hasSize(EDITS);
    }

    @Test
    void anAnswerThatWasNeverRecordedIsNotSentForAgain() throws Exception {
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        lane.provider = request -> {
            if (lane.calls.size() == 2) {
                refuse("old.state = 'sending'");
                throw new ProcessDied();
            }
            return OneLane.OK;
        };
        try {
            lane.finish(job);
        } catch (ProcessDied asPlanned) {
            allow();
        }

        lane.provider = request -> OneLane.OK;
        lane.restart();
        lane.finish(job);

        assertThat(job.outcomes()).containsOnlyOnce("unknown outcome-unknown").contains("succeeded ok");
        assertThat(lane.calls).hasSize(EDITS);
    }

    /** As a full disk would: the database refuses changes of this kind. */
    private void refuse(String when) {
        execute("create trigger trouble before update of state on call when " + when
                + " begin select raise(abort, 'database or disk is full'); end");
    }

    private void allow() {
        execute("drop trigger trouble");
    }

    private void execute(String sql) {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                Statement statement = other.createStatement()) {
            statement.execute("pragma busy_timeout = 30000");
            statement.execute(sql);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** After this nobody settles what was sent. */
    private static final class ProcessDied extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
