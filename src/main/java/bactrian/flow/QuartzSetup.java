package bactrian.flow;

import java.util.Map;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.main.Main;

/**
 * How Quartz is set up, all in one place. It keeps its timetable in memory, on each node: what a job is due for stands in
 * route files. Which node runs what is due is for {@link bactrian.ledger.Schedules} to say.
 */
final class QuartzSetup {
    static final Map<String, Object> SETTINGS = Map.of(
            "org.quartz.scheduler.instanceName", "bactrian",
            "org.quartz.scheduler.skipUpdateCheck", "true",
            "org.quartz.scheduler.makeSchedulerThreadDaemon", "true",
            "org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool",
            "org.quartz.threadPool.makeThreadsDaemons", "true",
            "org.quartz.threadPool.threadCount", "4",
            "org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore",
            "org.quartz.jobStore.misfireThreshold", "60000");

    private QuartzSetup() {}

    static void bind(Main main) {
        QuartzComponent quartz = new QuartzComponent();
        quartz.setEnableJmx(false);
        quartz.setProperties(SETTINGS);
        main.bind("quartz", quartz);
    }
}
