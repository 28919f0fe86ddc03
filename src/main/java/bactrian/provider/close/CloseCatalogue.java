package bactrian.provider.close;

import bactrian.operation.Operation;
import bactrian.operation.OperationDraft;
import java.util.List;

/** What can be done at Close. */
final class CloseCatalogue {
    static final String UPDATE_TASK = "update-task";
    static final String UPDATE_TASKS = "update-tasks";
    static final String BULK_EDIT = "bulk-edit";

    /** Nowhere documented; 100 keeps the read-back to one page. */
    private static final int IDS_PER_CALL = 100;

    private static final List<Operation> OPERATIONS = List.of(updateTask(), updateTasks(), bulkEdit());

    private CloseCatalogue() {}

    static List<Operation> operations() {
        return OPERATIONS;
    }

    private static Operation updateTask() {
        OperationDraft draft = Operation.named(CloseProvider.NAME, UPDATE_TASK)
                .summary("Changes fields of one task.")
                .endpoint("PUT /task/{id}/")
                .source("https://developer.close.com/api/resources/tasks/update")
                .byIds(TaskFields.ID)
                .safeToRepeat()
                .undone(
                        "Can be undone; except where a field was empty before that Close does not empty (all but resolution,"
                                + " contact_id and agent_config_id).",
                        new TaskReversal())
                .rule(TaskFields.SOMETHING);
        TaskFields.all().forEach(draft::parameter);
        return draft.build();
    }

    private static Operation updateTasks() {
        OperationDraft draft = Operation.named(CloseProvider.NAME, UPDATE_TASKS)
                .summary("Changes fields of many tasks, by id or by a filter.")
                .endpoint("PUT /task/")
                .source("https://developer.close.com/api/resources/tasks/bulk-update")
                .byIds(TaskFields.ID)
                .byWhere(TaskFilters.schema())
                .idsPerCall(values -> TaskFields.bulk(values) ? IDS_PER_CALL : 1)
                .safeToRepeat(
                        "Safe to repeat by id; not by a filter, which may select other tasks then.", values -> true)
                .undone(
                        "Can be undone; except where a field was empty before that Close does not empty (all but resolution,"
                                + " contact_id and agent_config_id).",
                        new TaskReversal())
                .rule(TaskFields.SOMETHING)
                .rule(TaskFields.BULK_FIELDS_BY_WHERE)
                .rule(TaskFilters.narrowing())
                .note("Tasks share a call where only assigned_to, date or is_complete change; others go one by one by"
                        + " PUT /task/{id}/.")
                .note("Tasks of every type are changed, unless the filter names _type or _type__in.")
                .note("After a call with several tasks they are read back, because Close does not say what became of"
                        + " each.");
        TaskFields.all().forEach(draft::parameter);
        return draft.build();
    }

    private static Operation bulkEdit() {
        OperationDraft draft = Operation.named(CloseProvider.NAME, BULK_EDIT)
                .summary("Sets or clears a lead status or a custom field on everything that a query selects.")
                .endpoint("POST /bulk_action/edit/")
                .source("https://developer.close.com/api/resources/bulk-actions/edit/create")
                .byWhere(LeadQuery.schema())
                .notSafeToRepeat("Not safe to repeat: each call starts another bulk edit. After a lost answer Close's"
                        + " list is searched for it.")
                .notUndone("Close does not tell what it changed.")
                .rule(BulkEditParameters.FITTING)
                .rule(BulkEditParameters.SELECTIVE)
                .note("where is the s_query of Close's advanced filtering.")
                .note("Close works on it in the background; it is followed to its end.");
        BulkEditParameters.all().forEach(draft::parameter);
        return draft.build();
    }
}
