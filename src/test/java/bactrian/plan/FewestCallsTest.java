package bactrian.plan;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Edit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How near plans come to the optimum, which is known for small documents only. */
class FewestCallsTest {
    private static final int CASES = 150;

    private record Shape(int targets, int values, int edits, int limit) {}

    @TestFactory
    Stream<DynamicTest> plansAreNearTheOptimum() {
        return Stream.of(
                        new Shape(3, 3, 9, 1_000),
                        new Shape(4, 3, 12, 1_000),
                        new Shape(5, 4, 14, 1_000),
                        new Shape(6, 2, 14, 3),
                        new Shape(6, 3, 14, 2),
                        new Shape(7, 4, 14, 4),
                        new Shape(8, 5, 16, 3))
                .map(shape -> DynamicTest.dynamicTest(shape.toString(), () -> assertNearTheOptimum(shape)));
    }

    private static void assertNearTheOptimum(Shape shape) {
        Random random = new Random(20_261_122);
        double excess = 0;
        int planned = 0;
        int waves = 0;
        int fewest = 0;
        for (int i = 0; i < CASES; i++) {
            List<Edit> edits = document(shape, random);
            int calls = RecordedPlan.of(edits, Rows.catalogue(shape.limit()), Scratch.IN_MEMORY)
                    .calls
                    .size();
            int optimum = new BruteForce(edits, shape.limit()).fewestCalls();
            assertThat(calls).isGreaterThanOrEqualTo(optimum);
            excess += (double) calls / optimum - 1;
            planned += calls;
            fewest += optimum;
            waves += PackingPropertyTest.waveCalls(edits, shape.limit());
        }
        assertThat(excess / CASES).as("planned over optimum").isLessThan(0.10);
    }

    private static List<Edit> document(Shape shape, Random random) {
        Rows rows = new Rows();
        for (int i = 0; i < shape.edits(); i++) {
            String value = Character.toString('a' + random.nextInt(shape.values()));
            rows.set(value, "t" + random.nextInt(shape.targets()));
        }
        return rows.edits();
    }
}
