package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Home;
import bactrian.ledger.CallRecord;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.ledger.Pace;
import bactrian.operation.Connections;
import bactrian.web.ExchangeView;
import bactrian.web.JobView;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows one job. */
@Command(description = "Shows what happened to one job.")
final class JobCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final JobId id = new JobId();

    @Option(names = "--calls", description = "Shows its calls, too, with what went over the wire.")
    private boolean calls;

    @Option(
            names = "--from",
            paramLabel = "N",
            defaultValue = "1",
            description = "With --calls: the first call. Default: ${DEFAULT-VALUE}.")
    private int from;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "With --calls: how many at most. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Mixin
    private final JsonOption json = new JsonOption();

    JobCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException {
        try (OpenHome open = place.open()) {
            Job job = id.in(open);
            Ledger ledger = open.ledger();
            Connections connections = open.settings().connections();
            List<CallRecord> records = calls ? ledger.evidence().calls(job.id(), from, limit) : List.of();
            PrintWriter out = place.out();
            if (json.wanted()) {
                ObjectNode node = data(job, open.home(), ledger, records);
                ArrayNode waitsFor = node.putArray("unconfiguredConnections");
                unconfigured(job, ledger, connections).forEach(waitsFor::add);
                out.println(Json.text(node));
            } else {
                new JobReport(job, open.home()).print(out);
                text(job, ledger, connections, out);
                if (calls) {
                    CallTable.of(records).print(out, "  ");
                    Exchanged.print(job.id(), records, ledger, out);
                }
            }
        }
        return ExitCode.DONE;
    }

    /** Nothing is sent over these before somebody configures them again. */
    private static List<String> unconfigured(Job job, Ledger ledger, Connections connections) {
        return ledger.jobs().openConnections(job.id()).stream()
                .filter(name -> connections.find(name).isEmpty())
                .toList();
    }

    private void text(Job job, Ledger ledger, Connections connections, PrintWriter out) {
        Instant now = place.house().clock().instant();
        if (!job.state().ended()) {
            out.println("  now: " + ProgressText.of(job, Pace.of(job, now)));
            unconfigured(job, ledger, connections)
                    .forEach(name ->
                            out.println("  waits for connection " + name + ", which is not configured. Configure"
                                    + " it and start again, or run: bactrian cancel " + job.id()));
        }
        out.println("  source: " + job.arrival().source());
        ledger.history().of(job.id()).forEach(line -> out.println("  " + line));
    }

    private ObjectNode data(Job job, Home home, Ledger ledger, List<CallRecord> records) {
        ObjectNode node = JobView.of(job, home.results(), place.house().clock().instant());
        ArrayNode history = node.putArray("history");
        ledger.history().of(job.id()).forEach(history::add);
        if (calls) {
            ArrayNode list = node.putArray("callRecords");
            records.forEach(record -> list.add(CallTable.json(record)
                    .set(
                            "exchanges",
                            ExchangeView.of(ledger.evidence()
                                    .exchanges(job.id(), record.call().number())))));
        }
        return node;
    }
}
