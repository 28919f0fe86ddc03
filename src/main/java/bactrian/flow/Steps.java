package bactrian.flow;

import bactrian.config.Settings;
import bactrian.dispatch.Lane;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;

/** The names that routes use, and what stands behind them. */
final class Steps {
    /** Steps that route files may name. */
    static final Set<String> NAMES = Set.of(
            "readMessage",
            "receiveDocument",
            "takeSnapshot",
            "gatherMessages",
            "planJob",
            "wakeLanes",
            "writeResults",
            "addressAnswer",
            "refuseMessage",
            "reportFault");

    private Steps() {}

    private static Map<String, Processor> of(Stages stages, Bell bell, ReportFault faults) {
        return Map.of(
                "receiveDocument", new ReceiveDocument(stages.intake(), stages.postRoom(), stages.mappings()),
                "gatherMessages", exchange -> stages.postRoom().gatherDue(),
                "takeSnapshot", new TakeSnapshot(stages.timetable()),
                "planJob", new PlanJob(stages.planner()),
                "wakeLanes", exchange -> bell.wake(),
                "writeResults", new WriteResults(stages.results()),
                "addressAnswer", new AddressAnswer(),
                "refuseMessage", new RefuseMessage(),
                "reportFault", faults);
    }

    static void bind(Main main, Stages stages, Bell bell, ReportFault faults, Settings settings) {
        of(stages, bell, faults).forEach(main::bind);
        main.bind("readMessage", new ReadMessage(settings.queue().largest()));
        main.bind("inboxFilter", new InboxFilter(settings.largestFile()));
        WholeFiles wholeFiles = new WholeFiles(System::nanoTime);
        main.bind("inboxFiles", new InboxFiles(wholeFiles));
        main.bind("inboxRounds", wholeFiles.rounds());
        main.bind("renewLease", new RenewLease(stages.lease(), stages.lanes()));
        main.bind("ringForLanes", bell);
        main.bind("claimCall", new ClaimCall());
        main.bind("forgetEvidence", (Processor) exchange -> stages.lanes().forgetEvidence());
        main.bind("endAbandoned", (Processor) exchange -> stages.lanes().endAbandoned());
        main.bind("settleCall", new SettleCall());
        main.bind("settleFailure", new SettleFailure());
        for (Lane lane : stages.lanes().all()) {
            String provider = StepNames.of(lane.connection().provider());
            main.bind(provider + "Request", new CallRequest());
            main.bind(provider + "Reply", new CallReply());
        }
    }
}
