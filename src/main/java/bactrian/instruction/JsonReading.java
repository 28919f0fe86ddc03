package bactrian.instruction;

import bactrian.operation.Edit;
import bactrian.operation.Operation;
import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one JSON or NDJSON document: an id an edit, a selection an edit. */
final class JsonReading {
    private final Document document;
    private final Account account;
    private final JsonVerdicts verdicts;

    JsonReading(Document document, Addresses addresses, Account account) {
        this.document = document;
        this.account = account;
        this.verdicts = new JsonVerdicts(document, addresses);
    }

    /** @throws Unusable where the document cannot be read any further */
    void read() throws IOException {
        try (JsonInstructions instructions = JsonInstructions.open(document)) {
            for (var next = next(instructions); next.isPresent(); next = next(instructions)) {
                read(next.get());
            }
        }
    }

    /** The next instruction that can be read; broken lines before it are noted. */
    private Optional<JsonInstruction> next(JsonInstructions instructions) throws IOException {
        while (true) {
            try {
                return instructions.next();
            } catch (Unusable broken) {
                if (!instructions.skipLine()) {
                    throw broken;
                }
                account.refuse(broken.problem());
            }
        }
    }

    private void read(JsonInstruction instruction) throws IOException {
        Verdict verdict = verdicts.of(instruction.head());
        account.operationKnown(verdict.known());
        if (verdict.fit().isEmpty()) {
            fail(verdict.flaws(), instruction);
            return;
        }
        Verdict.Fit fit = verdict.fit().get();
        boolean hasWhere = fit.change().where().isPresent();
        Optional<Flaw> flaw =
                Targets.flaw(fit.operation(), "ids", instruction.ids().count() > 0, hasWhere);
        if (flaw.isPresent()) {
            fail(List.of(flaw.get()), instruction);
        } else if (hasWhere) {
            account.valid(new Edit(account.next(), "", fit.change(), bundle(fit, instruction)));
        } else {
            edits(fit, instruction);
        }
    }

    private void edits(Verdict.Fit fit, JsonInstruction instruction) throws IOException {
        OptionalLong bundle = bundle(fit, instruction);
        JsonIds ids = instruction.ids();
        for (var id = ids.next(); id.isPresent(); id = ids.next()) {
            Optional<Flaw> flaw = flaw(id.get(), fit.operation());
            if (flaw.isPresent()) {
                Problem problem = flaw.get().at(place(instruction));
                account.note(problem);
                account.invalid(problem);
            } else {
                String target = fit.operation().targetForm().canonical(id.get().textValue());
                account.valid(new Edit(account.next(), target, fit.change(), bundle));
            }
        }
    }

    private static Optional<Flaw> flaw(JsonNode id, Operation operation) {
        if (!id.isTextual()) {
            return Optional.of(Flaw.in("ids", Code.INVALID_VALUE, "An id is a text.")
                    .found(Found.text(id))
                    .hint("Put the id in quotes."));
        }
        if (id.textValue().isBlank()) {
            return Optional.of(Flaw.in("ids", Code.MISSING_VALUE, "This id is empty."));
        }
        return Targets.flaw(operation, "ids", id.textValue());
    }

    private static OptionalLong bundle(Verdict.Fit fit, JsonInstruction instruction) {
        return fit.composed() ? OptionalLong.of(instruction.row()) : OptionalLong.empty();
    }

    /** All edits of the instruction fail: one for each id, or one where it has none. */
    private void fail(List<Flaw> flaws, JsonInstruction instruction) {
        List<Problem> problems =
                flaws.stream().map(flaw -> flaw.at(place(instruction))).toList();
        problems.forEach(account::note);
        for (long i = Math.max(1, instruction.ids().count()); i > 0; i--) {
            account.invalid(problems.get(0));
        }
    }

    private static Place place(JsonInstruction instruction) {
        return Place.row(instruction.line(), instruction.row());
    }
}
