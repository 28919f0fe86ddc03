package bactrian.cli;

import bactrian.config.Settings;
import bactrian.ledger.LaneState;
import bactrian.ledger.Ledger;
import bactrian.ledger.Pauses.Pause;
import bactrian.operation.Connection;
import bactrian.web.ConnectionView;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Which connections send nothing at present, and why. */
record LaneReport(List<Pause> paused, List<LaneState> unwell) {

    static LaneReport of(Ledger ledger) {
        return new LaneReport(ledger.pauses().all(), ledger.lanes().unwell());
    }

    void print(PrintWriter out) {
        for (Pause pause : paused) {
            out.println("connection " + pause.connection() + " is paused since " + pause.since() + " by " + pause.who()
                    + ": bactrian resume " + pause.connection());
        }
        for (LaneState lane : unwell) {
            lane.trouble()
                    .ifPresent(trouble -> out.println("connection " + lane.connection() + " rests since "
                            + trouble.since() + ": " + trouble.why() + " ["
                            + trouble.code().word()
                            + "] It is asked again at " + trouble.nextProbe() + ", or at once by: bactrian resume "
                            + lane.connection()));
            lane.limitedSince()
                    .filter(since -> lane.trouble().isEmpty())
                    .ifPresent(since -> out.println("connection " + lane.connection() + " is asked to wait since "
                            + since + " [rate-limited]"));
        }
    }

    /** The same as data, in the shape that the HTTP API gives it, too. */
    void writeTo(ArrayNode connections, Settings settings) {
        for (Connection connection : settings.connections().all()) {
            Optional<Pause> pause = paused.stream()
                    .filter(one -> one.connection().equals(connection.name()))
                    .findFirst();
            Optional<LaneState> lane = unwell.stream()
                    .filter(one -> one.connection().equals(connection.name()))
                    .findFirst();
            if (pause.isPresent() || lane.isPresent()) {
                connections.add(ConnectionView.of(connection, settings.missing().apply(connection), lane, pause));
            }
        }
    }
}
