package bactrian.instruction.mapping;

import bactrian.outcome.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A mapping as it is written, perhaps with mistakes. A job carries it along: the file may change before its results are
 * written.
 *
 * @param name the file's name without its end
 * @param text YAML
 */
public record MappingFile(String name, String text) {

    /**
     * What it was read as.
     *
     * @param mapping empty where it cannot be used
     * @param problems all that is wrong with it, with lines
     */
    public record Reading(Optional<Mapping> mapping, List<Problem> problems) {

        public Reading {
            problems = List.copyOf(problems);
        }
    }

    public Reading read() {
        return new MappingReader(name).read(text);
    }
}
