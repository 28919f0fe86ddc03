package bactrian.flow;

import bactrian.dispatch.Lanes;
import bactrian.dispatch.Lease;
import bactrian.instruction.mapping.MappingFiles;
import bactrian.ledger.Tellings;
import bactrian.plan.Intake;
import bactrian.plan.JobPlanner;
import bactrian.plan.PostRoom;
import bactrian.results.Endings;
import bactrian.results.JobResults;
import bactrian.schedule.Timetable;
import java.time.InstantSource;

/** The plain stages that the routes call, in the order of a row's journey. */
public record Stages(
        Intake intake,
        PostRoom postRoom,
        JobPlanner planner,
        Lease lease,
        Lanes lanes,
        JobResults results,
        MappingFiles mappings,
        Timetable timetable,
        Endings endings,
        Tellings tellings,
        InstantSource clock) {}
