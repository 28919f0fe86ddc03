package bactrian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.wire.Ending;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloseBulkEditsTest {

    private static final String ACME =
            """
            {'type': 'and', 'queries': [
              {'type': 'object_type', 'object_type': 'lead'},
              {'type': 'field_condition',
               'field': {'type': 'regular_field', 'object_type': 'lead', 'field_name': 'name'},
               'condition': {'type': 'text', 'mode': 'full_words', 'value': 'ACME Inc.'}}]}""";
    private static final String BULK = "/bulk_action/edit/";

    private Simulators simulators;
    private Caller close;

    @BeforeEach
    void start() {
        simulators = Simulators.start();
        close = Caller.close(simulators);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void aBulkEditIsWorkedOnWhileItIsLookedAt() throws Exception {
        JsonNode created = edit("'type': 'set_lead_status', 'lead_status_id': 'stat_won', 'send_done_email': false");

        List<String> seen = new ArrayList<>(List.of(created.path("status").asText()));
        for (int look = 0; look < 3; look++) {
            seen.add(get(created).path("status").asText());
        }
        assertThat(seen).containsExactly("created", "loading", "processing", "done");
        assertThat(created.path("n_leads").isNull()).isTrue();
        assertThat(get(created).path("n_leads_processed").asInt()).isEqualTo(3);
        assertThat(status("lead_sample4")).isEqualTo("stat_won");
        assertThat(status("lead_sample5")).isNotEqualTo("stat_won");
    }

    @Test
    void nothingChangesBeforeTheEnd() throws Exception {
        JsonNode created = edit("'type': 'set_lead_status', 'lead_status_id': 'stat_won'");

        get(created);

        assertThat(simulators.closeSimulator().journal().total()).isZero();
    }

    @Test
    void anErrorLeavesHalfOfItDone() throws Exception {
        simulators.closeSimulator().works().next(Ending.FAILED_HALFWAY);
        JsonNode created = edit("'type': 'set_lead_status', 'lead_status_id': 'stat_won'");

        simulators.closeSimulator().settle();

        assertThat(get(created).path("status").asText()).isEqualTo("error");
        assertThat(get(created).path("n_leads_processed").asInt()).isEqualTo(1);
        assertThat(simulators.closeSimulator().journal().total()).isEqualTo(1);
    }

    @Test
    void theListHasTheNewestFirst() throws Exception {
        JsonNode first = edit("'type': 'set_lead_status', 'lead_status_id': 'stat_won'");
        JsonNode second = edit("'type': 'set_lead_status', 'lead_status_id': 'stat_lost'");

        JsonNode list = close.get(BULK + "?_limit=2").json();

        assertThat(list.path("data").findValuesAsText("id"))
                .containsExactly(second.path("id").asText(), first.path("id").asText());
        assertThat(list.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void aFieldOfContactsIsSetForTheContactsOfTheLeads() throws Exception {
        edit("'type': 'set_contact_custom_field', 'custom_field_id': 'cf_size', 'custom_field_value': 'L'");

        simulators.closeSimulator().settle();

        assertThat(simulators
                        .closeSimulator()
                        .state("cont_sample4")
                        .orElseThrow()
                        .path("custom.cf_size")
                        .asText())
                .isEqualTo("L");
        assertThat(simulators
                        .closeSimulator()
                        .state("lead_sample4")
                        .orElseThrow()
                        .has("custom.cf_size"))
                .isFalse();
    }

    @Test
    void valuesAreAddedRemovedAndCleared() throws Exception {
        String field = "'custom_field_name': 'Colours'";
        edit("'type': 'set_custom_field', " + field + ", 'custom_field_values': ['red', 'blue']");
        edit("'type': 'set_custom_field', " + field
                + ", 'custom_field_values': ['blue', 'green'], 'custom_field_operation': 'add'");
        edit("'type': 'set_custom_field', " + field
                + ", 'custom_field_values': ['red'], 'custom_field_operation': 'remove'");
        edit("'type': 'clear_custom_field', 'custom_field_name': 'Size'");

        simulators.closeSimulator().settle();

        JsonNode lead = simulators.closeSimulator().state("lead_sample4").orElseThrow();
        assertThat(lead.path("custom.Colours")).isEqualTo(Caller.json("['blue', 'green']"));
        assertThat(lead.path("custom.Size").isNull()).isTrue();
    }

    @Test
    void aLeadNobodyHasSeenCanBeNamed() throws Exception {
        close.post(
                BULK,
                "{'type': 'set_lead_status', 'lead_status_id': 'stat_won', 's_query': {'type': 'id', 'value': 'lead_new'}}");

        simulators.closeSimulator().settle();

        assertThat(status("lead_new")).isEqualTo("stat_won");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set_global_custom_field",
                "set_opportunity_custom_field",
                "set_activity_custom_field",
                "set_custom_object_custom_field"
            })
    void everyKindOfObjectHasItsType(String type) throws Exception {
        JsonNode created = edit("'type': '" + type + "', 'custom_field_id': 'cf_1', 'custom_field_value': 1");

        assertThat(created.path("type").asText()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    'type': 'set_everything'                                                              | type
                    'type': 'set_lead_status'                                                             | lead_status_id
                    'type': 'set_lead_status', 'lead_status_id': 'stat_missing'                           | lead_status_id
                    'type': 'set_lead_status', 'lead_status_id': 'stat_1', 'custom_field_id': 'cf_1'      | custom_field_id
                    'type': 'clear_custom_field'                                                          | custom_field_id
                    'type': 'clear_custom_field', 'custom_field_id': 'cf_1', 'custom_field_value': 1      | custom_field_value
                    'type': 'set_custom_field', 'custom_field_id': 'cf_1'                                 | custom_field_value
                    'type': 'set_custom_field', 'custom_field_id': 'cf_1', 'custom_field_name': 'x'       | custom_field_id
                    'type': 'set_lead_status', 'lead_status_id': 'stat_1', 'send_done_email': 'no'        | send_done_email
                    'type': 'set_lead_status', 'lead_status_id': 'stat_1', 'results_limit': -1            | results_limit
                    """)
    void aBadParameterIsRefusedByName(String body, String field) throws Exception {
        Caller.Told told = close.post(BULK, "{" + body + ", 's_query': " + ACME + "}");

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.json().path("field-errors").has(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'saved_search'}",
                "{'type': 'field_condition', 'field': {'type': 'magic'}}",
                "{'type': 'and', 'queries': [{'type': 'object_type', 'object_type': 'lead'},"
                        + " {'type': 'object_type', 'object_type': 'contact'}]}"
            })
    void aQueryOutsideTheSubsetIsRefused(String query) throws Exception {
        Caller.Told told =
                close.post(BULK, "{'type': 'set_lead_status', 'lead_status_id': 'stat_1', 's_query': " + query + "}");

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.json().path("field-errors").has("s_query")).isTrue();
    }

    private JsonNode edit(String parameters) throws IOException {
        Caller.Told told = close.post(BULK, "{" + parameters + ", 's_query': " + ACME + "}");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        return told.json();
    }

    private JsonNode get(JsonNode created) throws IOException {
        return close.get(BULK + created.path("id").asText() + "/").json();
    }

    private String status(String lead) {
        return simulators
                .closeSimulator()
                .state(lead)
                .orElseThrow()
                .path("status_id")
                .asText();
    }
}
