package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Pursuit;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Whatever lanes do to a random plan: order is kept, every edit ends once, and the totals add up. */
abstract class AccountingContract {
    private static final List<String> LANES = List.of("awork", "close");
    private static final Pursuit STATUS = new Pursuit("status", JsonNodeFactory.instance.objectNode());

    private final Clockwork clock = new Clockwork();

    /** Opens an empty ledger. */
    abstract Ledger open(Clockwork clock);

    @Property(tries = 25)
    void everyEditEndsOnceAndInOrder(@ForAll long seed, @ForAll @IntRange(min = 0, max = 30) int calls) {
        Random random = new Random(seed);
        try (Ledger ledger = open(clock)) {
            Plan plan = Plan.random(random, calls);
            plan.drafts(ledger).running(LedgerContract.JOB);
            Lanes lanes = new Lanes(ledger, plan, random);

            lanes.work();

            assertThat(ledger.jobs().finish(LedgerContract.JOB)).isTrue();
            Job job = ledger.jobs().find(LedgerContract.JOB).orElseThrow();
            Set<Long> ended = new HashSet<>();
            ledger.evidence()
                    .verdicts(job.id(), 0, Long.MAX_VALUE, (ordinal, outcome, call) -> assertThat(ended.add(ordinal))
                            .isTrue());
            assertThat(job.tally().total()).isEqualTo(plan.edits()).isEqualTo(ended.size());
            assertThat(job.tally().settled()).isEqualTo(plan.edits());
            assertThat(Tuple.of(job.calls(), job.calls() + job.retries()))
                    .isEqualTo(Tuple.of((long) lanes.sent.size(), lanes.requests));
        }
    }

    /** A call as planned: in the same words as {@link Drafts#call}. */
    private record Planned(String connection, int section, int size, List<Integer> after) {}

    private record Plan(List<Planned> calls) {
        static Plan random(Random random, int count) {
            List<Planned> calls = new ArrayList<>();
            Map<String, Integer> sections = new HashMap<>();
            for (int number = 1; number <= count; number++) {
                String connection = LANES.get(random.nextInt(LANES.size()));
                int section = sections.merge(connection, random.nextInt(4) == 0 ? 1 : 0, Integer::sum);
                List<Integer> after = IntStream.range(1, number)
                        .filter(earlier -> random.nextInt(6) == 0
                                && calls.get(earlier - 1).connection().equals(connection))
                        .boxed()
                        .toList();
                calls.add(new Planned(connection, section, 1 + random.nextInt(6), after));
            }
            return new Plan(calls);
        }

        Drafts drafts(Ledger ledger) {
            Drafts drafts = new Drafts(ledger);
            calls.forEach(
                    call -> drafts.call(call.connection, call.section, call.size, call.after.toArray(Integer[]::new)));
            return drafts;
        }

        long edits() {
            return calls.stream().mapToLong(Planned::size).sum();
        }
    }

    /** Does at random what lanes may do, and checks that nothing is claimed too early. */
    private final class Lanes {
        private final Ledger ledger;
        private final Plan plan;
        private final Random random;
        private final List<Claim> inFlight = new ArrayList<>();
        private final List<Integer> roots = new ArrayList<>();
        private final int[] openEdits;
        private final Set<Integer> sent = new HashSet<>();
        private long requests;

        Lanes(Ledger ledger, Plan plan, Random random) {
            this.ledger = ledger;
            this.plan = plan;
            this.random = random;
            this.openEdits = new int[plan.calls.size() + 1];
            for (int number = 1; number <= plan.calls.size(); number++) {
                roots.add(number);
                openEdits[number] = plan.calls.get(number - 1).size;
            }
        }

        void work() {
            while (ledger.jobs().settled().isEmpty()) {
                clock.advance(Duration.ofSeconds(1));
                String lane = LANES.get(random.nextInt(LANES.size()));
                ledger.calls().claim(lane).ifPresent(claim -> {
                    requireItsTurn(claim);
                    inFlight.add(claim);
                });
                if (!inFlight.isEmpty() && random.nextBoolean()) {
                    end(inFlight.remove(random.nextInt(inFlight.size())));
                }
            }
        }

        private void requireItsTurn(Claim claim) {
            Planned own = plan.calls.get(root(claim) - 1);
            assertThat(own.after).allMatch(needed -> openEdits[needed] == 0);
            for (int number = 1; number <= plan.calls.size(); number++) {
                Planned other = plan.calls.get(number - 1);
                if (other.connection.equals(own.connection) && other.section < own.section) {
                    assertThat(openEdits[number]).isZero();
                }
            }
        }

        private void end(Claim claim) {
            int what = random.nextInt(10);
            if (what == 0) {
                ledger.calls().release(claim);
                return;
            }
            if (what == 1) {
                ledger.calls().defer(claim, clock.instant(), Trace.NOT_SENT, "no connection");
                return;
            }
            if (claim.pursuit().isEmpty()) {
                requests++;
                sent.add(claim.call().number());
            }
            switch (what) {
                case 2 -> ledger.calls().defer(claim, clock.instant(), Trace.REFUSED, "429");
                case 3 -> ledger.calls().repeat(claim, clock.instant(), Trace.MAY_BE_APPLIED, "lost");
                case 4 -> ledger.calls().follow(claim, STATUS, clock.instant(), "half");
                case 5, 6 -> divide(claim);
                default -> settle(claim);
            }
        }

        private void settle(Claim claim) {
            int size = claim.call().size();
            ledger.calls()
                    .settle(
                            claim,
                            IntStream.range(0, size).mapToObj(i -> outcome()).toList());
            ended(claim, size);
        }

        private void divide(Claim claim) {
            int size = claim.call().size();
            List<Optional<Outcome>> settled = new ArrayList<>();
            List<Integer> left = new ArrayList<>();
            List<Integer> right = new ArrayList<>();
            for (int place = 0; place < size; place++) {
                int side = random.nextInt(3);
                settled.add(side == 0 ? Optional.of(outcome()) : Optional.empty());
                if (side > 0) {
                    (side == 1 ? left : right).add(place);
                }
            }
            List<List<Integer>> parts =
                    Stream.of(left, right).filter(part -> !part.isEmpty()).toList();
            if (parts.isEmpty()) {
                settle(claim);
                return;
            }
            ledger.calls().divide(claim, settled, parts, random.nextBoolean());
            parts.forEach(part -> roots.add(root(claim)));
            ended(claim, size - left.size() - right.size());
        }

        private void ended(Claim claim, int edits) {
            openEdits[root(claim)] -= edits;
        }

        private int root(Claim claim) {
            return roots.get(claim.call().number() - 1);
        }

        private Outcome outcome() {
            return switch (random.nextInt(4)) {
                case 0 -> Outcome.succeeded();
                case 1 -> Outcome.failed(Code.NOT_FOUND, "gone");
                case 2 -> Outcome.skipped(Code.UNCHANGED, "");
                default -> Outcome.unknown("lost").affecting(random.nextInt(3));
            };
        }
    }
}
