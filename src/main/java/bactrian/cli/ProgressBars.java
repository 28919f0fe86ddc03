package bactrian.cli;

import bactrian.ledger.Job;
import bactrian.ledger.Pace;
import java.io.PrintStream;
import java.time.InstantSource;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as a bar, for people in front of a terminal. */
final class ProgressBars implements Progress {

    private final InstantSource clock;
    private final ProgressBar bar;

    ProgressBars(PrintStream terminal, String title, InstantSource clock) {
        this.clock = clock;
        this.bar = new ProgressBarBuilder()
                .setTaskName(title)
                .setUnit(" rows", 1)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(terminal))
                .build();
    }

    @Override
    public void show(Job job) {
        if (job.tally().total() > 0) {
            bar.maxHint(job.tally().total());
        }
        bar.stepTo(job.tally().settled());
        bar.setExtraMessage(" "
                + (job.tally().total() > 0
                        ? ProgressText.detail(job, Pace.of(job, clock.instant()))
                        : ProgressText.of(job, Pace.of(job, clock.instant()))));
    }

    @Override
    public void close() {
        bar.close();
    }
}
