package bactrian.cli;

import bactrian.config.Home;
import bactrian.ledger.Job;
import bactrian.plan.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files and folders that are left of a job in a home. */
record Remains(List<Path> files) {

    static Remains of(Job job, Home home) throws IOException {
        List<Path> files = new ArrayList<>(List.of(
                home.archive().resolve(job.id()),
                home.results().resolve(job.id()),
                home.held().resolve(job.id() + ".json")));
        Optional<DeadLetterFile> letter = DeadLetterFile.of(home, job.id());
        if (letter.isPresent()) {
            Path reason = letter.get().file();
            String name = reason.getFileName().toString();
            files.add(reason.resolveSibling(name.substring(0, name.length() - ".problem.json".length())));
            files.add(reason);
        }
        return new Remains(files.stream().filter(Files::exists).toList());
    }

    void delete() throws IOException {
        for (Path file : files) {
            Tree.delete(file);
        }
    }
}
