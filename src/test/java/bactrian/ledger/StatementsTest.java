package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

final class StatementsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aNamedParameterIsFilledInWhereverItStands() {
        String found = jdbi().withHandle(
                        handle -> handle.createQuery("select :what || '-' || :other_2 || '-' || :what where 1 = :one")
                                .bind("what", "a")
                                .bind("other_2", "b")
                                .bind("one", 1)
                                .mapTo(String.class)
                                .one());

        assertThat(found).isEqualTo("a-b-a");
    }

    @Test
    void positionsAreFilledInOrder() {
        String found = jdbi().withHandle(handle -> handle.select("select ? || '-' || ?", "a", "b")
                .mapTo(String.class)
                .one());

        assertThat(found).isEqualTo("a-b");
    }

    @Test
    void whatLooksLikeAParameterInTextIsText() {
        String found = jdbi().withHandle(handle -> handle.select("select 'at 10:30, :name, it''s ? <b>' || ?", "!")
                .mapTo(String.class)
                .one());

        assertThat(found).isEqualTo("at 10:30, :name, it's ? <b>!");
    }

    private Jdbi jdbi() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("statements.db"));
        return Statements.of(source);
    }
}
