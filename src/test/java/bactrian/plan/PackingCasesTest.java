package bactrian.plan;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.DraftCall;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What calls rows become, case by case. */
class PackingCasesTest {
    private static final Path CASES = Path.of("src/test/resources/bactrian/plan/packing.yaml");

    @TestFactory
    Stream<DynamicTest> rowsBecomeTheseCalls() throws IOException {
        JsonNode cases = new YAMLMapper().readTree(CASES.toFile());
        return StreamSupport.stream(cases.spliterator(), false)
                .map(each -> DynamicTest.dynamicTest(each.path("name").asText(), () -> check(each)));
    }

    private static void check(JsonNode each) {
        RecordedPlan plan = RecordedPlan.of(
                rows(texts(each.path("rows"))), each.path("limit").asInt());

        assertThat(plan.calls.stream().map(call -> text(plan, call)))
                .containsExactlyElementsOf(texts(each.path("calls")));
        if (each.has("sections")) {
            assertThat(plan.calls.stream().map(call -> Integer.toString(call.section())))
                    .containsExactlyElementsOf(texts(each.path("sections")));
        }
    }

    private static Rows rows(List<String> lines) {
        Rows rows = new Rows();
        long bundle = 0;
        for (String line : lines) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "where" -> rows.where("shop", words[1], "all");
                case "together" -> bundle = Long.parseLong(words[1]);
                default -> {
                    if (bundle > 0) {
                        rows.bundle("shop", bundle, words[0], List.of(words[1]));
                    } else {
                        rows.set(words[0], words[1]);
                    }
                }
            }
        }
        return rows;
    }

    private static String text(RecordedPlan plan, DraftCall call) {
        String after = call.after().stream().map(Object::toString).collect(Collectors.joining(", "));
        return plan.changeOf(call).values().path("value").asText() + " " + call.targets()
                + (after.isEmpty() ? "" : " after " + after);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
