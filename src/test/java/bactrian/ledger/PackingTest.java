package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.UniqueElements;

/** What goes into the ledger packed comes out as it was. */
class PackingTest {
    @Property(tries = 200)
    void ordinals(@ForAll @UniqueElements List<@LongRange(max = Long.MAX_VALUE - 1) Long> any) {
        List<Long> ascending = any.stream().sorted().toList();

        assertThat(LongStream.of(Ordinals.unpack(Ordinals.pack(ascending))).boxed())
                .isEqualTo(ascending);
    }

    @Property(tries = 200)
    void targets(@ForAll("texts") List<String> targets) {
        assertThat(Targets.unpack(Targets.pack(targets))).isEqualTo(targets);
    }

    @Property(tries = 200)
    void outcomes(@ForAll("outcomes") List<Optional<Outcome>> outcomes) {
        assertThat(Outcomes.unpack(Outcomes.pack(outcomes))).isEqualTo(outcomes);
    }

    @Example
    void neighboursShareTheirBytes() {
        List<String> keys = LongStream.range(0, 10_000)
                .mapToObj(i -> "PROJ-" + (100_000 + i))
                .toList();

        assertThat(Targets.pack(keys)).hasSizeLessThan(40_000);
        assertThat(Ordinals.pack(
                        LongStream.range(0, 10_000).map(i -> i * 100).boxed().toList()))
                .hasSizeLessThan(10_010);
        assertThat(Outcomes.pack(Collections.nCopies(10_000, Optional.of(Outcome.succeeded()))))
                .hasSizeLessThan(10);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings().withChars("ab-ü€").withChars('0', '9').list();
    }

    @Provide
    Arbitrary<List<Optional<Outcome>>> outcomes() {
        return Combinators.combine(
                        Arbitraries.of(Status.class),
                        Arbitraries.of(Code.OK, Code.NOT_FOUND),
                        Arbitraries.of("", "keine Änderung"),
                        Arbitraries.longs().between(-1, 3))
                .as((status, code, message, affected) -> new Outcome(
                        status, code, message, affected < 0 ? OptionalLong.empty() : OptionalLong.of(affected)))
                .optional()
                .list()
                .ofMaxSize(40);
    }
}
