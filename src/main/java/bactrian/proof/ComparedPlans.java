package bactrian.proof;

import bactrian.dispatch.Unanswered;
import bactrian.instruction.Document;
import bactrian.operation.Catalogue;
import bactrian.operation.Connections;
import bactrian.plan.JobIds;
import bactrian.proof.Compared.State;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans that a service compares and keeps until they are applied, for a day at most. Safe for many threads.
 */
public final class ComparedPlans {
    /** How long a plan is kept. */
    public static final Duration LIFE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(ComparedPlans.class);
    private static final String STATE = "state";
    private static final String NODE = "node";
    private static final int AT_ONCE = 2;
    private static final int WAITING = 8;

    private final KeptPlans plans;
    private final String node;
    private final Comparing comparing;
    private final Catalogue catalogue;
    private final Connections connections;
    private final InstantSource clock;
    private final JobIds ids = new JobIds(new Random());
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), ComparedPlans::thread);

    /** How far a plan is. */
    public enum Progress {
        COMPARING,
        READY,
        FAILED;

        /** As written in answers. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A plan that is being made. @param done ends when it is made or has failed */
    public record Begun(String id, CompletableFuture<Void> done) {}

    /**
     * @param plans where they are kept; other nodes may keep theirs there, too
     * @param node who this is among them
     */
    public ComparedPlans(
            KeptPlans plans,
            String node,
            Comparing comparing,
            Catalogue catalogue,
            Connections connections,
            InstantSource clock) {
        this.plans = plans;
        this.node = node;
        this.comparing = comparing;
        this.catalogue = catalogue;
        this.connections = connections;
        this.clock = clock;
        workers.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "compare");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to compare a document.
     *
     * @param document is removed when it is no longer needed
     * @param fileName as the sender named it
     * @param about what is known of the plan already
     * @return empty where too many wait already
     */
    public Optional<Begun> begin(Document document, String fileName, ObjectNode about) throws IOException {
        plans.forget(clock.instant().minus(LIFE));
        Instant now = clock.instant();
        String id = ids.make(now, fileName, document.format());
        ObjectNode kept = Compared.JSON
                .createObjectNode()
                .put("plan", id)
                .put("name", fileName)
                .put(STATE, Progress.COMPARING.word())
                .put(NODE, node)
                .put("madeAt", now.toString())
                .put("keptUntil", now.plus(LIFE).toString())
                .put("comparedEdits", 0);
        kept.setAll(about);
        running.add(id);
        try {
            plans.write(id, kept);
            return Optional.of(
                    new Begun(id, CompletableFuture.runAsync(() -> compare(id, document, fileName, kept), workers)));
        } catch (RejectedExecutionException tooMany) {
            running.remove(id);
            plans.remove(id);
            return Optional.empty();
        }
    }

    private void compare(String id, Document document, String fileName, ObjectNode kept) {
        try (Comparison comparison = comparing.compare(document, count -> progress(id, kept, count))) {
            SavedPlan.write(file(id), document, fileName, catalogue, connections, clock.instant(), comparison);
            ObjectNode compared = kept.put("comparedEdits", comparison.count()).putObject("compared");
            for (State state : State.values()) {
                compared.put(state.word(), comparison.count(state));
            }
            ArrayNode never = kept.putArray("cannotBeUndone");
            comparison.irreversible().forEach(kind -> never.add(kind.json()));
            kept.put(STATE, Progress.READY.word());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            fail(kept, "Bactrian stops.");
        } catch (Unanswered | IOException failed) {
            fail(kept, String.valueOf(failed.getMessage()));
        } catch (RuntimeException defect) {
            LOG.error("A defect of Bactrian hit the comparison of {}", id, defect);
            fail(kept, "Bactrian has a defect: " + defect);
        } finally {
            end(id, document, kept);
        }
    }

    private void end(String id, Document document, ObjectNode kept) {
        try {
            plans.write(id, kept);
            Files.deleteIfExists(document.path());
        } catch (IOException unwritable) {
            LOG.warn("Plan {} could not be kept: {}", id, unwritable.toString());
        } finally {
            running.remove(id);
        }
    }

    private void progress(String id, ObjectNode kept, long count) {
        try {
            plans.write(id, kept.put("comparedEdits", count));
        } catch (IOException unwritable) {
            LOG.debug("The progress of plan {} could not be written", id, unwritable);
        }
    }

    private static void fail(ObjectNode kept, String why) {
        kept.put(STATE, Progress.FAILED.word()).put("message", why);
    }

    /** What is known of a plan, {@code compared} and {@code cannotBeUndone} included where it is ready. */
    public Optional<ObjectNode> find(String id) throws IOException {
        boolean here = running.contains(id);
        Optional<ObjectNode> found = plans.read(id);
        if (found.isEmpty()
                || Instant.parse(found.get().path("keptUntil").asText()).isBefore(clock.instant())) {
            return Optional.empty();
        }
        ObjectNode kept = found.get();
        boolean mine = kept.path(NODE).asText().equals(node);
        if (mine && !here && progress(kept) == Progress.COMPARING) {
            fail(kept, "It broke off when Bactrian stopped.");
        }
        return Optional.of(kept);
    }

    /** How far a plan is. @param kept as {@link #find} gives it */
    public static Progress progress(ObjectNode kept) {
        String word = kept.path(STATE).asText();
        return Stream.of(Progress.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(Progress.FAILED);
    }

    /** The plan, where it is ready. */
    public Path file(String id) {
        return plans.plan(id);
    }

    /** Remembers that a plan was applied. */
    public void applied(String id, String job) throws IOException {
        Optional<ObjectNode> kept = find(id);
        if (kept.isPresent()) {
            plans.write(id, kept.get().put("job", job));
        }
    }
}
