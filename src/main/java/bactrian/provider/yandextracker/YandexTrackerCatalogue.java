package bactrian.provider.yandextracker;

import static bactrian.provider.Schemas.bool;
import static bactrian.provider.Schemas.byDefault;
import static bactrian.provider.Schemas.optional;
import static bactrian.provider.Schemas.required;
import static bactrian.provider.Schemas.shown;
import static bactrian.provider.Schemas.string;

import bactrian.operation.Operation;
import bactrian.operation.OperationDraft;
import bactrian.operation.Parameter;
import bactrian.operation.TargetForm;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What can be done at Yandex Tracker. */
final class YandexTrackerCatalogue {
    static final String UPDATE = "update";
    static final String TRANSITION = "transition";
    static final String MOVE = "move";

    private static final int ISSUES_PER_CALL = 10_000;

    /** Keys only: what became of each issue is told by its key, so an id could not be found again. */
    private static final TargetForm KEY = TargetForm.of("[A-Z][A-Z0-9_]*-[0-9]+", "TEST-1", TargetForm.Letters.UPPER);

    private static final List<Operation> OPERATIONS = List.of(update(), transition(), move());

    private YandexTrackerCatalogue() {}

    static List<Operation> operations() {
        return OPERATIONS;
    }

    private static Operation update() {
        OperationDraft draft = entry(UPDATE)
                .summary("Changes fields of issues, by key or by a query.")
                .source("https://yandex.ru/support/tracker/en/api-ref/bulkchange/bulk-update-issues")
                .safeToRepeat(
                        "Safe to repeat, except with comment or replace, and except by a query.", IssueFields::converge)
                .undone(
                        "Can be undone, except with a comment, or where Tracker shows a value in a form that it does not take.",
                        new IssueReversal())
                .rule(IssueFields.SOMETHING)
                .note("Tracker has more fields than are listed: values.<field> takes any of them.")
                .note("A value is plain, {\"id\"|\"key\"|\"name\": …}, {\"set\": …}, {\"add\": […]}, {\"remove\": […]}"
                        + " or {\"replace\": [{\"target\", \"replacement\"}]}; null clears and [] empties.")
                .note("The status is changed by transition only.");
        IssueFields.all().forEach(draft::parameter);
        return draft.parameter(notification()).build();
    }

    private static Operation transition() {
        ObjectNode transition = string();
        transition.putArray("examples").add("close");
        OperationDraft draft = entry(TRANSITION)
                .summary("Takes issues to another status, by key or by a query.")
                .source("https://yandex.ru/support/tracker/en/api-ref/bulkchange/bulk-transition")
                .safeToRepeat(
                        "Safe to repeat, except with comment or replace, and except by a query.", IssueFields::converge)
                .notUndone("Tracker's transitions lead one way.")
                .parameter(required(BulkChange.TRANSITION, transition, "The transition's id, for example close."));
        IssueFields.ofTransition().forEach(draft::parameter);
        return draft.parameter(notification()).build();
    }

    private static Operation move() {
        ObjectNode queue = string();
        queue.putArray("examples").add("NEWQUEUE");
        return entry(MOVE)
                .summary("Moves issues to another queue, by key or by a query; their keys change.")
                .source("https://yandex.ru/support/tracker/en/api-ref/bulkchange/bulk-move-issues")
                .notSafeToRepeat("Not safe to repeat: the keys change on a move.")
                .notUndone("The issue has another key afterwards.")
                .parameter(required(BulkChange.QUEUE, queue, "The key of the queue to move to."))
                .parameter(optional(
                        BulkChange.MOVE_ALL_FIELDS,
                        no(),
                        "Whether versions, components and projects are kept where the new queue has them."))
                .parameter(optional(
                        BulkChange.INITIAL_STATUS, no(), "Whether the status goes back to the new queue's first one."))
                .parameter(IssueFields.others())
                .parameter(notification())
                .note("An issue whose type or status the new queue does not have is not moved.")
                .build();
    }

    private static OperationDraft entry(String name) {
        return Operation.named(YandexTrackerProvider.NAME, name)
                .endpoint("POST /bulkchange/_" + name)
                .byIds(KEY)
                .byWhere(shown(string().put("pattern", "\\S"), "\"Queue\": \"TEST\" AND \"Status\": \"Open\""))
                .idsPerCall(ISSUES_PER_CALL)
                .rule(IssueFields.SOUND)
                .note("where is a query in Tracker's own language, for example \"Queue\": \"TEST\" AND \"Status\":"
                        + " \"Open\".")
                .note("Tracker works on it in the background; it is followed to its end, then the issues that failed"
                        + " are read.");
    }

    private static Parameter notification() {
        return optional(BulkChange.NOTIFY, no(), "Whether the people named in an issue are told of the change.");
    }

    private static ObjectNode no() {
        return byDefault(bool(), JsonNodeFactory.instance.booleanNode(false));
    }
}
