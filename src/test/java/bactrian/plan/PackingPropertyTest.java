package bactrian.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.DraftCall;
import bactrian.operation.Edit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds for every plan. */
class PackingPropertyTest {

    @Property(tries = 400)
    void callsInAnyAllowedOrderDoWhatTheRowsDoOneByOne(
            @ForAll("documents") List<Edit> edits, @ForAll @IntRange(min = 1, max = 5) int limit, @ForAll long seed) {
        RecordedPlan plan = RecordedPlan.of(edits, Rows.catalogue(limit), Scratch.IN_MEMORY);

        ShopOracle.assertSame(edits, plan, seed);
        assertThat(plan.calls).allMatch(call -> call.ordinals().size() <= limit);
        assertThat(plan.calls)
                .extracting(call -> call.number())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, plan.calls.size()).boxed().toList());
        assertThat(plan.changes).doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void thePlanIsTheSameWithNextToNoMemory(
            @ForAll("documents") List<Edit> edits, @ForAll @IntRange(min = 1, max = 5) int limit) {
        RecordedPlan roomy = RecordedPlan.of(edits, Rows.catalogue(limit), Scratch.IN_MEMORY);
        RecordedPlan tight = RecordedPlan.of(edits, Rows.catalogue(limit), 200);

        assertThat(tight.calls).isEqualTo(roomy.calls);
        assertThat(tight.changes).isEqualTo(roomy.changes);
    }

    @Property(tries = 200)
    void whereNoTargetRepeatsTheCallsAreTheMinimum(
            @ForAll("values") List<String> values, @ForAll @IntRange(min = 1, max = 5) int limit) {
        Rows rows = new Rows();
        IntStream.range(0, values.size()).forEach(i -> rows.set(values.get(i), "t" + i));

        RecordedPlan plan = RecordedPlan.of(rows, limit);

        Map<String, Integer> sizes = new HashMap<>();
        values.forEach(value -> sizes.merge(value, 1, Integer::sum));
        assertThat(plan.calls)
                .hasSize(sizes.values().stream()
                        .mapToInt(size -> (size + limit - 1) / limit)
                        .sum());
        assertThat(plan.calls).allMatch(call -> call.after().isEmpty());
    }

    @Property(tries = 400)
    void neverMoreCallsThanWaves(@ForAll("rows") List<Edit> edits, @ForAll @IntRange(min = 1, max = 5) int limit) {
        RecordedPlan plan = RecordedPlan.of(edits, Rows.catalogue(limit), Scratch.IN_MEMORY);

        assertThat(plan.calls.size()).isLessThanOrEqualTo(waveCalls(edits, limit));
    }

    @Property(tries = 200)
    void aBundleGoesTogetherAndAlone(
            @ForAll("documents") List<Edit> edits, @ForAll @IntRange(min = 1, max = 5) int limit) {
        RecordedPlan plan = RecordedPlan.of(edits, Rows.catalogue(limit), Scratch.IN_MEMORY);

        Map<OptionalLong, List<Edit>> bundles =
                edits.stream().filter(edit -> edit.bundle().isPresent()).collect(groupingBy(Edit::bundle));
        bundles.forEach((bundle, members) -> {
            Set<Long> ordinals = members.stream().map(Edit::ordinal).collect(toSet());
            List<DraftCall> calls = plan.calls.stream()
                    .filter(call -> call.ordinals().stream().anyMatch(ordinals::contains))
                    .toList();
            assertThat(calls).allMatch(call -> ordinals.containsAll(call.ordinals()));
            if (members.stream().map(Edit::target).distinct().count() == members.size()) {
                assertThat(calls).hasSize((members.size() + limit - 1) / limit);
            }
        });
    }

    static int waveCalls(List<Edit> edits, int limit) {
        Map<List<Object>, Integer> seen = new HashMap<>();
        Map<List<Object>, Integer> waves = new HashMap<>();
        for (Edit edit : edits) {
            String connection = edit.change().connection();
            int n = seen.merge(List.of(connection, edit.target()), 1, Integer::sum);
            waves.merge(List.of(connection, n, edit.change().values()), 1, Integer::sum);
        }
        return waves.values().stream()
                .mapToInt(size -> (size + limit - 1) / limit)
                .sum();
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.of("a", "b", "c").list().ofMaxSize(40);
    }

    /** Plain rows: two connections, few targets, few values. */
    @Provide
    Arbitrary<List<Edit>> rows() {
        return lines(Arbitraries.just(Line.Form.ROW));
    }

    /** Rows, selections and instructions that go together. */
    @Provide
    Arbitrary<List<Edit>> documents() {
        return lines(Arbitraries.frequency(
                Tuple.of(20, Line.Form.ROW), Tuple.of(1, Line.Form.WHERE), Tuple.of(3, Line.Form.BUNDLE)));
    }

    private static Arbitrary<List<Edit>> lines(Arbitrary<Line.Form> forms) {
        Arbitrary<Integer> targets = Arbitraries.integers().between(0, 5);
        return Combinators.combine(
                        forms,
                        Arbitraries.frequency(Tuple.of(5, "shop"), Tuple.of(1, "other")),
                        Arbitraries.of("a", "b", "c"),
                        targets.list().ofMinSize(1).ofMaxSize(6))
                .as(Line::new)
                .list()
                .ofMaxSize(30)
                .map(Line::edits);
    }

    /** One line of a made-up document. */
    record Line(Form form, String connection, String value, List<Integer> targets) {
        enum Form {
            ROW,
            WHERE,
            BUNDLE
        }

        static List<Edit> edits(List<Line> lines) {
            Rows rows = new Rows();
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                List<String> names = line.targets().stream().map(t -> "t" + t).toList();
                switch (line.form()) {
                    case ROW -> rows.set(line.connection(), line.value(), names.get(0));
                    case WHERE -> rows.where(line.connection(), line.value(), "all");
                    case BUNDLE -> rows.bundle(line.connection(), i, line.value(), names);
                }
            }
            return rows.edits();
        }
    }
}
