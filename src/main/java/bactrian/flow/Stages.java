package bactrian.flow;

import bactrian.dispatch.Lanes;
import bactrian.dispatch.Lease;
import bactrian.instruction.mapping.MappingFiles;
import bactrian.plan.Intake;
import bactrian.plan.JobPlanner;
import bactrian.results.JobResults;

/** The plain stages that the routes call, in the order of a row's journey. */
public record Stages(
        Intake intake, JobPlanner planner, Lease lease, Lanes lanes, JobResults results, MappingFiles mappings) {}
