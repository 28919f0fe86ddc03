package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.operation.Secret;
import bactrian.postgres.PostgresServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** Two nodes with a timetable each, every second, and one ledger in PostgreSQL. */
class ScheduledOnceTest {
    private static final String EVERY_SECOND = "* * * * * ?";
    private static final long PATIENCE_SECONDS = 60;

    private final List<Instant> runs = new CopyOnWriteArrayList<>();
    private final CountDownLatch some = new CountDownLatch(3);
    private final CountDownLatch more = new CountDownLatch(6);

    @Test
    void eachRunIsOneNodesAndTheOtherGoesOnWhenOneIsStopped() throws Exception {
        PostgresServer.Database database = PostgresServer.shared().database();
        LedgerPlace place =
                new LedgerPlace(database.url(), Optional.of(database.user()), Optional.of(Secret.of("any")));
        try (Ledger one = Ledger.open(place, InstantSource.system());
                Ledger other = Ledger.open(place, InstantSource.system())) {
            Scheduler mortal = node("one", one);
            Scheduler second = node("other", other);
            assertThat(some.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            mortal.shutdown(true);
            assertThat(more.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            second.shutdown(true);
        }

        assertThat(runs).doesNotHaveDuplicates();
    }

    /** As the route has it: one run at a time. */
    @DisallowConcurrentExecution
    private interface Tick extends Job {}

    private Scheduler node(String name, Ledger ledger) throws SchedulerException {
        ledger.nodes().join(name, Duration.ofHours(1));
        Properties settings = new Properties();
        settings.putAll(QuartzSetup.SETTINGS);
        settings.put(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "once-" + name);
        Scheduler scheduler = new StdSchedulerFactory(settings).getScheduler();
        scheduler.setJobFactory((bundle, its) -> (Tick) context -> run(ledger, context));
        scheduler.scheduleJob(
                JobBuilder.newJob(Tick.class).build(),
                TriggerBuilder.newTrigger()
                        .withSchedule(CronScheduleBuilder.cronSchedule(EVERY_SECOND))
                        .build());
        scheduler.start();
        return scheduler;
    }

    private void run(Ledger ledger, JobExecutionContext context) {
        if (ledger.schedules()
                .take("tick", EVERY_SECOND, context.getNextFireTime().toInstant())) {
            ledger.schedules().finish("tick");
            runs.add(context.getScheduledFireTime().toInstant());
            some.countDown();
            more.countDown();
        }
    }
}
