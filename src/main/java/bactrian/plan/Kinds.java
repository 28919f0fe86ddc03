package bactrian.plan;

import bactrian.operation.Catalogue;
import bactrian.operation.Change;
import bactrian.operation.Connections;
import bactrian.operation.Edit;
import java.io.IOException;
import java.util.BitSet;

/**
 * The kinds of edits in a document, numbered from 0 as they first appear. Edits of one kind may share calls: they have
 * one change and, where composition matters, come from one bundle.
 */
final class Kinds {
    private final Changes changes;
    private final Catalogue catalogue;
    private final Connections connections;
    private final Column changeOf = new Column();
    private final Column kindOfChange = new Column();
    private final Column limitOfChange = new Column();
    private final BitSet bundled = new BitSet();
    private int count;
    private long lastBundle;
    private int lastBundleKind = -1;

    Kinds(Changes changes, Catalogue catalogue, Connections connections) {
        this.changes = changes;
        this.catalogue = catalogue;
        this.connections = connections;
    }

    int of(Edit edit) throws IOException {
        int change = changes.number(edit.change());
        if (limitOfChange.get(change) == 0) {
            limitOfChange.set(change, limitOf(edit.change()));
        }
        if (edit.bundle().isPresent()) {
            return ofBundle(edit.bundle().getAsLong(), change);
        }
        int known = kindOfChange.get(change);
        if (known > 0) {
            return known - 1;
        }
        int kind = another(change);
        kindOfChange.set(change, kind + 1);
        return kind;
    }

    /** The number of the kind's change. */
    int change(int kind) {
        return changeOf.get(kind);
    }

    /** How many edits of this kind one call can carry. */
    int limit(int kind) {
        return limitOfChange.get(changeOf.get(kind));
    }

    /** Whether the edits of this kind are to go together. */
    boolean bundled(int kind) {
        return bundled.get(kind);
    }

    private int ofBundle(long bundle, int change) {
        boolean same = lastBundleKind >= 0 && lastBundle == bundle && changeOf.get(lastBundleKind) == change;
        if (!same) {
            lastBundle = bundle;
            lastBundleKind = another(change);
            bundled.set(lastBundleKind);
        }
        return lastBundleKind;
    }

    private int another(int change) {
        changeOf.set(count, change);
        return count++;
    }

    private int limitOf(Change change) {
        int ofOperation = catalogue.of(change).idsPerCall(change.values());
        int ofConnection = connections
                .find(change.connection())
                .flatMap(connection ->
                        connection.limits().maxIdsPerCall().stream().boxed().findFirst())
                .orElse(Integer.MAX_VALUE);
        return Math.max(1, Math.min(ofOperation, ofConnection));
    }
}
