package bactrian.instruction;

import bactrian.instruction.mapping.CellRule;
import bactrian.instruction.mapping.Mapping;
import bactrian.instruction.mapping.ValueTable;
import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what a mapping says against the catalogue. */
final class MappingCheck {
    private static final CellText TEXT = new CellText(ZoneOffset.UTC);

    private final Addresses addresses;
    private final List<Problem> problems = new ArrayList<>();

    MappingCheck(Addresses addresses) {
        this.addresses = addresses;
    }

    List<Problem> check(Mapping mapping) {
        List<Form> forms = addresses.possible(mapping.provider(), mapping.operation());
        if (mapping.provider().isPresent() && mapping.operation().isPresent()) {
            addresses
                    .find(new Defaults(mapping.provider(), mapping.operation(), mapping.connection()))
                    .flaws()
                    .forEach(flaw -> problems.add(flaw.at(Place.document())));
        } else if (forms.isEmpty()) {
            problems.add(Problem.of(Code.UNKNOWN_PROVIDER, Place.document(), "No operation is meant by this mapping."));
        }
        if (addresses.isProvider(mapping.name())) {
            problems.add(Problem.of(
                            Code.BAD_MAPPING,
                            Place.document(),
                            "A mapping cannot have the name of a provider: inbox/" + mapping.name()
                                    + "/ would mean two things.")
                    .hint("Give the file another name."));
        }
        if (!forms.isEmpty()) {
            names(mapping, forms);
            values(mapping, forms);
        }
        return problems;
    }

    private void names(Mapping mapping, List<Form> forms) {
        List<String> names = new ArrayList<>(mapping.constants().keySet());
        mapping.columns().values().forEach(targets -> targets.forEach(target -> names.add(target.to())));
        HeaderCheck header = new HeaderCheck(forms);
        for (String name : names) {
            header.unknown(name).ifPresent(flaw -> problems.add(flaw.at(Place.document())));
        }
    }

    /** Values that a mapping itself brings in have to be values of their parameter. */
    private void values(Mapping mapping, List<Form> forms) {
        mapping.constants().forEach((to, value) -> value(to, value, forms));
        mapping.columns()
                .values()
                .forEach(targets -> targets.forEach(target -> {
                    CellRule rule = target.cell();
                    rule.whenEmpty().ifPresent(value -> value(target.to(), value, forms));
                    Set<String> meanings =
                            rule.table().map(ValueTable::meanings).orElse(Set.of());
                    if (rule.split().isEmpty() && rule.dates().isEmpty()) {
                        meanings.forEach(value -> value(target.to(), value, forms));
                    }
                }));
    }

    private void value(String to, String value, List<Form> forms) {
        List<Field> fields =
                forms.stream().flatMap(form -> form.field(to).stream()).toList();
        if (fields.isEmpty() || value.isBlank()) {
            return;
        }
        Optional<String> fault = Optional.empty();
        for (Field field : fields) {
            Parsed parsed = TEXT.read(value, field.shape());
            if (parsed.value().isPresent()) {
                return;
            }
            fault = Optional.of(parsed.fault());
        }
        problems.add(
                Flaw.in(to, Code.INVALID_VALUE, fault.orElse("")).found(value).at(Place.document()));
    }
}
