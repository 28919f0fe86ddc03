package bactrian.cli;

import bactrian.broker.BrokerUnavailable;
import bactrian.config.BadConfig;
import bactrian.config.FileTrouble;
import bactrian.config.Flaw;
import bactrian.dispatch.Unanswered;
import bactrian.flow.GatewayBroken;
import bactrian.ledger.LedgerUnavailable;
import bactrian.proof.BadPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells people what stopped a command, and the shell by its exit code. */
final class Trouble implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception trouble, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (trouble instanceof BadConfig bad) {
            for (Flaw flaw : bad.flaws()) {
                err.println(flaw);
            }
            return ExitCode.REFUSED;
        }
        if (trouble instanceof Refused) {
            err.println(trouble.getMessage());
            return ExitCode.REFUSED;
        }
        if (trouble instanceof BadPlan) {
            err.println(trouble.getMessage());
            return ExitCode.REFUSED;
        }
        if (trouble instanceof Unanswered unanswered) {
            err.println(trouble.getMessage());
            return unanswered.because() == Unanswered.Because.NO_CREDENTIALS ? ExitCode.REFUSED : ExitCode.ENVIRONMENT;
        }
        if (trouble instanceof LedgerUnavailable
                || trouble instanceof GatewayBroken
                || trouble instanceof BrokerUnavailable) {
            err.println(trouble.getMessage());
            return ExitCode.ENVIRONMENT;
        }
        if (trouble instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        if (trouble instanceof IOException io) {
            err.println(io instanceof FileSystemException file ? FileTrouble.say(file) : io.getMessage());
            return ExitCode.ENVIRONMENT;
        }
        // Made here: every command has this class, and most end without a log.
        LoggerFactory.getLogger(Trouble.class)
                .error("This is a defect of Bactrian; please report it with what follows.", trouble);
        return ExitCode.ENVIRONMENT;
    }
}
