package bactrian.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that stays with its jobs can be told about them. */
final class AttendedOptions {

    @Option(names = "--yes", description = "Runs a job that would be held.")
    private boolean yes;

    @Mixin
    private final JsonOption json = new JsonOption();

    Watch.Answer answer() {
        return yes ? Watch.Answer.YES : Watch.Answer.ASK;
    }

    Attended.Form form() {
        return json.wanted() ? Attended.Form.JSON : Attended.Form.TEXT;
    }
}
