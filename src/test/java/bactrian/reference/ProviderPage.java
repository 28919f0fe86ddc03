package bactrian.reference;

import bactrian.operation.Operation;
import bactrian.operation.Operation.Selector;
import bactrian.operation.Parameter;
import bactrian.provider.Profile;
import bactrian.provider.Provider;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;

/** The page of one provider: its connection, then its operations. */
final class ProviderPage {
    private static final Separators.Spacing AFTER = Separators.Spacing.AFTER;
    private static final ObjectWriter JSON = new JsonMapper()
            .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance().withObjectFieldValueSpacing(AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final Provider provider;
    private final Page page;

    ProviderPage(Provider provider) {
        this.provider = provider;
        this.page = new Page(provider.profile().title());
    }

    String text() {
        connection(provider.profile());
        page.table("operation", "what it does", "call");
        provider.operations()
                .forEach(operation -> page.row(
                        "[`" + operation.name() + "`](#" + operation.name() + ")",
                        operation.summary(),
                        "`" + operation.endpoint() + "`"));
        provider.operations().forEach(this::operation);
        return page.text();
    }

    private void connection(Profile profile) {
        page.line("Provider `" + provider.name() + "`, by default at `" + profile.baseUrl() + "` ("
                + profile.baseUrlVariable() + ") with " + number(profile.requestsPerSecond()) + " requests a second.");
        page.table("setting", "environment variable", "what it is");
        profile.settings()
                .forEach(setting -> page.row(
                        "`" + setting.key() + "`" + (setting.secret() ? " (secret)" : ""),
                        setting.variable().map(variable -> "`" + variable + "`").orElse(""),
                        setting.description()));
    }

    private void operation(Operation operation) {
        page.heading(operation.name());
        page.line(operation.summary() + " `" + operation.endpoint() + "`");
        page.list();
        page.item("Edits: " + edits(operation) + ".");
        page.item(operation.repeatNote());
        if (!operation.compositionNote().isEmpty()) {
            page.item(operation.compositionNote());
        }
        page.item(operation.undoNote());
        if (operation.destroys()) {
            page.item("**Destroys:** what it takes away cannot be brought back.");
        }
        operation.notes().forEach(page::item);
        if (!operation.parameters().isEmpty()) {
            page.table("parameter", "need", "type", "what it is");
            operation.parameters().forEach(this::parameter);
        }
        operation.whereSchema().ifPresent(this::where);
        operation.exampleWhere().ifPresent(where -> page.line("For example `" + where + "`."));
        page.code("json", pretty(instruction(operation)));
        page.line("Source: " + operation.source());
    }

    private static String edits(Operation operation) {
        String ids = "by `id` such as `" + operation.targetForm().example() + "`, up to "
                + operation.idsPerCall(operation.example()) + " a call";
        return operation.selectors().stream()
                .sorted()
                .map(selector -> selector == Selector.IDS ? ids : "by `where`")
                .collect(Collectors.joining("; "));
    }

    private void parameter(Parameter parameter) {
        String need = parameter.required()
                ? "required"
                : parameter
                        .filledIn()
                        .map(value -> "`" + value + "` by default")
                        .orElse("");
        page.row("`" + parameter.name() + "`", need, SchemaText.of(parameter.schema()), parameter.description());
        SchemaText.parts(parameter.name(), parameter.schema())
                .forEach(part -> page.row(
                        "`" + part.getKey() + "`", "", SchemaText.of(part.getValue()), described(part.getValue())));
    }

    private void where(ObjectNode schema) {
        if (!schema.has("properties")) {
            page.line("`where`: " + SchemaText.of(schema) + ".");
            return;
        }
        page.line("`where`: an object of any of");
        page.list();
        schema.path("properties")
                .properties()
                .forEach(part -> page.item("`" + part.getKey() + "`: " + SchemaText.of(part.getValue())));
    }

    private static ObjectNode instruction(Operation operation) {
        ObjectNode instruction = JsonNodeFactory.instance.objectNode();
        instruction.put("provider", operation.provider()).put("operation", operation.name());
        if (operation.selectors().contains(Selector.IDS)) {
            instruction.putArray("ids").add(operation.targetForm().example());
        } else {
            operation.exampleWhere().ifPresent(where -> instruction.set("where", where));
        }
        return instruction.set("values", operation.example());
    }

    private static String pretty(ObjectNode instruction) {
        try {
            return JSON.writeValueAsString(instruction);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String described(JsonNode schema) {
        return schema.path("description").asText();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
