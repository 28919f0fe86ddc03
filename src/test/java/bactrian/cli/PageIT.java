package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bactrian.simulator.Simulators;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page in a real browser, served by the real program. {@code -Dpage.pictures=true} writes the pictures for the
 * documentation.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageIT {
    private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();
    private static final Path PICTURES = Path.of("docs/page");
    private static final String HOSTILE = "<img src=x onerror=\"document.title='broken'\">";

    private static final String SCHEDULE =
            """
            - templatedRoute:
                routeTemplateRef: scheduled-sync
                routeId: schedule-list
                parameters:
                  - {name: name, value: list}
                  - {name: cron, value: "0 30 6 15 6 ? 2099"}
                  - {name: zone, value: Asia/Kathmandu}
                  - {name: source, value: %s/08-scheduled-sync/tasks.csv}
                  - {name: provider, value: awork}
                  - {name: operation, value: setprio}
            """;

    private final Simulators simulators = Simulators.start();
    private Process service;
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path home, @TempDir Path profile) throws IOException {
        assumeTrue(Browser.installed(), "No browser is installed: apt-get install chromium chromium-driver");
        Path schedules = Files.createDirectory(home.resolve("schedules"));
        Files.writeString(schedules.resolve("list.camel.yaml"), SCHEDULE.formatted(EXAMPLES));
        service = new Program(home, simulators).start(Map.of(), "run", "-Dbactrian.schedule-folder=" + schedules);
        RunningService running = new RunningService(home);
        running.await();
        browser = Browser.open(URI.create(running.http()), profile);
    }

    @AfterAll
    void close() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
        if (service != null) {
            service.destroy();
            service.waitFor();
        }
        simulators.close();
    }

    @Test
    void aFileIsPlannedRunAndItsResultsAreShown() {
        browser.show("#jobs");
        browser.select("Provider", "awork");
        browser.select("Operation", "setprio");
        browser.choose(EXAMPLES.resolve("05-spreadsheet-with-mistakes/priorities.csv"));
        browser.awaitText("3 problems");
        assertThat(browser.text()).contains("Line 5", "This is no id of awork.", "First edits");
        picture("plan");

        browser.press("Run");

        browser.awaitText("6 of 6 edits settled");
        browser.awaitText("failed 3");
        picture("job");
        browser.press("failed 3");
        browser.awaitText("not-an-id");
        browser.press("Retry");
        browser.awaitText("retry");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatWouldChangeIsComparedAndOnlyWhatIsTickedIsApplied(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("next-week.csv"),
                "provider,operation,id,text\n"
                        + "close,update-task,task_a,Call back on Monday\n"
                        + "close,update-task,task_b,Call back on Monday\n"
                        + "close,update-task,task_c,Send the offer\n"
                        + "close,update-task,task_missing_7,Send the offer\n");
        for (String task : List.of("a", "b", "c")) {
            simulators
                    .closeSimulator()
                    .seed(Program.json("{\"tasks\": {\"task_" + task + "\": {\"_type\": \"lead\", \"text\": \""
                            + (task.equals("b") ? "Call back on Monday" : "Call back") + "\"}}}"));
        }
        browser.show("#jobs");
        browser.choose(file);
        browser.press("Compare");
        browser.awaitText("Apply 2 edits");
        assertThat(browser.text()).contains("task_missing_7", "missing", "unchanged", "Call back → Send the offer");
        picture("compared");
        browser.look(375, 812, "dark");
        assertThat(browser.ask("document.documentElement.scrollWidth")).isEqualTo("375");
        browser.look(1200, 900, "light");

        browser.tick("Apply row 3");
        browser.press("Apply 1 edit");

        browser.awaitText("4 of 4 edits settled");
        browser.awaitText("deselected");
        assertThat(browser.text()).contains("↓ report");
        assertThat(text("task_a")).isEqualTo("Call back on Monday");
        assertThat(text("task_c")).isEqualTo("Call back");
        browser.press("Undo");
        browser.awaitText("1 edit can be put back.");
        browser.press("Put back 1 edit");
        browser.awaitText("undo-");
        browser.awaitText("1 of 1 edits settled");
        assertThat(text("task_a")).isEqualTo("Call back");
        assertThat(browser.complaints()).isEmpty();
    }

    private String text(String task) {
        return simulators
                .closeSimulator()
                .state(task)
                .orElseThrow()
                .path("text")
                .asText();
    }

    @Test
    void aJobThatWaitsIsApproved() {
        browser.show("#jobs");
        browser.choose(EXAMPLES.resolve("03-close-bulk-edit/qualify.json"));
        browser.awaitText("Will wait for approval");
        browser.press("Run");
        browser.awaitText("It waits because");
        browser.awaitText("First edits");
        assertThat(browser.text()).contains("1 edit of close bulk-edit cannot be undone");
        picture("held");

        browser.press("Approve");

        browser.awaitText("1 of 1 edits settled");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aRefusedDocumentTellsWhyAndIsADeadLetter() {
        browser.show("#jobs");
        browser.press("Or paste its text");
        browser.write("Text of the document", "id,newDueDat\na3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d,2026-12-01\n");
        browser.select("Provider", "awork");
        browser.select("Operation", "setdates");
        browser.press("Show the plan");
        browser.awaitText("This document is refused whole.");
        assertThat(browser.text()).contains("newDueDat", "Did you mean").doesNotContain("\nRun\n");
    }

    @Test
    void whatCellsAndNamesHoldIsTextNeverMarkup(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a'b\"<b>&.csv"), "id,isPrio," + HOSTILE + "\n1,true,x\n");
        Path named = Files.writeString(
                folder.resolve("<b>x.json"),
                "{\"provider\":\"awork\",\"operation\":\"setprio\",\"ids\":[\"<script>alert(1)</script>\",\""
                        + HOSTILE.replace("\"", "\\\"") + "\"],\"values\":{\"isPrio\":true}}");
        browser.show("#jobs");
        browser.choose(file);
        browser.awaitText("This document is refused whole.");

        browser.show("#jobs");
        browser.choose(named);
        browser.awaitText("onerror");
        browser.press("Run");
        browser.awaitText("2 of 2 edits settled");
        browser.awaitText("<script>alert(1)</script>");

        assertThat(browser.text()).contains("<b>x.json", "onerror");
        assertThat(browser.ask("document.title")).isNotEqualTo("broken");
        assertThat(browser.ask("document.querySelectorAll('main script, main img, main b:not(.tile b)').length"))
                .isEqualTo("0");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aConnectionIsPausedAndGoesOn() {
        browser.show("#connections");
        browser.awaitText("yandex-tracker");
        browser.press("Pause");
        browser.awaitText("by somebody over HTTP");
        browser.press("Resume");
        browser.awaitText("ready");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aScheduleTellsWhenItRunsAndIsRunAtOnce() {
        browser.show("#schedules");
        browser.awaitText("Asia/Kathmandu");
        assertThat(browser.text()).contains("0 30 6 15 6 ? 2099");
        assertThat(browser.ask("document.querySelector('main time').dateTime")).isEqualTo("2099-06-15T00:45:00Z");

        browser.press("Run now");

        browser.awaitText("done: 3 succeeded");
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"#jobs, Drop a CSV", "#dead-letters, Dead letters", "#connections, Connections", "#schedules, Schedules"
    })
    void everyViewFitsAPhoneAndNamesWhatItHas(String view, String heading) {
        browser.look(375, 812, "dark");
        browser.show(view);
        browser.awaitText(heading);
        pictureOfJobs(view, "phone");

        assertThat(browser.ask("document.documentElement.scrollWidth")).isEqualTo("375");
        assertThat(browser.ask(NAMELESS)).as("controls without a name").isEqualTo("0");
        assertThat(browser.ask("document.querySelectorAll('h1').length")).isEqualTo("1");
        browser.look(1200, 900, "light");
        browser.show(view);
        browser.awaitText(heading);
        pictureOfJobs(view, "jobs");
    }

    private static final String NAMELESS =
            "[...document.querySelectorAll('button, a, input, select, textarea, summary')]"
                    + ".filter(one => one.checkVisibility() && !one.textContent.trim() && !one.ariaLabel && !one.labels?.length).length";

    private void pictureOfJobs(String view, String name) {
        if (view.equals("#jobs")) {
            picture(name);
        }
    }

    private void picture(String name) {
        if (Boolean.getBoolean("page.pictures")) {
            browser.picture(PICTURES.resolve(name + ".png"));
        }
    }
}
