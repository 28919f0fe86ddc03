package bactrian.cli;

import bactrian.plan.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for throw-away files, gone when it is closed. */
record Scratch(Path folder) implements AutoCloseable {

    static Scratch make() throws IOException {
        return new Scratch(Files.createTempDirectory("bactrian-"));
    }

    @Override
    public void close() throws IOException {
        Tree.delete(folder);
    }
}
