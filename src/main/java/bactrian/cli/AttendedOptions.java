package bactrian.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that stays with its jobs can be told about them. */
final class AttendedOptions {

    @Option(names = "--yes", description = "Runs a job that would be held.")
    private boolean yes;

    @Mixin
    private final JsonOption json = new JsonOption();

    Attended at(Place place) {
        return new Attended(
                place,
                json.wanted() ? Attended.Form.JSON : Attended.Form.TEXT,
                yes ? Watch.Answer.YES : Watch.Answer.ASK);
    }
}
