package bactrian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloseTasksTest {

    private Simulators simulators;
    private Caller close;

    @BeforeEach
    void start() {
        simulators = Simulators.start(SimulatorOptions.standard().sample(SimulatorOptions.Sample.NONE));
        close = Caller.close(simulators);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void oneTaskIsUpdatedAndReadBack() throws Exception {
        Caller.Told told = close.put("/task/task_1/", "{'is_complete': true, 'date': '2026-12-01T01:00:00+01:00'}");

        assertThat(told.status()).isEqualTo(200);
        Caller.Told read = close.get("/task/task_1/?_fields=id,is_complete,date");
        assertThat(read.json())
                .isEqualTo(Caller.json(
                        "{'id': 'task_1', 'date': '2026-12-01T00:00:00.000000+00:00', 'is_complete': true}"));
    }

    @Test
    void aBulkUpdateChangesTheTasksItsParamsName() throws Exception {
        Caller.Told told = close.put(
                "/task/",
                "{'is_complete': true, '_params': {'_type': 'all', 'id__in': 'task_1,task_email2,task_missing'}}");

        assertThat(told.json()).isEqualTo(Caller.json("{}"));
        Caller.Told read =
                close.get("/task/?id__in=task_1,task_email2,task_missing,task_3&_type=all&_fields=id,is_complete");
        assertThat(read.json().path("data"))
                .isEqualTo(Caller.json(
                        "[{'id': 'task_1', 'is_complete': true}, {'id': 'task_email2', 'is_complete': true},"
                                + " {'id': 'task_3', 'is_complete': false}]"));
    }

    @Test
    void withoutATypeOnlyLeadTasksAreMeant() throws Exception {
        close.put("/task/", "{'is_complete': true, '_params': {'id__in': 'task_1,task_email2'}}");

        assertThat(close.get("/task/task_1/").json().path("is_complete").asBoolean())
                .isTrue();
        assertThat(close.get("/task/task_email2/").json().path("is_complete").asBoolean())
                .isFalse();
    }

    @Test
    void aSelectionFindsWhatWasSeeded() throws Exception {
        simulators
                .closeSimulator()
                .seed(
                        Caller.json(
                                "{'tasks': {'task_1': {'assigned_to': 'user_a', 'date': '2026-03-01'},"
                                        + "'task_2': {'assigned_to': 'user_b'}, 'task_3': {'assigned_to': 'user_a', 'date': '2026-01-01'}}}"));

        close.put(
                "/task/", "{'assigned_to': 'user_c', '_params': {'assigned_to': 'user_a', 'date__gte': '2026-02-01'}}");

        assertThat(close.get("/task/?_order_by=date&_fields=assigned_to").json().path("data"))
                .isEqualTo(Caller.json(
                        "[{'assigned_to': 'user_a'}, {'assigned_to': 'user_b'}, {'assigned_to': 'user_c'}]"));
    }

    @Test
    void aListComesInPages() throws Exception {
        Caller.Told first = close.get("/task/?id__in=task_1,task_2,task_3&_limit=2");
        Caller.Told second = close.get("/task/?id__in=task_1,task_2,task_3&_limit=2&_skip=2");

        assertThat(first.json().path("has_more").asBoolean()).isTrue();
        assertThat(first.json().path("data")).hasSize(2);
        assertThat(second.json().path("has_more").asBoolean()).isFalse();
        assertThat(second.json().path("data")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    /task/task_1/         | {'colour': 'red'}                                     | colour
                    /task/task_1/         | {'is_complete': 'yes'}                                | is_complete
                    /task/task_1/         | {'date': '1 December'}                                | date
                    /task/task_1/         | {'date': '2026-12-01T00:00:00'}                       | date
                    /task/task_1/         | {'assigned_to': null}                                 | assigned_to
                    /task/task_1/         | {'assigned_to': 'user_missing1'}                      | assigned_to
                    /task/task_1/         | {'priority': 'low'}                                   | priority
                    /task/task_email1/    | {'text': 'Not mine'}                                  | text
                    /task/                | {'text': 'x', '_params': {'id__in': 'task_1'}}        | text
                    /task/                | {'is_complete': true, '_params': {'id__in': 'x y'}}   | id__in
                    /task/                | {'is_complete': true, '_params': {'colour': 'red'}}   | colour
                    /task/                | {'is_complete': true, '_params': {'date__lt': 'now'}} | date__lt
                    """)
    void aBadFieldIsRefusedByName(String path, String body, String field) throws Exception {
        Caller.Told told = close.put(path, body);

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.json().path("field-errors").has(field)).isTrue();
        assertThat(simulators.closeSimulator().journal().total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"/task/task_missing1/,404", "/task/task_forbidden1/,403", "/task/nonsense/,404", "/tusk/,404"})
    void whatCannotBeEditedIsRefused(String path, int status) throws Exception {
        assertThat(close.put(path, "{'is_complete': true}").status()).isEqualTo(status);
    }

    @Test
    void aBodyMustBeJson() throws Exception {
        assertThat(close.put("/task/task_1/", "{'is_complete': tr").status()).isEqualTo(400);
        assertThat(close.put("/task/task_1/", "{'is_complete': true, 'is_complete': false}")
                        .status())
                .isEqualTo(400);
    }
}
