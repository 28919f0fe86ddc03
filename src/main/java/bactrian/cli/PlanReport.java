package bactrian.cli;

import bactrian.instruction.Findings;
import bactrian.operation.Connections;
import bactrian.outcome.Figures;
import bactrian.outcome.Problem;
import bactrian.plan.Plan;
import bactrian.plan.Share;
import bactrian.web.PlanView;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** What planning a file came to, for people and as data. */
record PlanReport(String file, Plan plan, Connections connections) {

    void print(PrintWriter out) {
        Findings findings = plan.findings();
        if (findings.refusal().isPresent()) {
            out.println(file + ": refused, nothing of it would be sent");
        } else {
            out.println(file + ": " + Figures.count(findings.edits()) + " edits, " + Figures.count(findings.invalid())
                    + " invalid, " + Figures.count(plan.calls()) + " calls");
        }
        problems(out);
        if (!plan.shares().isEmpty()) {
            Table table = new Table("connection", "operation", "edits", "calls", "");
            plan.shares()
                    .forEach(share -> table.row(
                            share.connection(),
                            share.provider() + " " + share.operation(),
                            Figures.count(share.edits()),
                            Figures.count(share.calls()),
                            warning(share)));
            table.print(out, "  ");
            plan.irreversible().forEach(kind -> out.println("  " + kind.sentence()));
            plan.estimate(connections)
                    .forEach((connection, time) -> out.println("  " + connection + ": about " + Figures.duration(time)
                            + " at " + Figures.rate(rate(connection)) + " requests a second"));
        }
    }

    ObjectNode json() {
        ObjectNode node = Json.object().put("file", file);
        node.setAll(PlanView.of(plan, connections));
        return node;
    }

    private void problems(PrintWriter out) {
        Findings findings = plan.findings();
        boolean listed = findings.refusal().map(findings.problems()::contains).orElse(true);
        if (!listed) {
            findings.refusal().map(ProblemText::line).ifPresent(line -> out.println("  " + line));
        }
        for (Problem problem : findings.problems()) {
            out.println("  " + ProblemText.line(problem));
        }
        long more = findings.problemCount() - findings.problems().size();
        if (more > 0) {
            out.println("  … and " + Figures.count(more, "more problem"));
        }
    }

    private static String warning(Share share) {
        if (share.destroys()) {
            return "destroys";
        }
        return share.selects() ? "by selection: how much it changes is not known beforehand" : "";
    }

    private double rate(String connection) {
        return connections.find(connection).orElseThrow().limits().requestsPerSecond();
    }
}
